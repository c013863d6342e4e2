// Every HTTP endpoint, typed once. Asks and answers; keeps nothing.

import type { SlimCatalog, SlimMember } from '../catalog/slim'
import type {
  BackboneNode,
  BroughtModels,
  Card,
  Code,
  Comparison,
  DataSource,
  DatasetEntry,
  Described,
  Download,
  EditedSource,
  EventsPage,
  Exports,
  Fits,
  Graph,
  GraphRef,
  Invitation,
  LinkMade,
  Links,
  Member,
  Preview,
  ProjectWithGraph,
  Run,
  SavedBlock,
  SavedBlocks,
  SavedBlockWithGraph,
  Session,
  SourceText,
  Suggestion,
  Template,
  UnfoldedBackbone,
  User,
  Version,
  Versions,
  BackboneWeights,
} from '../contract'
import { createHttp, type Http, type Token } from './http'

export type Project = Omit<ProjectWithGraph, 'graph'>

/** A graph may leave out what has a default. */
export interface Beginning {
  readonly name?: string
  readonly template?: string
  /** Of a template's notes; English where it is not said. */
  readonly language?: string
  readonly graph?: Readonly<Record<string, unknown>>
}

/** A backbone with the shape of what flows into it, batch axis first. */
export interface Drawn {
  readonly node: BackboneNode
  readonly shape: readonly (number | null)[]
}

/** What a link lets its guests do. */
export type LinkRole = Invitation['role']

/** Where a graph is, or the graph itself. */
export type Named = Pick<GraphRef, 'type'> & Partial<Pick<GraphRef, 'id' | 'graph'>>

const id = encodeURIComponent

