import { expect, test } from 'vitest'
import { drawChain, layer, person } from '../document/bench'
import { isUnused } from './standing'

test('what feeds no output is left out, and nothing is while there is no output', () => {
  const a = person()
  const [, conv, , , label] = drawChain(a)
  const loose = a.edit.addNode(layer('Dense', { units: 1 }), { after: { node: conv ?? '', port: 'output' } })
  expect(isUnused(a.graph.getState(), loose)).toBe(true)
  expect(isUnused(a.graph.getState(), conv ?? '')).toBe(false)
  a.edit.remove([label ?? ''])
  expect(isUnused(a.graph.getState(), loose)).toBe(false)
})
