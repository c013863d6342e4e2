// The threads of the open project, oldest first; of one node, or all.

import { useMemo } from 'react'
import { threadsOf, type Thread } from '../document/comments'
import { useGraph } from '../document/hooks'

export function useThreads(node?: string): Thread[] {
  const comments = useGraph((graph) => graph.comments)
  return useMemo(() => {
    const all = threadsOf(comments)
    return node === undefined ? all : all.filter(({ comment }) => comment.node === node)
  }, [comments, node])
}