function createApi(http: Http) {
  return {
    session: () => http.get<Session>('/api/session'),
    /** How the others see this person. */
    renameMe: (name: string) => http.send<User>('PATCH', '/api/session', { name }),
    signOut: () => http.send<void>('DELETE', '/api/session'),
    /** What a link leads to. */
    look: (secret: string) => http.knock<Invitation>('/api/join/look', { secret }),
    /** Comes in by a link: under the name one has, or as a new guest. */
    join: (secret: string, name: string | null) => http.knock<{ project: string }>('/api/join', { secret, name }),
    /** Everything but the documentation, which is asked for member by member; `catalog/slim.ts` makes it whole. */
    catalog: () => http.get<SlimCatalog>('/api/catalog'),
    /** Operations and what else no drawing waits for. */
    later: () => http.get<{ members: SlimMember[] }>('/api/catalog/later'),
    member: (kind: Member['kind'], name: string) => http.get<Member>(`/api/catalog/${id(kind)}/${id(name)}`),
    /** What is told of a layer in a language; without sections where nobody has written about it. */
    card: (language: string, layer: string) => http.get<Card>(`/api/cards/${id(language)}/${id(layer)}`),
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
    links: (project: string) => http.get<Links>(`/api/projects/${id(project)}/links`),
    makeLink: (project: string, link: { role: LinkRole; may_train: boolean; expires_in: number | null }) =>
      http.send<LinkMade>('POST', `/api/projects/${id(project)}/links`, link),
    revokeLink: (project: string, link: string) =>
      http.send<void>('DELETE', `/api/projects/${id(project)}/links/${id(link)}`),
    source: (project: string) => http.get<SourceText>(`/api/projects/${id(project)}/source`),
    /** What an edited script would do to the graph as it is now; nothing is done. */
    editSource: (project: string, edited: { graph: Graph; written: string; source: string }) =>
      http.send<EditedSource>('POST', `/api/projects/${id(project)}/source`, edited),
    /** Runs it in a sandbox; what comes back is sealed, and the page's to keep. */
    proveCode: (project: string, asked: { source: string; params: Readonly<Record<string, unknown>>; id: string | null }) =>
      http.send<Code>('POST', `/api/projects/${id(project)}/code`, asked),
    describe: (project: string) => http.get<Described>(`/api/projects/${id(project)}/describe`),

    /** A backbone as the block that may stand in its place; the project stays as it is. */
    unfold: (project: string, asked: Drawn & { begin: string | null }) =>
      http.send<UnfoldedBackbone>('POST', `/api/projects/${id(project)}/unfold`, asked),

    /** Which file of weights a backbone wants, and whether it is here. */
    weights: (asked: Drawn) => http.send<BackboneWeights>('POST', '/api/weights', asked),
    uploadWeights: (asked: Drawn, file: File, onProgress: (part: number) => void, signal?: AbortSignal) =>
      http.upload<BackboneWeights>(`/api/weights/file?asked=${id(JSON.stringify(asked))}`, file, onProgress, signal),
    fetchWeights: (asked: Drawn) => http.send<Download>('POST', '/api/weights/download', asked),
    fetching: (name: string) => http.get<Download>(`/api/weights/download/${id(name)}`),
    cancelFetch: (name: string) => http.send<void>('DELETE', `/api/weights/download/${id(name)}`),

    /** Which layers fit at a place of the graph; asked again until it is complete. */
    fits: (project: string, place: Record<string, string>) =>
      http.get<Fits>(`/api/projects/${id(project)}/fits?${new URLSearchParams(place)}`),

    /** What the project's runs trained and what was kept under a name, and how far the live graph has gone since. */
    versions: (project: string) => http.get<Versions>(`/api/projects/${id(project)}/versions`),
    saveVersion: (project: string, name: string) =>
      http.send<Version>('POST', `/api/projects/${id(project)}/versions`, { name }),
    deleteVersion: (project: string, version: string) =>
      http.send<void>('DELETE', `/api/projects/${id(project)}/versions/${id(version)}`),
    compare: (project: string, before: Named, after: Named) =>
      http.send<Comparison>('POST', `/api/projects/${id(project)}/compare`, { before, after }),
    /** The text of a graph that somebody brings along → the graph as the server reads it; nothing is kept. */
    openGraph: (text: string) => http.send<Graph>('POST', '/api/graphs/open', text),

    /** A model from elsewhere → its graph and what became of it; nothing is kept but its numbers, for a day. */
    readModel: (file: File, placeholders: boolean, onProgress: (part: number) => void, signal?: AbortSignal) =>
      http.upload<BroughtModels>(`/api/imports${placeholders ? '?placeholders=1' : ''}`, file, onProgress, signal),
    readCode: (source: string) => http.send<BroughtModels>('POST', '/api/imports/code', { source }),
    /** Its numbers stay: somebody opens it. */
    keepImport: (begin: string) => http.send<void>('POST', `/api/imports/${id(begin)}/keep`),

    /** The person's own blocks, by name. */
    savedBlocks: () => http.get<SavedBlocks>('/api/blocks'),
    savedBlock: (block: string) => http.get<SavedBlockWithGraph>(`/api/blocks/${id(block)}`),
    saveBlock: (name: string, graph: object) => http.send<SavedBlock>('POST', '/api/blocks', { name, graph }),
    deleteBlock: (block: string) => http.send<void>('DELETE', `/api/blocks/${id(block)}`),

    datasets: () => http.get<DatasetEntry[]>('/api/datasets'),
    uploadDataset: (file: File, onProgress: (part: number) => void, signal?: AbortSignal) =>
      http.upload<DatasetEntry>('/api/datasets', file, onProgress, signal),
    preview: (dataset: string, rows = 20) => http.get<Preview>(`/api/datasets/${id(dataset)}/preview?rows=${rows}`),
    /** The first rows of a set that needs no upload. */
    sample: (data: DataSource) => http.send<Preview>('POST', '/api/sample', { data }),
    suggest: (data: DataSource, target: string | null) =>
      http.send<Suggestion>('POST', '/api/suggest', { data, target }),

    runs: (project: string) => http.get<Run[]>(`/api/projects/${id(project)}/runs`),
    run: (run: string) => http.get<Run>(`/api/runs/${id(run)}`),
    /** `key` makes a second press of the same button the same run. */
    startRun: (project: string, key: string, goesOn?: string) =>
      http.send<{ run: Run }>('POST', `/api/projects/${id(project)}/runs`, { key, ...(goesOn && { goes_on: goesOn }) }),
    stopRun: (run: string) => http.send<{ run: Run }>('POST', `/api/runs/${id(run)}/stop`),
    pauseRun: (run: string) => http.send<{ run: Run }>('POST', `/api/runs/${id(run)}/pause`),
    resumeRun: (run: string) => http.send<{ run: Run }>('POST', `/api/runs/${id(run)}/resume`),
    exports: (run: string) => http.get<Exports>(`/api/runs/${id(run)}/exports`),
    beginExport: (run: string, format: string) => http.send<Exports>('POST', `/api/runs/${id(run)}/exports/${id(format)}`),
    cancelExport: (run: string, format: string) =>
      http.send<Exports>('DELETE', `/api/runs/${id(run)}/exports/${id(format)}`),
    events: (run: string, after: number) => http.get<EventsPage>(`/api/runs/${id(run)}/events?after=${after}`),
  }
}

export type Api = ReturnType<typeof createApi>

export const urls = {
  runFile: (run: string, name: string) => `/api/runs/${id(run)}/files/${id(name)}`,
  exported: (run: string, format: string) => `/api/runs/${id(run)}/exports/${id(format)}/file`,
  notebook: (project: string) => `/api/projects/${id(project)}/notebook`,
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
