// The page: the start page, or one project. Each is a file of its own; the project's is fetched while the start page is read.

import { lazy, Suspense, useEffect } from 'react'
import { Loading } from './frame/Loading'
import { late } from './ui/late'
import { useRoute } from './ui/route'

const StartPage = lazy(() => import('./start/StartPage').then((page) => ({ default: page.StartPage })))
const workspace = late(() => import('./Workspace').then((page) => ({ default: page.Workspace })))
const Workspace = lazy(workspace)

export function App() {
  const { project } = useRoute()
  useEffect(() => {
    const timer = setTimeout(() => void workspace(), 800)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Suspense fallback={project ? <Loading /> : null}>
      {project ? <Workspace key={project} project={project} /> : <StartPage />}
    </Suspense>
  )
}
