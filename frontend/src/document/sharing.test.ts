import { expect, test } from 'vitest'
import type { LayerNode } from '../contract'
import { layer, person, type Person } from './bench'
import { clipOf } from './clipboard'
import { familyOf, shareable, sharersOf } from './sharing'

const nodes = ({ graph }: Person) => graph.getState().nodes
const at = (a: Person, id: string | undefined) => nodes(a)[id ?? ''] as LayerNode

function twins() {
  const a = person()
  const owner = a.edit.addNode(layer('Dense', { units: 8 }, 'dense'))
  const [twin] = a.edit.reuse(owner)
  return { a, owner, twin: twin ?? '' }
}

test('a layer is used again with its weights, under a name of its own, in one step', () => {
  const { a, owner, twin } = twins()
  expect(at(a, twin)).toMatchObject({ layer: 'Dense', shares: owner, params: {}, name: 'dense_1' })
  expect(familyOf(nodes(a), owner)).toBe(owner)
  expect(familyOf(nodes(a), twin)).toBe(owner)
  expect(sharersOf(nodes(a), owner)).toEqual([twin])
  a.history.undo()
  expect(Object.keys(nodes(a))).toEqual([owner])
})

test('a sharer used again shares with the owner, not with the sharer', () => {
  const { a, owner, twin } = twins()
  const [third] = a.edit.reuse(twin)
  expect(at(a, third).shares).toBe(owner)
})

test('what is set on a sharer is set once, for all', () => {
  const { a, owner, twin } = twins()
  a.edit.setParam(twin, 'units', 3)
  expect(at(a, owner).params).toEqual({ units: 3 })
  a.edit.setLayer(twin, 'Dropout')
  expect([at(a, owner).layer, at(a, twin).layer]).toEqual(['Dropout', 'Dropout'])
})

test('when the owner goes, a sharer inherits the layer and the others follow it', () => {
  const { a, owner, twin } = twins()
  const [third] = a.edit.reuse(owner)
  a.edit.remove([owner])
  const [heir, other] = [twin, third].toSorted() as [string, string]
  expect(at(a, heir)).toMatchObject({ shares: null, params: { units: 8 } })
  expect(at(a, other).shares).toBe(heir)
})

test('layers of one class become one, and whoever used one of them comes along', () => {
  const { a, owner, twin } = twins()
  const first = a.edit.addNode(layer('Dense', { units: 2 }, 'first'))
  expect(shareable(nodes(a), [first, owner])).toBe(true)
  a.edit.shareLayer([first, owner])
  expect([at(a, owner).shares, at(a, twin).shares, at(a, first).shares]).toEqual([first, first, null])
  const flat = a.edit.addNode(layer('Flatten'))
  expect(shareable(nodes(a), [first, flat])).toBe(false)
})

test('a sharer that is carried to another graph takes its layer along', () => {
  const { a, twin } = twins()
  const clip = clipOf(a.graph.getState(), [twin])
  const b = person()
  const [id] = b.edit.paste(clip, { x: 0, y: 0 })
  expect(at(b, id)).toMatchObject({ layer: 'Dense', shares: null, params: { units: 8 } })
})
