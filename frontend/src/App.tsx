// The page: the start page, or one project. Each is a file of its own; the project's is fetched while the start page is read.

import { lazy, Suspense, useEffect } from 'react'
import { Loading } from './frame/Loading'
import { Overlays } from './frame/Overlays'
import { useStranger } from './server/stranger'
import { late } from './ui/late'
import { later } from './ui/later'
import { useRoute } from './ui/route'
import { useLocale } from './words/locale'

const JoinPage = later(() => import('./share/JoinPage').then((page) => page.JoinPage))
const SignedOut = later(() => import('./share/SignedOut').then((page) => page.SignedOut))
const GraphPage = later(() => import('./picture/GraphPage').then((page) => page.GraphPage))
const Start = lazy(() => import('./start/Start').then((page) => ({ default: page.Start })))
const workspace = late(() => import('./Workspace').then((page) => ({ default: page.Workspace })))
const Workspace = lazy(workspace)

export function App() {
  const { project, join, graph } = useRoute()
  const stranger = useStranger((state) => state.stranger)
  const locale = useLocale((state) => state.locale)
  useEffect(() => {
    const timer = setTimeout(() => void workspace(), 800)
    return () => clearTimeout(timer)
  }, [])
  if (join !== null) return <JoinPage key={join} secret={join} />
  if (stranger) return <SignedOut />
  if (graph !== null) return <GraphPage key={graph} packed={graph} />
  return (
    <>
      <Suspense fallback={project ? <Loading /> : null}>
        {project ? <Workspace key={project} project={project} /> : <Start key={locale} />}
      </Suspense>
      <Overlays project={project} />
    </>
  )
}
