// A project's versions in this page: what its runs trained and what was kept under a name, each with its distance from the live graph.
// Asked for again when the graph or the runs have changed and all is saved.

import { useEffect } from 'react'
import { create } from 'zustand'
import type { Version } from '../contract'
import { useChanged } from '../document/changed'
import { useDocument } from '../document/hooks'
import type { OpenDocument } from '../document/open'
import type { Api, Named } from '../server/api'
import { problemsOf } from '../server/refusal'
import { useServer } from '../server/ServerContext'
import { say } from '../ui/toast'
import { t } from '../words/words'
import type { Lab } from './lab'

interface VersionsState {
  /** Newest first. */
  readonly versions: readonly Version[]
  /** Counts answers: what compares with the live graph asks again. */
  readonly tick: number
}

const NONE: VersionsState = { versions: [], tick: 0 }
export const useVersions = create<VersionsState>(() => NONE)

/** An edit is often the first of several. */
const REST_MS = 400

/** Keeps the store current while mounted; once for a project. */
export function useKeptVersions(lab: Lab): void {
  const { graph, sync, project } = useDocument()
  const { api } = useServer()
  useEffect(() => {
    let current = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      if (sync.getState().unsaved || !sync.getState().online) return soon()
      try {
        const { versions, changed } = await api.versions(project)
        if (!current) return
        useVersions.setState(({ tick }) => ({ versions, tick: tick + 1 }))
        useChanged.setState({ nodes: new Set(changed) })
      } catch {
        // The list stays as it was; the next change asks again.
      }
    }
    const soon = () => {
      clearTimeout(timer)
      if (current) timer = setTimeout(() => void ask(), REST_MS)
    }
    let runs = lab.state().runs.length
    const offs = [
      graph.subscribe((now, before) => {
        const same = now.nodes === before.nodes && now.edges === before.edges && now.training === before.training
        if (!same && (useVersions.getState().versions.length || runs)) soon()
      }),
      lab.subscribe(() => {
        const now = lab.state().runs.length
        if (now !== runs) soon()
        runs = now
      }),
      onKept(soon),
    ]
    soon()
    return () => {
      current = false
      clearTimeout(timer)
      for (const off of offs) off()
      useVersions.setState(NONE)
      useChanged.setState({ nodes: new Set() })
    }
  }, [graph, sync, project, api, lab])
}

const listeners = new Set<() => void>()
const onKept = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** A name is being given to the canvas as it is now; the field for it is among the runs. */
export const useNaming = create<{ open: boolean }>(() => ({ open: false }))

/** A version was saved or deleted. */
export function askAgain(): void {
  for (const listener of listeners) listener()
}

/** Back to a graph as it was once, as one step that can be undone; says so, or why not. */
export async function restoreVersion(document: OpenDocument, api: Api, version: Named, name: string): Promise<boolean> {
  try {
    const { before } = await api.compare(document.project, version, { type: 'project' })
    document.edit.restore(before)
    say(t('compare-restored', { name }), { action: { label: t('compare-undo'), run: document.undo } })
    return true
  } catch (error) {
    say(problemsOf(error)[0]?.message ?? '', { tone: 'bad' })
    return false
  }
}
