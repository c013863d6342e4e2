// A part of the page whose code is fetched when it is first shown, and again until it comes.

import { lazy, Suspense, type ComponentType, type ReactNode } from 'react'
import { late } from './late'

/** `prepare` fetches it ahead of the first showing. */
export interface Later<P> {
  (props: P): ReactNode
  prepare: () => void
}

export function later<P extends object>(load: () => Promise<ComponentType<P>>, fallback: ReactNode = null): Later<P> {
  const fetched = late(() => load().then((part) => ({ default: part })))
  const Part = lazy(fetched) as unknown as ComponentType<P>
  const Shown = (props: P) => (
    <Suspense fallback={fallback}>
      <Part {...props} />
    </Suspense>
  )
  return Object.assign(Shown, { prepare: () => void fetched() })
}
