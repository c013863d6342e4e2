// What the server said of places: kept by what an answer depends on, so that a place looked at again is answered at once.

import { create } from 'zustand'
import type { Fits, Problem } from '../contract'
import type { Api } from '../server/api'
import { spoken } from '../words/said'
import { queryOf, type Place } from './place'

export interface Answer {
  /** What is known so far. */
  fits: Fits | null
  state: 'asking' | 'known' | 'failed'
}

const MOST = 80
const NOTHING: Answer = { fits: null, state: 'asking' }

export const useAnswers = create<{ byKey: ReadonlyMap<string, Answer> }>(() => ({ byKey: new Map() }))

type Asks = Pick<Api, 'fits'>

/** Asks unless it is known or being asked; comes back when all is said. */
export async function ask(api: Asks, project: string, place: Place, key: string): Promise<Fits | null> {
  const known = useAnswers.getState().byKey.get(key)
  if (known && known.state !== 'failed') return known.fits
  put(key, known ? { ...known, state: 'asking' } : NOTHING)
  try {
    for (;;) {
      const fits = read(await api.fits(project, queryOf(place)))
      put(key, { fits, state: fits.complete ? 'known' : 'asking' })
      if (fits.complete) return fits
      if (!fits.tensor) await new Promise((again) => setTimeout(again, 250))
    }
  } catch {
    put(key, { fits: null, state: 'failed' })
    return null
  }
}

/** Its reasons in the language that is read. */
function read(fits: Fits): Fits {
  const told = (problem: Problem | null) => problem && spoken(problem)
  return {
    ...fits,
    layers: fits.layers.map((one) => ({ ...one, problem: told(one.problem), breaks: told(one.breaks) })),
    targets: fits.targets.map((one) => ({ ...one, problem: told(one.problem) })),
  }
}

function put(key: string, answer: Answer): void {
  const next = new Map(useAnswers.getState().byKey)
  next.delete(key)
  next.set(key, answer)
  for (const old of next.keys()) if (next.size > MOST) next.delete(old)
  useAnswers.setState({ byKey: next })
}
