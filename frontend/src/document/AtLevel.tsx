// What is below it sees the part of the project that the person looks at, and adds there.

import { Fragment, type ReactNode } from 'react'
import { DocumentContext, useDocument, useGraph } from './hooks'
import { blockAt, useLevel } from './level'

/** `anew`: what is below begins anew in each block. */
export function AtLevel({ anew = false, children }: { anew?: boolean; children: ReactNode }) {
  const document = useDocument()
  const way = useLevel((level) => level.way)
  const block = useGraph((graph) => blockAt(graph.nodes, way))
  return (
    <DocumentContext value={document.at(block)}>
      <Fragment key={anew ? (block ?? '') : undefined}>{children}</Fragment>
    </DocumentContext>
  )
}
