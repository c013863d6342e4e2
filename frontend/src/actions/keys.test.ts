import { expect, test } from 'vitest'
import { ariaKeys, keyCaps, normal, spellings } from './keys'

const press = (key: string, rest: Partial<Parameters<typeof spellings>[0]> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...rest,
})

test('Mod is Cmd on a Mac and Ctrl elsewhere', () => {
  expect(spellings(press('z', { ctrlKey: true, shiftKey: true }), false)).toEqual(['Mod+Shift+Z'])
  expect(spellings(press('z', { metaKey: true }), true)).toEqual(['Mod+Z'])
  expect(spellings(press('z', { ctrlKey: true }), true)).toEqual(['Ctrl+Z'])
})

test('a sign is what it says, on any keyboard', () => {
  expect(spellings(press('?', { code: 'Slash', shiftKey: true }), false)).toEqual(['?'])
  expect(spellings(press('/', { code: 'Digit7', shiftKey: true, ctrlKey: true }), false)).toEqual([
    'Mod+/',
    'Mod+Shift+7',
  ])
})

test('a key without a Latin letter goes by its place, one with AltGr by what it types', () => {
  expect(spellings(press('я', { code: 'KeyZ', ctrlKey: true }), false)).toEqual(['Mod+Я', 'Mod+Z'])
  expect(spellings(press('∑', { code: 'KeyW', altKey: true }), true)).toEqual(['Alt+∑', 'Alt+W'])
  const at = press('@', { code: 'KeyQ', ctrlKey: true, altKey: true, getModifierState: (key) => key === 'AltGraph' })
  expect(spellings(at, false)[0]).toBe('@')
})

test('a modifier alone is no key, and the order in which one is written does not matter', () => {
  expect(spellings(press('Shift', { shiftKey: true }))).toEqual([])
  expect(normal('shift+mod+z')).toBe('Mod+Shift+Z')
  expect(normal('Mod++')).toBe('Mod++')
})

test('keys are drawn as the keyboard has them', () => {
  expect(keyCaps('Mod+Shift+Z', true)).toEqual(['⌘', '⇧', 'Z'])
  expect(keyCaps('Alt+ArrowUp', false).at(-1)).toBe('↑')
  expect(ariaKeys('Mod+K')).toBe('Control+K')
})
