// A run's exports, asked for again while one of them is under way, and the two things one can do about each.

import { useCallback, useEffect, useState } from 'react'
import type { Export, Exports, Problem } from '../contract'
import { problemsOf } from '../server/refusal'
import { useServer } from '../server/ServerContext'

const LOOK_MS = 400

export interface Followed {
  readonly exports: Exports | null
  readonly problems: readonly Problem[]
  begin(format: string): Promise<void>
  cancel(format: string): Promise<void>
}

export function underWay({ state }: Export): boolean {
  return state === 'waiting' || state === 'working'
}

export function useExports(run: string): Followed {
  const { api } = useServer()
  const [exports, setExports] = useState<Exports | null>(null)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const hear = useCallback(
    (asked: Promise<Exports>) =>
      asked.then(
        (found) => {
          setExports(found)
          setProblems([])
        },
        (error: unknown) => setProblems(problemsOf(error)),
      ),
    [],
  )
  const going = exports === null || exports.exports.some(underWay)
  useEffect(() => {
    if (!going) return
    let open = true
    const look = () => {
      void hear(api.exports(run)).then(() => {
        if (open) timer = setTimeout(look, LOOK_MS)
      })
    }
    let timer = setTimeout(look, 0)
    return () => {
      open = false
      clearTimeout(timer)
    }
  }, [api, run, going, hear])
  return {
    exports,
    problems,
    begin: (format) => hear(api.beginExport(run, format)),
    cancel: (format) => hear(api.cancelExport(run, format)),
  }
}
