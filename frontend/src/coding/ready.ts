// A question to Keras that may come while it is still being loaded → its answer, asked for again until it can be given.

import { problemsOf } from '../server/refusal'

const AGAIN_MS = 2000
const TIMES = 30

export async function onceReady<T>(ask: () => Promise<T>): Promise<T> {
  for (let time = 1; ; time += 1) {
    try {
      return await ask()
    } catch (error) {
      if (problemsOf(error)[0]?.code !== 'worker_starting' || time >= TIMES) throw error
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    }
  }
}
