// Asks a worker for a tidy layout. It lives for one question: nothing of it stays in memory between two.

import type { Edge, Node, Position } from '../contract'

export interface Arranging {
  nodes: Readonly<Record<string, Node>>
  edges: Readonly<Record<string, Edge>>
}

/** Fails where the worker could not be fetched. */
export function arranging(graph: Arranging): Promise<Record<string, Position>> {
  const worker = new Worker(new URL('./arrange.worker.ts', import.meta.url), { type: 'module' })
  const answer = new Promise<Record<string, Position>>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Record<string, Position>>) => resolve(data))
    worker.addEventListener('error', reject)
  })
  worker.postMessage(graph)
  return answer.finally(() => worker.terminate())
}
