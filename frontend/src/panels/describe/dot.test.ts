import { describe, expect, test } from 'vitest'
import { themed } from './dot'

const inks = { ink: '#000001', faint: '#000002', line: '#000003', paper: '#000004' }
const dot = `digraph G {
rankdir=TB;
n0 [label=<<table color="#9aa1ab" bgcolor="#ffffff"><tr><td><b>#ffffff</b> <font color="#6b7280">Dense</font></td></tr></table>>, fontcolor="#1c1f23"];
}`

describe('the plot of a model', () => {
  test('takes the colours of the page', () => {
    const text = themed(dot, inks, 'TB')
    for (const colour of Object.values(inks)) expect(text).toContain(`"${colour}"`)
    expect(text).not.toMatch(/"#(9aa1ab|ffffff|6b7280|1c1f23)"/)
  })

  test('leaves a layer alone whose name looks like a colour', () => {
    expect(themed(dot, inks, 'TB')).toContain('<b>#ffffff</b>')
  })

  test('turns to the direction asked for', () => {
    expect(themed(dot, inks, 'LR')).toContain('rankdir=LR;')
  })
})
