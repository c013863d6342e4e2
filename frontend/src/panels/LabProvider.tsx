// Opens a project's lab for everything below it; hooks read its state and the watched run, at most ten times a second.

import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { RunView } from '../run/view'
import { useServer } from '../server/ServerContext'
import { useRoute } from '../ui/route'
import { type Lab, type LabState, createLab } from './lab'
import { useKeptVersions } from './versions'

const LabContext = createContext<Lab | null>(null)

/** `project` does not change while it is mounted: another project is another frame. */
export function LabProvider({ project, children }: { project: string; children: ReactNode }) {
  const server = useServer()
  const { run } = useRoute()
  const [lab] = useState(() => createLab(project, server))
  useEffect(() => lab.open(), [lab])
  useKeptVersions(lab)
  useEffect(() => {
    if (run) lab.watch(run)
  }, [lab, run])
  return <LabContext value={lab}>{children}</LabContext>
}

export function useLab(): Lab {
  const lab = useContext(LabContext)
  if (!lab) throw new Error('useLab outside LabProvider')
  return lab
}

export function useLabState(): LabState {
  const lab = useLab()
  return useSyncExternalStore(lab.subscribe, lab.state)
}

/** The run on the bench, or null when the project has none. */
export function useWatched(): RunView | null {
  const { watched } = useLabState()
  return useSyncExternalStore(watched?.subscribe ?? NOTHING, watched?.view ?? NO_VIEW)
}

const NOTHING = () => () => undefined
const NO_VIEW = () => null
