// The model's dot source → dot in the page's colours, in the direction that suits the frame. Text in, text out; knows no Graphviz.

export interface Inks {
  readonly ink: string
  readonly faint: string
  readonly line: string
  readonly paper: string
}

export type Direction = 'TB' | 'LR'

/** As backend/layerloom/engine/plot.py writes them. */
const WRITTEN: Inks = { ink: '#1c1f23', faint: '#6b7280', line: '#9aa1ab', paper: '#ffffff' }

export function themed(dot: string, inks: Inks, direction: Direction): string {
  let text = dot.replace(/^rankdir=\w+;$/m, `rankdir=${direction};`)
  for (const name of Object.keys(WRITTEN) as (keyof Inks)[])
    text = text.replaceAll(`"${WRITTEN[name]}"`, `"${inks[name]}"`)
  return text.replace('{', `{\nedge [color="${inks.line}", arrowsize=0.7];`)
}
