// Keras' dot source → dot in the page's colours. Text in, text out; knows no Graphviz.

export interface Inks {
  readonly ink: string
  readonly line: string
  readonly wire: string
  readonly head: string
  readonly cell: string
}

/** Keras writes black heads, white cells and 200 dpi into every node; the font stays, for Graphviz measures text by it. */
export function themed(dot: string, inks: Inks): string {
  const recoloured = dot
    .replace(/^dpi=\d+;$/m, '')
    .replaceAll(
      '<table border="0" cellborder="1" bgcolor="black"',
      `<table border="0" cellborder="1" cellspacing="0" color="${inks.line}"`,
    )
    .replaceAll(/(<td[^>]*) bgcolor="black"/g, `$1 bgcolor="${inks.head}"`)
    .replaceAll(/(<td[^>]*) bgcolor="white"/g, `$1 bgcolor="${inks.cell}"`)
    .replaceAll(/(<font[^>]*) color="white"/g, `$1 color="${inks.ink}"`)
  const look = [
    'graph [bgcolor="transparent", nodesep=0.4, ranksep=0.35, pad=0.15];',
    `node [fontname=Helvetica, fontcolor="${inks.ink}", color="${inks.line}"];`,
    `edge [color="${inks.wire}", arrowsize=0.7];`,
  ].join('\n')
  const at = recoloured.indexOf('{')
  return at < 0 ? recoloured : `${recoloured.slice(0, at + 1)}\n${look}\n${recoloured.slice(at + 1)}`
}
