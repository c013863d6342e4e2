// A large network as it is first drawn: what is in sight at once, the rest a slice at a time, so that the first picture does not
// wait for a thousand cards that nobody sees yet. A second later all are there.

import type { Edge, Node } from '@xyflow/react'
import { useEffect, useMemo, useState } from 'react'
import { NODE_HEIGHT, NODE_WIDTH, type Box } from '../document/place'

/** Fewer are drawn at once. */
const MANY = 100
/** In one task of the page. */
const SLICE = 120

interface Drawn {
  nodes: Node[]
  edges: Edge[]
}

export function useArriving(nodes: Node[], edges: Edge[], shown: Box): Drawn {
  const [later] = useState(() => nodes.filter((node) => nodes.length > MANY && !touches(shown, node)).map(({ id }) => id))
  const [come, setCome] = useState(0)
  const all = come >= later.length
  useEffect(() => {
    if (all) return
    let timer: ReturnType<typeof setTimeout> | undefined
    // After the frame that shows what came last.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setCome(come + SLICE))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [come, all])
  return useMemo(() => {
    if (all) return { nodes, edges }
    const waiting = new Set(later.slice(come))
    return {
      nodes: nodes.filter(({ id }) => !waiting.has(id)),
      edges: edges.filter(({ source, target }) => !waiting.has(source) && !waiting.has(target)),
    }
  }, [nodes, edges, later, come, all])
}

function touches(shown: Box, { position: { x, y }, width = NODE_WIDTH, height = NODE_HEIGHT }: Node): boolean {
  return x < shown.x + shown.width && shown.x < x + width && y < shown.y + shown.height && shown.y < y + height
}
