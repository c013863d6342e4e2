// One project: loads the catalog, opens the document, hands both down, and opens it again when the server has replaced it.

import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { indexCatalog, type CatalogIndex } from './catalog/catalog'
import { CatalogContext, useCatalog } from './catalog/context'
import { wholeCatalog, wholeMembers } from './catalog/slim'
import type { Problem, Session } from './contract'
import { DocumentContext } from './document/hooks'
import { openDocument, type OpenDocument } from './document/open'
import { Frame } from './frame/Frame'
import { Loading, Unopened } from './frame/Loading'
import { SessionContext } from './frame/session'
import { LabProvider } from './panels/LabProvider'
import { problemsOf } from './server/refusal'
import { useServer } from './server/ServerContext'
import { ReadOnly } from './ui/readOnly'
import { say } from './ui/toast'
import { useLocale } from './words/locale'
import { t } from './words/words'

export function Workspace({ project }: { project: string }) {
  const { api } = useServer()
  const [catalog, setCatalog] = useState<CatalogIndex | null>(null)
  const [session, setSession] = useState<Session | null>(null)
  const [problems, setProblems] = useState<readonly Problem[]>([])

  useEffect(() => {
    let gone = false
    Promise.all([api.catalog(), api.session()]).then(
      ([catalog, session]) => {
        if (gone) return
        setCatalog(indexCatalog(wholeCatalog(catalog)))
        setSession(session)
      },
      (error: unknown) => gone || setProblems(problemsOf(error)),
    )
    return () => {
      gone = true
    }
  }, [api])

  const grown = useGrowing(catalog)
  if (problems.length) return <Unopened problems={problems} />
  if (!catalog) return <Loading />
  return (
    <SessionContext value={session}>
      <CatalogContext value={grown}>
        <Opened project={project} catalog={catalog} />
      </CatalogContext>
    </SessionContext>
  )
}

/** The same catalog, and once more when the rest has come: the page is drawn before it is asked for. */
function useGrowing(catalog: CatalogIndex | null): CatalogIndex | null {
  const { api } = useServer()
  const [grown, setGrown] = useState<CatalogIndex | null>(null)
  useEffect(() => {
    if (!catalog) return
    let gone = false
    const ask = () =>
      api.later().then(
        ({ members }) => {
          if (gone) return
          catalog.add(wholeMembers(members))
          setGrown({ ...catalog })
        },
        () => gone || (timer = setTimeout(ask, LATER_AGAIN_MS)),
      )
    let timer = setTimeout(ask, LATER_MS)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [api, catalog])
  return catalog && grown && grown.get === catalog.get ? grown : catalog
}

const LATER_MS = 400
const LATER_AGAIN_MS = 3000

function Opened({ project, catalog }: { project: string; catalog: CatalogIndex }) {
  const { wire } = useServer()
  const [opened, setOpened] = useState<OpenDocument | null>(null)
  const [times, setTimes] = useState(0)

  useEffect(() => {
    const document = openDocument(project, catalog, wire)
    setOpened(document)
    return () => document.close()
  }, [project, catalog, wire, times])

  if (!opened) return <Loading />
  return (
    <DocumentContext value={opened}>
      <WithOwn opened={opened}>
        <Live key={times} opened={opened} again={() => setTimes(times + 1)} />
      </WithOwn>
    </DocumentContext>
  )
}

/** The catalog once more whenever the project's own code has changed. */
function WithOwn({ opened, children }: { opened: OpenDocument; children: ReactNode }) {
  const catalog = useCatalog()
  const code = useStore(opened.graph, (graph) => graph.code)
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- it is asked for what `code` holds
  const known = useMemo(() => ({ ...catalog }), [catalog, code])
  return <CatalogContext value={known}>{children}</CatalogContext>
}

function Live({ opened, again }: { opened: OpenDocument; again: () => void }) {
  const loaded = useStore(opened.sync, (sync) => sync.loaded)
  const replaced = useStore(opened.sync, (sync) => sync.replaced)
  const refused = useStore(opened.sync, (sync) => sync.refused)
  const name = useStore(opened.graph, (graph) => graph.meta.name)
  const draws = useStore(opened.sync, (sync) => sync.may.draw)
  const locale = useLocale((state) => state.locale)

  useEffect(() => {
    if (!replaced) return
    say(refused[0]?.message ?? t('frame-replaced'), { tone: 'bad' })
    again()
  }, [replaced, refused, again])
  useEffect(() => {
    document.title = name ? `${name} · Layerloom` : 'Layerloom'
    return () => {
      document.title = 'Layerloom'
    }
  }, [name])

  if (!loaded) return <Loading />
  if (refused.length && !replaced) return <Unopened problems={refused} />
  return (
    <LabProvider project={opened.project}>
      <ReadOnly value={!draws}>
        <Frame key={locale} />
      </ReadOnly>
    </LabProvider>
  )
}
