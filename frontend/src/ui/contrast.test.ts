import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const CSS = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')

/** The tokens of a block, by its selector's last line. */
function block(selector: string): Record<string, string> {
  const body = CSS.split(`\n${selector} {`)[1]?.split('\n}')[0] ?? ''
  return Object.fromEntries([...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]))
}

const light = block("[data-theme='light']")
const dark = { ...light, ...block("[data-theme='dark']") }
const more = { ...light, ...block("[data-contrast='more']") }
const moreDark = { ...dark, ...more, ...block("[data-theme='dark'][data-contrast='more']") }
const THEMES = { light, dark, 'high contrast': more, 'high contrast, dark': moreDark }

/** Relative luminance, and the ratio of two: WCAG 2.2, 1.4.3. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function ratio(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

const GROUNDS = ['bg', 'panel', 'sunken', 'hover'] as const
const on = (names: readonly string[], grounds: readonly string[]) =>
  names.flatMap((name) => grounds.map((ground) => [name, ground] as const))

const TEXT = [
  ...on(['ink', 'muted'], [...GROUNDS, 'soft', 'bad-bg', 'warn-bg', 'ok-bg']),
  ...on(['accent'], [...GROUNDS, 'soft']),
  ...on(['ok', 'warn', 'bad'], ['bg', 'panel', 'sunken']),
  ...on(['ok'], ['ok-bg']),
  ...on(['warn'], ['warn-bg']),
  ...on(['bad'], ['bad-bg']),
  ...on(['accent-ink'], ['accent', 'accent-hover']),
]
const GROUPS = Object.keys(light).filter((name) => name.startsWith('g-') || name.startsWith('curve-'))
/** Drawings and the ring of the focus: WCAG 2.2, 1.4.11. */
const MARKS = on([...GROUPS, 'accent', 'bad', 'warn'], ['bg', 'panel'])

function tooLow(tokens: Record<string, string>, pairs: readonly (readonly [string, string])[], least: number): string[] {
  return pairs.flatMap(([name, ground]) => {
    const found = ratio(tokens[name] ?? '#ffffff', tokens[ground] ?? '#ffffff')
    return found < least ? [`${name} on ${ground}: ${found.toFixed(2)}`] : []
  })
}

test('every theme was found, with its tokens', () => {
  for (const tokens of Object.values(THEMES)) expect(Object.keys(tokens).length).toBeGreaterThan(35)
  expect(new Set(Object.values(THEMES).map((tokens) => tokens.ink)).size).toBe(4)
  expect(ratio('#000000', '#ffffff')).toBeCloseTo(21)
})

describe.each(Object.entries(THEMES))('%s', (name, tokens) => {
  const high = name.startsWith('high')
  test('text can be read', () => expect(tooLow(tokens, TEXT, high ? 7 : 4.5)).toEqual([]))
  test('drawings, curves and the focus can be seen', () => expect(tooLow(tokens, MARKS, high ? 4.5 : 3)).toEqual([]))
  if (high) test('every edge can be seen', () => expect(tooLow(tokens, on(['line', 'line-strong', 'faint'], ['bg', 'panel']), 4.5)).toEqual([]))
})
