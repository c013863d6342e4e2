// A file or code → what the server makes of it; whoever comes while Keras is still being loaded need not come again.

import type { BroughtModels } from '../contract'
import type { Api } from '../server/api'
import { Refusal } from '../server/refusal'

const AGAIN_MS = 2000
const LONGEST_MS = 60_000

export type Stage = 'uploading' | 'reading' | 'waiting'

export async function read(
  api: Api,
  what: { file: File; placeholders: boolean } | { source: string },
  progress: (stage: Stage, part: number | null) => void,
  signal: AbortSignal,
): Promise<BroughtModels> {
  for (let waited = 0; ; waited += AGAIN_MS) {
    try {
      if ('source' in what) {
        progress('reading', null)
        return await api.readCode(what.source)
      }
      const told = (part: number) => progress(part < 1 ? 'uploading' : 'reading', part < 1 ? part : null)
      return await api.readModel(what.file, what.placeholders, told, signal)
    } catch (error) {
      const starting = error instanceof Refusal && error.problems[0]?.code === 'worker_starting'
      if (!starting || waited >= LONGEST_MS || signal.aborted) throw error
      progress('waiting', null)
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    }
  }
}

/** The line that a problem of pasted code is about; 0 where it names none. */
export function lineOf(place: string): number {
  return Number(/^line (\d+)$/.exec(place)?.[1] ?? 0)
}
