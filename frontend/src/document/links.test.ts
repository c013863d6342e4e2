import { expect, test } from 'vitest'
import type { Edge } from '../contract'
import { between, downstream, upstream } from './links'

const wire = (source: string, target: string): Edge => ({
  source,
  source_port: 'output',
  target,
  target_port: 'input',
  order: 'a0',
})

/** a → b → d → e, a → c → d, and f → e. */
const EDGES = {
  1: wire('a', 'b'),
  2: wire('b', 'd'),
  3: wire('a', 'c'),
  4: wire('c', 'd'),
  5: wire('d', 'e'),
  6: wire('f', 'e'),
}
const sorted = (found: Set<string>) => [...found].toSorted().join('')

test('everything downstream is what the wires lead to', () => {
  expect(sorted(downstream(EDGES, ['b']))).toBe('bde')
})

test('everything upstream is what leads there', () => {
  expect(sorted(upstream(EDGES, ['d']))).toBe('abcd')
})

test('between two nodes stand those on any way from one to the other', () => {
  expect(sorted(between(EDGES, ['a', 'd']))).toBe('abcd')
  expect(sorted(between(EDGES, ['e', 'b']))).toBe('bde')
})

test('between two branches stands nothing', () => {
  expect(sorted(between(EDGES, ['b', 'c']))).toBe('bc')
})
