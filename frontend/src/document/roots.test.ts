import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { plain, readNode, rowOf } from './roots'

const nodeIn = (fields: object) => {
  const doc = new Y.Doc()
  doc.getMap<Y.Map<unknown>>('nodes').set('n', rowOf(fields))
  return readNode(doc.getMap<Y.Map<unknown>>('nodes').get('n') as Y.Map<unknown>)
}

test('a big integer of the server is a number here', () => {
  expect(plain({ units: 32n, shape: [8n, null], deep: { seed: 7n } })).toEqual({
    units: 32,
    shape: [8, null],
    deep: { seed: 7 },
  })
})

test('a node written with fewer fields reads with their defaults', () => {
  expect(nodeIn({ type: 'layer', name: 'dense', layer: 'Dense', params: { units: 3 } })).toEqual({
    type: 'layer',
    name: 'dense',
    layer: 'Dense',
    params: { units: 3 },
    trainable: true,
    shares: null,
    bypassed: false,
    block: null,
  })
})
