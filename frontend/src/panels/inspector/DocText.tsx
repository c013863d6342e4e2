// Blocks of documentation, set.

import { useMemo } from 'react'
import { type Block, parseDoc, spansOf } from './docs'
import s from './inspector.module.css'
import { t } from '../../words/words'

export function DocText({ doc }: { doc: string }) {
  const blocks = useMemo(() => parseDoc(doc), [doc])
  return (
    <div className={s.doc} lang="en">
      <Blocks blocks={blocks} />
    </div>
  )
}

// Blocks and spans have no identity of their own: a text is drawn anew as a whole.

function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return blocks.map((block, at) => <Set key={at} block={block} />)
}

function Set({ block }: { block: Block }) {
  switch (block.type) {
    case 'heading':
      return <h3>{block.text}</h3>
    case 'paragraph':
      return (
        <p>
          <Inline text={block.text} />
        </p>
      )
    case 'code':
      return (
        <pre tabIndex={0} aria-label={t('inspector-example')}>
          <code>{block.text}</code>
        </pre>
      )
    case 'list': {
      const items = block.items.map((item, at) => (
        <li key={at}>
          <Inline text={item} />
        </li>
      ))
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'terms':
      return (
        <dl>
          {block.items.map((term) => (
            <div key={term.name}>
              <dt>{term.name}</dt>
              <dd>
                <Blocks blocks={term.blocks} />
              </dd>
            </div>
          ))}
        </dl>
      )
  }
}

export function Inline({ text }: { text: string }) {
  return spansOf(text).map((span, at) => {
    switch (span.type) {
      case 'text':
        return span.text
      case 'code':
        return <code key={at}>{span.text}</code>
      case 'strong':
        return <strong key={at}>{span.text}</strong>
      case 'link':
        return (
          <a key={at} href={span.href} target="_blank" rel="noreferrer">
            {span.text}
          </a>
        )
    }
  })
}
