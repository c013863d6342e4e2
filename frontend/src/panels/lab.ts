// A project's runs and the one being watched, outside React: start, stop, pause, go on, choose, follow.
//
// Knows the server and the reducer; draws nothing.

import { ENDED, type Problem, type Run, type StoredEvent } from '../contract'
import { createRunStore, type RunStore } from '../run/store'
import type { Api } from '../server/api'
import { follow, type Follower } from '../server/follow'
import { problemsOf, Refusal } from '../server/refusal'
import type { Wire } from '../server/wire'

export interface LabState {
  readonly loaded: boolean
  /** Newest first. */
  readonly runs: readonly Run[]
  /** The run on the bench. */
  readonly watched: RunStore | null
  readonly starting: boolean
  /** Ids of the runs asked to stop that still go on. */
  readonly stopping: readonly string[]
  /** Why the last request was refused. */
  readonly problems: readonly Problem[]
}

export interface Lab {
  state(): LabState
  subscribe(listener: () => void): () => void
  watch(run: string): void
  /** `goesOn`: from where that run had come to. */
  start(goesOn?: string): Promise<void>
  stop(run: string): Promise<void>
  pause(run: string): Promise<void>
  resume(run: string): Promise<void>
  dismiss(): void
  /** Begins to listen; returns the way to stop. */
  open(): () => void
}

type LabApi = Pick<Api, 'runs' | 'run' | 'startRun' | 'stopRun' | 'pauseRun' | 'resumeRun' | 'events'>

export function isActive(run: Run): boolean {
  return !ENDED.includes(run.state)
}

/** Asked to pause, and on its way to the next checkpoint. */
export function isPausing(run: Run): boolean {
  return run.pause_requested && run.state === 'running'
}

export function createLab(
  project: string,
  from: { api: LabApi; wire: Pick<Wire, 'ask' | 'tell' | 'on' | 'onConnect'> },
  newKey: () => string = () => crypto.randomUUID(),
): Lab {
  let state: LabState = { loaded: false, runs: [], watched: null, starting: false, stopping: [], problems: [] }
  let follower: Follower | null = null
  let key: string | null = null
  let wish: string | undefined
  /** True once a person chose a run: a newer one then no longer takes its place. */
  let chosen = false
  let open = false
  const listeners = new Set<() => void>()

  function change(part: Partial<LabState>): void {
    if (!open) return
    state = { ...state, ...part }
    for (const listener of listeners) listener()
  }

  function show(run: string): void {
    if (!open || state.watched?.run === run) return
    follower?.stop()
    const store = createRunStore(run)
    change({ watched: store })
    follower = follow(
      run,
      from,
      (events) => take(store, events),
      (error) => change({ problems: problemsOf(error) }),
    )
  }

  function take(store: RunStore, events: readonly StoredEvent[]): void {
    store.take(events)
    if (events.some(({ event }) => event.type === 'run_ended')) from.api.run(store.run).then(upsert, () => undefined)
  }

  function upsert(run: Run): void {
    if (run.project !== project) return
    const known = state.runs.some((other) => other.id === run.id)
    const runs = [run, ...state.runs.filter((other) => other.id !== run.id)].sort((a, b) => b.number - a.number)
    change({ runs, stopping: isActive(run) ? state.stopping : state.stopping.filter((id) => id !== run.id) })
    if (!known && !chosen) show(run.id)
  }

  async function load(): Promise<void> {
    const runs = [...(await from.api.runs(project))].sort((a, b) => b.number - a.number)
    const stopping = runs.filter((run) => run.stop_requested && isActive(run)).map((run) => run.id)
    change({ runs, stopping, loaded: true })
    const first = runs.find((run) => run.state === 'running') ?? runs[0]
    if (first && !chosen) show(first.id)
  }

  const refused = (error: unknown) => change({ problems: problemsOf(error) })
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    watch: (run) => {
      chosen = run !== state.runs[0]?.id
      show(run)
    },
    start: async (goesOn) => {
      if (state.starting) return
      // Another wish is another run, even where the last one was never answered.
      if (!key || wish !== goesOn) key = newKey()
      wish = goesOn
      change({ starting: true, problems: [] })
      try {
        const { run } = await from.api.startRun(project, key, goesOn)
        key = null
        chosen = false
        upsert(run)
        show(run.id)
      } catch (error) {
        // Without an answer the run may exist: the same key asks for the same run again.
        if (!(error instanceof Refusal && error.status === 0)) key = null
        refused(error)
      } finally {
        change({ starting: false })
      }
    },
    stop: async (run) => {
      if (state.stopping.includes(run)) return
      change({ stopping: [...state.stopping, run] })
      try {
        upsert((await from.api.stopRun(run)).run)
      } catch (error) {
        change({ stopping: state.stopping.filter((id) => id !== run) })
        refused(error)
      }
    },
    pause: (run) => from.api.pauseRun(run).then((said) => upsert(said.run), refused),
    resume: (run) => from.api.resumeRun(run).then((said) => upsert(said.run), refused),
    dismiss: () => change({ problems: [] }),
    open: () => {
      open = true
      const offRuns = from.wire.on<{ project: string; run: Run }>('project_runs', (news) => {
        if (news.project === project) upsert(news.run)
      })
      const offConnect = from.wire.onConnect(() => void load().catch(refused))
      load().catch(refused)
      return () => {
        open = false
        follower?.stop()
        follower = null
        state = { ...state, watched: null }
        offRuns()
        offConnect()
      }
    },
  }
}
