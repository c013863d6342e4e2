// The light markdown of a note or a card → blocks and spans: headings, lists, bold, italic, code, links. Anything else is text as it was written.

export interface Words {
  type: 'text' | 'bold' | 'italic' | 'code'
  text: string
}

export type Span = Words | { type: 'link'; text: string; href: string }

export type Block =
  | { type: 'heading'; level: 1 | 2 | 3; spans: Span[] }
  | { type: 'paragraph'; spans: Span[] }
  | { type: 'list'; ordered: boolean; items: Span[][] }

export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let open = false // whether the next line goes on with the last block
  for (const line of text.split('\n')) {
    const last = blocks.at(-1)
    const heading = /^(#{1,3})\s+(.*)$/.exec(line)
    const item = /^\s*(?:([-*•])|\d{1,3}[.)])\s+(.*)$/.exec(line)
    if (!line.trim()) open = false
    else if (heading) {
      blocks.push({ type: 'heading', level: heading[1]?.length as 1 | 2 | 3, spans: spansOf(heading[2] ?? '') })
      open = false
    } else if (item) {
      const ordered = item[1] === undefined
      const spans = spansOf(item[2] ?? '')
      if (last?.type === 'list' && last.ordered === ordered) last.items.push(spans)
      else blocks.push({ type: 'list', ordered, items: [spans] })
      open = false
    } else if (open && last?.type === 'paragraph') last.spans.push({ type: 'text', text: '\n' }, ...spansOf(line))
    else {
      blocks.push({ type: 'paragraph', spans: spansOf(line) })
      open = true
    }
  }
  return blocks
}

const MARKS = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*|_([^_\s][^_]*)_|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)|(https?:\/\/[^\s<>"]+)/g

/** Longer lines are nobody's writing; they stay as they are, since looking for marks in them takes long. */
const LONGEST = 4000

function spansOf(line: string): Span[] {
  if (line.length > LONGEST) return [{ type: 'text', text: line }]
  const spans: Span[] = []
  let at = 0
  for (const found of line.matchAll(MARKS)) {
    // An underscore inside a name is part of it: conv_1_a.
    if (found[4] !== undefined && /\w/.test(line[found.index - 1] ?? '')) continue
    if (found.index > at) spans.push({ type: 'text', text: line.slice(at, found.index) })
    spans.push(spanOf(found))
    at = found.index + found[0].length
  }
  if (at < line.length) spans.push({ type: 'text', text: line.slice(at) })
  return spans
}

function spanOf([, code, bold, starred, scored, words, href, bare]: RegExpMatchArray): Span {
  if (code !== undefined) return { type: 'code', text: code }
  if (bold !== undefined) return { type: 'bold', text: bold }
  if (starred !== undefined || scored !== undefined) return { type: 'italic', text: starred ?? scored ?? '' }
  return { type: 'link', text: words ?? bare ?? '', href: href ?? bare ?? '' }
}
