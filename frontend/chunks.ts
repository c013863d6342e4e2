// Module → the file of the build it goes into, so that what is needed at one time comes as one file and not as fifty.
// What nothing here reaches is fetched later, and left to the bundler.

interface Graph {
  getModuleInfo: (id: string) => { importedIds: readonly string[] } | null
}

const PARTS = {
  page: ['main.tsx'],
  start: ['start/Start.tsx'],
  project: ['Workspace.tsx', 'panels/curves/CurvesTab.tsx', 'comments/Comments.tsx'],
  canvas: ['canvas/Canvas.tsx', 'canvas/NoteCard.tsx'],
} as const

type Part = keyof typeof PARTS

/** `source`: the folder that the parts' files are in. */
export function chunksOf(source: string) {
  const known = new Map<Part, ReadonlySet<string>>()

  const reached = (part: Part, graph: Graph): ReadonlySet<string> => {
    const found = known.get(part)
    if (found) return found
    const all = new Set<string>(PARTS[part].map((file) => `${source}/${file}`))
    for (const id of all) for (const next of graph.getModuleInfo(id)?.importedIds ?? []) all.add(next)
    known.set(part, all)
    return all
  }

  return (id: string, graph: Graph): string | null => {
    const has = (part: Part) => reached(part, graph).has(id)
    if (id === `${source}/${PARTS.page[0]}`) return null // the entry is a file by itself
    if (has('page')) return 'page'
    if (has('start')) return has('project') || has('canvas') ? 'shared' : 'start'
    if (has('project')) return 'project'
    return has('canvas') ? 'canvas' : null
  }
}
