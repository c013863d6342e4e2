// The text of a note or a card as it is read.

import { Fragment, type ReactNode } from 'react'
import { blocksOf, type Block, type Span } from './markdown'

export function Written({ text }: { text: string }) {
  return blocksOf(text).map((block, at) => <Fragment key={at}>{drawn(block)}</Fragment>)
}

function drawn(block: Block): ReactNode {
  if (block.type === 'paragraph') return <p>{spans(block.spans)}</p>
  if (block.type === 'heading') return <p data-heading={block.level}>{spans(block.spans)}</p>
  const items = block.items.map((item, at) => <li key={at}>{spans(item)}</li>)
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
}

const TAGS = { text: Fragment, bold: 'b', italic: 'i', code: 'code' } as const

function spans(all: readonly Span[]): ReactNode {
  return all.map((span, at) => {
    if (span.type === 'link')
      return (
        <a key={at} className="nodrag" href={span.href} target="_blank" rel="noreferrer noopener">
          {span.text}
        </a>
      )
    const Tag = TAGS[span.type]
    return <Tag key={at}>{span.text}</Tag>
  })
}
