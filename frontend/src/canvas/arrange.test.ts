// Laws of the tidy layout, for networks of any form: chains, forks, several inputs, parts apart from each other, circles too.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Edge, Position } from '../contract'
import { NODE_HEIGHT, NODE_WIDTH } from '../document/place'
import { arrange } from './arrange'

interface Net {
  nodes: Record<string, true>
  edges: Record<string, Edge>
}

/** Wires lead mostly to what comes soon after, now and then over many rows; `back` lets some lead anywhere. */
function nets(back: boolean): fc.Arbitrary<Net> {
  return fc.integer({ min: 1, max: 40 }).chain((many) =>
    fc
      .array(fc.tuple(fc.nat(many - 1), fc.integer({ min: back ? -many : 1, max: many }), fc.nat(3)), { maxLength: 70 })
      .map((drawn) => {
        const edges: Net['edges'] = {}
        for (const [at, [from, ahead, near]] of drawn.entries()) {
          const to = from + (near && ahead > 0 ? (ahead % 3) + 1 : ahead)
          if (to < 0 || to >= many) continue
          edges[`e${at}`] = { source: `n${from}`, source_port: 'output', target: `n${to}`, target_port: 'input', order: `a${at}` }
        }
        return { nodes: Object.fromEntries(Array.from({ length: many }, (_, at) => [`n${at}`, true as const])), edges }
      }),
  )
}

const RUNS = { numRuns: 200 }

function clash(places: readonly Position[]): [Position, Position] | undefined {
  for (const [at, one] of places.entries())
    for (const other of places.slice(at + 1))
      if (Math.abs(one.x - other.x) < NODE_WIDTH && Math.abs(one.y - other.y) < NODE_HEIGHT) return [one, other]
  return undefined
}

test('layout never overlaps, whatever the wires', () => {
  fc.assert(
    fc.property(nets(true), ({ nodes, edges }) => {
      const places = arrange(nodes, edges)
      expect(Object.keys(places).toSorted()).toEqual(Object.keys(nodes).toSorted())
      for (const { x, y } of Object.values(places)) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true)
      expect(clash(Object.values(places))).toBeUndefined()
    }),
    RUNS,
  )
})

test('every wire leads down, so that data flows from top to bottom', () => {
  fc.assert(
    fc.property(nets(false), ({ nodes, edges }) => {
      const places = arrange(nodes, edges)
      for (const { source, target } of Object.values(edges))
        expect(places[target]?.y).toBeGreaterThan(places[source]?.y ?? Infinity)
    }),
    RUNS,
  )
})

test('the same network comes out the same', () => {
  fc.assert(
    fc.property(nets(true), ({ nodes, edges }) => {
      expect(arrange(nodes, edges)).toEqual(arrange(structuredClone(nodes), structuredClone(edges)))
    }),
    { numRuns: 100 },
  )
})

test('a chain stands in one straight line', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 30 }), (many) => {
      const nodes = Object.fromEntries(Array.from({ length: many }, (_, at) => [`n${at}`, true]))
      const edges: Net['edges'] = {}
      for (let at = 1; at < many; at += 1)
        edges[`e${at}`] = { source: `n${at - 1}`, source_port: 'output', target: `n${at}`, target_port: 'input', order: 'a' }
      expect(new Set(Object.values(arrange(nodes, edges)).map(({ x }) => x)).size).toBe(1)
    }),
  )
})
