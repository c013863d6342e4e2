// How well a text answers what was typed: its beginning, the beginnings of its words, a part of it, its letters in order.

export interface Match {
  score: number
  /** Places of the letters that answered, for showing why. */
  hits: number[]
}

/** Null when it does not. Case, accents and the spaces in the query do not matter. */
export function fuzzy(text: string, query: string): Match | null {
  const wanted = plain(query).replaceAll(/\s+/g, '')
  const lower = plain(text)
  if (!wanted) return { score: 0, hits: [] }
  const whole = lower.indexOf(wanted)
  if (whole === 0) return found(100 - Math.min(30, lower.length - wanted.length), span(0, wanted.length))
  const starts = wordStarts(text)
  if (whole > 0) return found(starts.has(whole) ? 68 : 45, span(whole, wanted.length))
  return inOrder(lower, wanted, starts)
}

/** Letters in order, each at the beginning of a word where there is one; the more in one piece, the better. */
function inOrder(text: string, wanted: string, starts: ReadonlySet<number>): Match | null {
  const hits: number[] = []
  let at = -1
  let good = 0
  for (const letter of wanted) {
    const next = text.indexOf(letter, at + 1)
    if (next < 0) return null
    const begun = [...starts].find((start) => start > at && text[start] === letter)
    // What follows directly stays in one piece; else a word's beginning is likelier meant than the next such letter.
    const place = next === at + 1 || begun === undefined || !rest(text, begun, wanted, hits.length) ? next : begun
    if (place === at + 1 || starts.has(place)) good += 1
    hits.push(place)
    at = place
  }
  const share = good / wanted.length
  return share < 0.5 && wanted.length > 1 ? null : found(10 + 30 * share, hits)
}

/** Could the letters after this one still be found behind `from`? */
function rest(text: string, from: number, wanted: string, done: number): boolean {
  let at = from
  for (const letter of wanted.slice(done + 1)) {
    at = text.indexOf(letter, at + 1)
    if (at < 0) return false
  }
  return true
}

function wordStarts(text: string): Set<number> {
  const starts = new Set<number>()
  for (const { index } of text.matchAll(/(?<![\p{L}\d])[\p{L}\d]|(?<=\p{Ll}|\d)\p{Lu}|(?<=\p{L})\d/gu)) starts.add(index)
  return starts
}

/** Letter by letter, so that places stay as they are. */
function plain(text: string): string {
  return [...text]
    .map((letter) => {
      const bare = letter.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
      return bare.length === letter.length ? bare : letter
    })
    .join('')
}

const found = (score: number, hits: number[]): Match => ({ score, hits })
const span = (from: number, length: number) => Array.from({ length }, (_, at) => from + at)
