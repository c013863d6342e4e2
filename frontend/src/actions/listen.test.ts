import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const SRC = join(import.meta.dirname, '..')
const ALLOWED = ['actions/listen.ts', 'actions/listen.test.ts']
/** While the button is down: Escape leaves what is carried or dragged, Alt makes it a copy. Shift tells one paste from the other. */
const GESTURES = ['canvas/carry.ts', 'canvas/useDragging.ts', 'canvas/useClipboard.ts']

test('commands by key have one listener: whoever adds a command offers an action', () => {
  const others = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && ![...ALLOWED, ...GESTURES].includes(file))
    .filter((file) => /addEventListener\(\s*'key(down|press)'/.test(readFileSync(join(SRC, file), 'utf8')))
  expect(others).toEqual([])
})
