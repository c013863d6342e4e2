// Laws that hold for any graph and any edits: random people draw, and what must stay the same is compared.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { homeOf, insideOf } from '../catalog/blocks'
import { act, ACTS, nodesOf, notesOf, type Step } from './acts'
import { exchange, person, type Person } from './bench'
import { clipOf, readClip } from './clipboard'
import { NODE_HEIGHT, NODE_WIDTH } from './place'

test('every edit has its random use', () => {
  const { freeInput: _question, ...edits } = person().edit
  const more = ['addOutput', 'bypass', 'tidy']
  expect(Object.keys(ACTS).filter((name) => !more.includes(name)).toSorted()).toEqual(
    Object.keys(edits).filter((name) => name !== 'setFields').toSorted(), // that is what `bypass` does
  )
})

const step = fc.record<Step>({
  act: fc.constantFrom(...Object.keys(ACTS)),
  number: fc.nat(40),
  picks: fc.array(fc.nat(1000), { minLength: 3, maxLength: 3 }),
})
const steps = fc.array(step, { minLength: 1, maxLength: 25 })

function play(a: Person, all: readonly Step[]): void {
  for (const each of all) act(a, each)
}

function undoAll(a: Person): void {
  while (a.history.state.getState().canUndo) a.history.undo()
}

const pictureOf = (a: Person) => JSON.parse(JSON.stringify(a.graph.getState())) as unknown

test('undo all = start', () => {
  fc.assert(
    fc.property(steps, steps, (before, after) => {
      const [other, me] = [person(), person()]
      play(other, before)
      exchange(other, me)
      const start = pictureOf(me)
      play(me, after)
      undoAll(me)
      expect(pictureOf(me)).toEqual(start)
    }),
    { numRuns: 150 },
  )
})

test('undo a lot, copy, redo back: the document is unchanged', () => {
  fc.assert(
    fc.property(steps, fc.nat(30), (all, often) => {
      const a = person()
      play(a, all)
      const before = pictureOf(a)
      let undone = 0
      for (; undone < often && a.history.state.getState().canUndo; undone += 1) a.history.undo()
      JSON.stringify(clipOf(a.graph.getState(), nodesOf(a), notesOf(a)))
      for (; undone; undone -= 1) a.history.redo()
      expect(pictureOf(a)).toEqual(before)
    }),
    { numRuns: 150 },
  )
})

/** A graph in words that no id is in: what each node is and what stands in it, where it stands from the first, what feeds it by place. */
function meaningOf(a: Person): unknown {
  const { nodes, edges, layout, notes } = a.graph.getState()
  const at = (id: string) => layout[id] ?? { x: 0, y: 0 }
  const level = (block: string | null): string[] =>
    insideOf(nodes, block)
      .toSorted((one, other) => at(one).y - at(other).y || at(one).x - at(other).x)
      .flatMap((id) => [id, ...(nodes[id]?.type === 'block' ? level(id) : [])])
  const ids = level(null)
  const place = (id: string | null | undefined) => ids.indexOf(id ?? '')
  const port = (name: string) => (name in nodes ? place(name) : name)
  const outer = ids.filter((id) => homeOf(nodes, id) === null)
  const free = Object.values(notes).filter(({ block }) => !nodes[block ?? ''])
  const corner = {
    x: Math.min(...outer.map((id) => at(id).x), ...free.map((note) => note.x)),
    y: Math.min(...outer.map((id) => at(id).y), ...free.map((note) => note.y)),
  }
  const from = (home: string | null) => (home === null ? corner : { x: 0, y: 0 })
  return {
    nodes: ids.map((id) => {
      const home = homeOf(nodes, id)
      const node = nodes[id]
      const varying = node?.type === 'block' ? Object.entries(node.varying).map(([inner, of]) => [place(inner), of]) : null
      const shares = place((node as { shares?: string }).shares)
      const { x, y } = { x: at(id).x - from(home).x, y: at(id).y - from(home).y }
      return { ...node, name: null, block: place(home), shares, varying, x, y }
    }),
    edges: Object.values(edges)
      .toSorted((one, other) => (one.order < other.order ? -1 : 1))
      .map((edge) => [place(edge.source), port(edge.source_port), place(edge.target), port(edge.target_port)].join())
      .toSorted(),
    notes: Object.values(notes)
      .map(({ x, y, block, ...rest }) => {
        const home = nodes[block ?? ''] ? (block ?? null) : null
        return JSON.stringify({ ...rest, block: place(home), x: x - from(home).x, y: y - from(home).y })
      })
      .toSorted(),
  }
}

test('copy, paste elsewhere = the same graph', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const [a, b] = [person(), person()]
      play(a, all)
      const clip = readClip(JSON.stringify(clipOf(a.graph.getState(), nodesOf(a), notesOf(a))))
      fc.pre(clip !== null && !standsTwice(a))
      if (clip) b.edit.paste(clip, { x: 40, y: 40 })
      expect(meaningOf(b)).toEqual(meaningOf(a))
    }),
    { numRuns: 150 },
  )
})

/** Two nodes at one place stand in no order that could be compared. */
function standsTwice(a: Person): boolean {
  const { nodes, layout } = a.graph.getState()
  const places = Object.entries(layout).map(([id, { x, y }]) => `${homeOf(nodes, id)} ${x} ${y}`)
  return new Set(places).size < places.length
}

test('what is added, inserted, pasted or duplicated never covers a node', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const a = person()
      play(
        a,
        all.filter(({ act }) => act !== 'moveNodes'),
      )
      const { nodes, layout } = a.graph.getState()
      const places = Object.entries(layout).map(([id, place]) => ({ ...place, home: homeOf(nodes, id) }))
      for (const [at, one] of places.entries()) {
        for (const other of places.slice(at + 1).filter(({ home }) => home === one.home)) {
          const apart = Math.abs(one.x - other.x) >= NODE_WIDTH || Math.abs(one.y - other.y) >= NODE_HEIGHT
          expect(apart, JSON.stringify([one, other])).toBe(true)
        }
      }
    }),
    { numRuns: 150 },
  )
})
