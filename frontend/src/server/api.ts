// Every HTTP endpoint, typed once. Asks and answers; keeps nothing.

import type {
  Catalog,
  DataSource,
  DatasetEntry,
  Described,
  EventsPage,
  Member,
  Preview,
  ProjectWithGraph,
  Run,
  Session,
  SourceText,
  Suggestion,
  Template,
} from '../contract'
import { createHttp, type Http, type Token } from './http'

export type Project = Omit<ProjectWithGraph, 'graph'>

/** A graph may leave out what has a default. */
export interface Beginning {
  readonly name?: string
  readonly template?: string
  readonly graph?: Readonly<Record<string, unknown>>
}

const id = encodeURIComponent

function createApi(http: Http) {
  return {
    session: () => http.get<Session>('/api/session'),
    /** Everything but the long documentation, which is asked for member by member. */
    catalog: () => http.get<Catalog>('/api/catalog'),
    member: (kind: Member['kind'], name: string) => http.get<Member>(`/api/catalog/${id(kind)}/${id(name)}`),
    templates: () => http.get<Template[]>('/api/templates'),

    projects: () => http.get<Project[]>('/api/projects'),
    project: (project: string) => http.get<ProjectWithGraph>(`/api/projects/${id(project)}`),
    createProject: (beginning: Beginning) => http.send<Project>('POST', '/api/projects', beginning),
    /** The text of a graph file, unread. */
    importProject: (text: string) => http.send<Project>('POST', '/api/projects/import', text),
    renameProject: (project: string, name: string) =>
      http.send<Project>('PATCH', `/api/projects/${id(project)}`, { name }),
    deleteProject: (project: string) => http.send<void>('DELETE', `/api/projects/${id(project)}`),
    restoreProject: (project: string) => http.send<Project>('POST', `/api/projects/${id(project)}/restore`),
    duplicateProject: (project: string) => http.send<Project>('POST', `/api/projects/${id(project)}/duplicate`),
    source: (project: string) => http.get<SourceText>(`/api/projects/${id(project)}/source`),
    describe: (project: string) => http.get<Described>(`/api/projects/${id(project)}/describe`),

    datasets: () => http.get<DatasetEntry[]>('/api/datasets'),
    uploadDataset: (file: File, onProgress: (part: number) => void, signal?: AbortSignal) =>
      http.upload<DatasetEntry>('/api/datasets', file, onProgress, signal),
    preview: (dataset: string, rows = 20) => http.get<Preview>(`/api/datasets/${id(dataset)}/preview?rows=${rows}`),
    suggest: (data: DataSource, target: string | null) =>
      http.send<Suggestion>('POST', '/api/suggest', { data, target }),

    runs: (project: string) => http.get<Run[]>(`/api/projects/${id(project)}/runs`),
    run: (run: string) => http.get<Run>(`/api/runs/${id(run)}`),
    /** `key` makes a second press of the same button the same run. */
    startRun: (project: string, key: string) =>
      http.send<{ run: Run }>('POST', `/api/projects/${id(project)}/runs`, { key }),
    stopRun: (run: string) => http.send<{ run: Run }>('POST', `/api/runs/${id(run)}/stop`),
    events: (run: string, after: number) => http.get<EventsPage>(`/api/runs/${id(run)}/events?after=${after}`),
  }
}

export type Api = ReturnType<typeof createApi>

export const urls = {
  runFile: (run: string, name: string) => `/api/runs/${id(run)}/files/${id(name)}`,
  projectExport: (project: string) => `/api/projects/${id(project)}/export`,
}

/** The API of this page's own session, and its token for the socket. */
export function openApi(): Api & { token: Token } {
  let asked: Promise<string> | null = null
  const token: Token = {
    give: () => {
      asked ??= api.session().then((session) => session.csrf)
      asked.catch(token.forget)
      return asked
    },
    forget: () => {
      asked = null
    },
  }
  const api = createApi(createHttp(token))
  return { ...api, token }
}
