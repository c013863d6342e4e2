// Python text → spans with a kind. A lexer of a few lines, enough to colour a script; knows no grammar.

export type Kind = 'plain' | 'comment' | 'string' | 'number' | 'keyword' | 'name'

export interface Span {
  readonly kind: Kind
  readonly text: string
}

const KEYWORDS = new Set(
  'and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield True False None'.split(
    ' ',
  ),
)

const TOKEN =
  /(#[^\n]*)|([rbfuRBFU]{0,2}(?:"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?))|(\b(?:0[xob][\da-fA-F_]+|\d[\d_]*\.?[\d_]*(?:[eE][+-]?\d+)?)\b)|([\p{L}_][\p{L}\p{N}_]*)|([\s\S])/gu

export function highlight(source: string): Span[] {
  const spans: Span[] = []
  for (const match of source.matchAll(TOKEN)) {
    const [text, comment, string, number, word] = match
    const called = word !== undefined && source[match.index + text.length] === '('
    const kind = comment
      ? 'comment'
      : string
        ? 'string'
        : number
          ? 'number'
          : word && KEYWORDS.has(word)
            ? 'keyword'
            : called
              ? 'name'
              : 'plain'
    const last = spans.at(-1)
    if (last && last.kind === kind) spans[spans.length - 1] = { kind, text: last.text + text }
    else spans.push({ kind, text })
  }
  return spans
}
