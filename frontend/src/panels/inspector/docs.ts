// A Keras docstring → blocks that can be set well: headings, paragraphs, code, lists, and the terms of an Args section.
// Knows the few forms that docstrings really take; what it does not know stays a paragraph.

export type Block =
  | { readonly type: 'heading' | 'paragraph' | 'code'; readonly text: string }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly type: 'terms'; readonly items: readonly Term[] }

export interface Term {
  readonly name: string
  readonly blocks: readonly Block[]
}

const SECTION = /^([A-Z][\w' -]{1,40}):\s*$/
const FENCE = /^\s*```/
const BULLET = /^(\s*)[-*]\s+(?=\S)/
const NUMBERED = /^(\s*)\d+[.)]\s+(?=\S)/
const TERM = /^\*{0,2}`?([A-Za-z_][\w, .*]{0,60}?)`?:\s+(?=\S)|^`?([A-Za-z_]\w{0,40})`?:$/
/** Sections whose indented lines are "name: text". */
const TERMS = /^(call )?arg(ument)?s|^attributes|^parameters|^raises|^returns|^keyword/i

export function parseDoc(doc: string): Block[] {
  return blocksOf(doc.replaceAll('\t', '    ').split('\n'))
}

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at] ?? ''
    const section = SECTION.exec(line)
    if (!line.trim()) at += 1
    else if (FENCE.test(line)) at = fence(lines, at, blocks)
    else if (/^\s*>>> /.test(line)) at = doctest(lines, at, blocks)
    else if (/^#{1,6} /.test(line)) {
      blocks.push({ type: 'heading', text: line.replace(/^#+ /, '') })
      at += 1
    } else if (section?.[1] && isSection(lines, at)) at = sectionAt(lines, at, section[1], blocks)
    else if (BULLET.test(line) || NUMBERED.test(line)) at = list(lines, at, blocks)
    else at = paragraph(lines, at, blocks)
  }
  return blocks
}

const indentOf = (line: string): number => line.length - line.trimStart().length
const isOpening = (line: string): boolean =>
  FENCE.test(line) || /^\s*>>> /.test(line) || BULLET.test(line) || NUMBERED.test(line) || SECTION.test(line)

/** "Example:" heads a section when what follows is indented, or is code, or comes after a blank line. */
function isSection(lines: readonly string[], at: number): boolean {
  const next = lines.slice(at + 1).find((line) => line.trim())
  return next === undefined || indentOf(next) > 0 || lines[at + 1]?.trim() === '' || FENCE.test(next) || next.startsWith('>>>')
}

function fence(lines: readonly string[], at: number, blocks: Block[]): number {
  const end = lines.findIndex((line, i) => i > at && FENCE.test(line))
  const stop = end < 0 ? lines.length : end
  blocks.push({ type: 'code', text: dedent(lines.slice(at + 1, stop)) })
  return stop + 1
}

function doctest(lines: readonly string[], at: number, blocks: Block[]): number {
  let end = at
  while (end < lines.length && lines[end]?.trim()) end += 1
  blocks.push({ type: 'code', text: dedent(lines.slice(at, end)) })
  return end
}

function sectionAt(lines: readonly string[], at: number, title: string, blocks: Block[]): number {
  let end = at + 1
  while (end < lines.length && (!lines[end]?.trim() || indentOf(lines[end] ?? '') > 0)) end += 1
  const body = dedent(lines.slice(at + 1, end)).split('\n')
  blocks.push({ type: 'heading', text: title })
  blocks.push(...(TERMS.test(title) ? terms(body) : blocksOf(body)))
  return end
}

/** Lines at the margin begin a term; what is indented below belongs to it. */
function terms(lines: readonly string[]): Block[] {
  const found: { name: string; lines: string[] }[] = []
  for (const line of lines) {
    const match = indentOf(line) === 0 ? TERM.exec(line) : null
    const name = match?.[1] ?? match?.[2]
    if (match && name) found.push({ name, lines: [line.slice(match[0].length)] })
    else if (found.length) found.at(-1)?.lines.push(line)
    else if (line.trim()) return blocksOf(lines)
  }
  if (!found.length) return []
  return [{ type: 'terms', items: found.map(({ name, lines }) => ({ name, blocks: blocksOf(hanging(lines)) })) }]
}

function list(lines: readonly string[], at: number, blocks: Block[]): number {
  const ordered = NUMBERED.test(lines[at] ?? '')
  const mark = ordered ? NUMBERED : BULLET
  const margin = indentOf(lines[at] ?? '')
  const items: string[] = []
  let end = at
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? ''
    if (mark.test(line) && indentOf(line) <= margin + 1) items.push(line.replace(mark, ''))
    else if (line.trim() && indentOf(line) > margin && !FENCE.test(line)) items.push(`${items.pop() ?? ''} ${line.trim()}`)
    else if (line.trim() || !mark.test(lines[end + 1] ?? '')) break
  }
  blocks.push({ type: 'list', ordered, items: items.map(plainSpaces) })
  return end
}

function paragraph(lines: readonly string[], at: number, blocks: Block[]): number {
  let end = at + 1
  while (end < lines.length && lines[end]?.trim() && !isOpening(lines[end] ?? '')) end += 1
  blocks.push({ type: 'paragraph', text: plainSpaces(lines.slice(at, end).join(' ')) })
  return end
}

const plainSpaces = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(/\]\(\s+/g, '](').trim()

/** The first line stands at the margin, the rest hangs: only the rest is moved left. */
function hanging(lines: readonly string[]): string[] {
  return [lines[0] ?? '', ...dedent(lines.slice(1)).split('\n')]
}

function dedent(lines: readonly string[]): string {
  const margin = Math.min(...lines.filter((line) => line.trim()).map(indentOf))
  return lines
    .map((line) => (line.trim() ? line.slice(margin) : ''))
    .join('\n')
    .replace(/^\n+|\s+$/g, '')
}

export interface Span {
  readonly type: 'text' | 'code' | 'strong' | 'link'
  readonly text: string
  readonly href?: string
}

const INLINE = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\(\s*(https?:[^)\s]+)\s*\)|(https?:\/\/[^\s)>\]]+[^\s)>\].,;])/g

export function spansOf(text: string): Span[] {
  const spans: Span[] = []
  let at = 0
  for (const match of text.matchAll(INLINE)) {
    if (match.index > at) spans.push({ type: 'text', text: text.slice(at, match.index) })
    const [whole, code, strong, label, href, bare] = match
    if (code) spans.push({ type: 'code', text: code })
    else if (strong) spans.push({ type: 'strong', text: strong })
    else spans.push({ type: 'link', text: label ?? bare ?? whole, href: href ?? bare ?? whole })
    at = match.index + whole.length
  }
  if (at < text.length) spans.push({ type: 'text', text: text.slice(at) })
  return spans
}
