// What a browser fetches before a project can be drawn in, packed; fails when it grows past the budget.

import { existsSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const BUDGET_KB = 350
const built = fileURLToPath(new URL('../backend/layerloom/web/static/', import.meta.url))
const manifest = JSON.parse(readFileSync(`${built}.vite/manifest.json`, 'utf8'))
/** Fetched by code as soon as a project opens. */
const AT_ONCE = ['index.html', 'src/Workspace.tsx', 'src/panels/curves/CurvesTab.tsx']
/** Asked for only when a character needs it. */
const LATE = /latin-ext/

const files = new Set(['index.html'])
const visit = (key) => {
  const chunk = manifest[key]
  if (!chunk || files.has(chunk.file)) return
  files.add(chunk.file)
  for (const file of [...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file)
  for (const next of chunk.imports ?? []) visit(next)
}
AT_ONCE.forEach(visit)

let total = 0
for (const file of files) {
  if (LATE.test(file)) continue
  const packed = existsSync(`${built}${file}.gz`) ? `${file}.gz` : file
  const size = statSync(`${built}${packed}`).size
  total += size
  console.log(`${(size / 1000).toFixed(1).padStart(8)} kB  ${file}`)
}
console.log(`${(total / 1000).toFixed(1).padStart(8)} kB  of ${BUDGET_KB} kB`)
process.exitCode = total > BUDGET_KB * 1000 ? 1 : 0
