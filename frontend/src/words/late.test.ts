import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { messagesOf } from './messages'
import { SOURCES } from './sources'
import { usedIn } from './used'

const byName = new Map(SOURCES.map((source) => [source.name, source]))
const fileOf = (from: string, path: string) =>
  ['', '.ts', '.tsx'].map((end) => normalize(join(dirname(from), path)) + end).find((name) => byName.has(name))
const found = (from: string, pattern: RegExp) =>
  [...(byName.get(from)?.text.matchAll(pattern) ?? [])].flatMap(([, path]) => fileOf(from, path ?? '') ?? [])

/** What is fetched together with a module: all that it imports, and what that imports. */
function withIt(root: string): Set<string> {
  const all = new Set([root])
  for (const name of all) for (const next of found(name, /^(?:import|export)(?! type)[^'"();]*['"](\.[^'"]+)['"]/gm)) all.add(next)
  return all
}

const late = new Map(
  SOURCES.filter(({ name }) => /^words\/late[A-Z]/.test(name)).map(({ name, text }) => [/messages\/(en\/\w+\.ftl)/.exec(text)?.[1] ?? '', name]),
)

test('what is said late is fetched with every part that says it', () => {
  const messages = messagesOf('en')
  const parts = new Set(['main.tsx', ...SOURCES.flatMap(({ name }) => found(name, /\bimport\(['"](\.[^'"]+)['"]\)/g))])
  const silent = [...parts].flatMap((part) => {
    const files = withIt(part)
    return [...files].flatMap((name) => {
      const { asked, shapes } = usedIn([byName.get(name)!])
      const said = [...messages.values()].filter(({ id }) => asked.some((one) => one.id === id) || shapes.some(({ pattern }) => pattern.test(id)))
      return said.filter(({ file }) => late.has(file) && !files.has(late.get(file)!)).map(({ id, file }) => `${part}: ${name} says ${id} of ${file}`)
    })
  })
  expect(late.size).toBeGreaterThan(5)
  expect(silent).toEqual([])
})
