import { expect, test } from 'vitest'
import { drawChain, layer, person } from '../../document/bench'
import { readingOrder } from './readingOrder'

test('a network reads from its inputs to its outputs, a branch after what feeds it', () => {
  const a = person()
  const chain = drawChain(a)
  const branch = a.edit.addNode(layer('Dense'), { after: { node: chain[1] ?? '', port: 'output' } })
  const { nodes, edges } = a.graph.getState()
  const order = readingOrder(nodes, edges)
  expect(order).toHaveLength(6)
  expect(order.indexOf(branch)).toBeGreaterThan(order.indexOf(chain[1] ?? ''))
  expect(order.indexOf(chain[4] ?? '')).toBeGreaterThan(order.indexOf(chain[3] ?? ''))
})
