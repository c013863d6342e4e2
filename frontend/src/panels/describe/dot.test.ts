import { describe, expect, test } from 'vitest'
import { themed } from './dot'

const inks = { ink: '#111111', line: '#222222', wire: '#333333', head: '#444444', cell: '#555555' }
const dot = `digraph G {
dpi=200;
1 [label=<<table border="0" cellborder="1" bgcolor="black" cellpadding="10"><tr><td colspan="2" bgcolor="black"><font point-size="16" color="white"><b>x</b></font></td></tr><tr><td bgcolor="white">y</td></tr></table>>];
}`

describe('the plot of a model', () => {
  test('has no colour of its own left', () => {
    const text = themed(dot, inks)
    expect(text).not.toMatch(/black|white|dpi/)
    for (const colour of Object.values(inks)) expect(text).toContain(colour)
  })

  test('keeps everything else as Keras wrote it', () => {
    expect(themed(dot, inks)).toContain('<b>x</b>')
  })
})
