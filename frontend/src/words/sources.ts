// The page's own files, for the tests that read them: every source but the generated, the tests and what only they use.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const UNREAD = /\.test\.|^contract\/|^document\/(acts|bench)\.ts$|^words\/(hardcoded|sources|spoken|messages|used)\.ts$/

export interface Source {
  readonly name: string
  readonly text: string
}

export const SOURCES: readonly Source[] = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !UNREAD.test(name))
  .toSorted()
  .map((name) => ({ name, text: readFileSync(join(ROOT, name), 'utf8') }))
