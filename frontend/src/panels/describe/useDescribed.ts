// Summary and plot of the watched run's model, or, before any run, of the graph as it is drawn now.

import { useState } from 'react'
import type { Described, Problem } from '../../contract'
import { useDocument, useInference } from '../../document/hooks'
import { useServer } from '../../server/ServerContext'
import { useWatched } from '../LabProvider'
import { useAnswer } from '../useAnswer'

export interface Description {
  readonly of: 'run' | 'drawing'
  readonly described: Described | null
  readonly problems: readonly Problem[]
  readonly asking: boolean
  /** True where the drawing has problems now: what is shown is how it was before. */
  readonly stale: boolean
  /** True until the engine that reads shapes has answered. */
  readonly waiting: boolean
  readonly change: () => void
}

export function useDescribed(): Description {
  const server = useServer()
  const { project } = useDocument()
  const built = useWatched()?.model ?? null
  const version = useInference((inference) => inference.version)
  const ready = useInference((inference) => inference.plan_ok)
  const waiting = useInference((inference) => inference.state !== 'ready')
  const [drawing, setDrawing] = useState(false)
  const of = built && !drawing ? 'run' : 'drawing'
  const answer = useAnswer(of === 'drawing' && ready ? String(version) : null, () => server.api.describe(project), 400)
  const change = () => setDrawing((on) => !on)
  if (of === 'run') return { of, described: built, problems: [], asking: false, stale: false, waiting: false, change }
  const { value, problems, asking } = answer
  return { of, described: value, problems, asking, stale: !ready, waiting, change }
}
