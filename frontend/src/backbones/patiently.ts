// A question for Keras → its answer; whoever comes while Keras is still being loaded need not come again.

import { Refusal } from '../server/refusal'

const AGAIN_MS = 2000
const LONGEST_MS = 60_000

export async function patiently<T>(ask: () => Promise<T>, waiting: () => void, signal: AbortSignal): Promise<T> {
  for (let waited = 0; ; waited += AGAIN_MS) {
    try {
      return await ask()
    } catch (error) {
      const starting = error instanceof Refusal && error.problems[0]?.code === 'worker_starting'
      if (!starting || waited >= LONGEST_MS || signal.aborted) throw error
      waiting()
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    }
  }
}
