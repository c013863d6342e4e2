// The open project → its picture as a file, its graph inside; on the clipboard; or as a link.

import { drawingOf } from '../canvas/drawing'
import type { CatalogIndex } from '../catalog/catalog'
import type { Graph } from '../contract'
import type { GraphSnapshot } from '../document/graph'
import { blockAt, useLevel } from '../document/level'
import type { OpenDocument } from '../document/open'
import { addressOf } from '../ui/route'
import type { Theme } from '../ui/theme'
import { coloursOf } from './colours'
import { packed } from './link'
import { measuring, pngOf } from './paint'
import { withGraph } from './png'
import { sceneOf, type Scene } from './scene'
import { svgOf } from './svg'

export interface Looks {
  theme: Theme
  /** False leaves out what is behind the cards. */
  ground: boolean
}

/** As it stands now; what people say about it stays here. */
export function graphOf({ graph }: Pick<OpenDocument, 'graph'>): Graph {
  const { meta, nodes, edges, training, notes, layout } = graph.getState()
  return { ...meta, nodes, edges, training, notes, layout } as Graph
}

/** The part that the person looks at. */
export function seenBy(document: OpenDocument): GraphSnapshot {
  const { nodes } = document.whole.graph.getState()
  return document.at(blockAt(nodes, useLevel.getState().way)).graph.getState()
}

async function sceneFor(document: OpenDocument, catalog: CatalogIndex, looks: Looks): Promise<Scene> {
  const graph = seenBy(document)
  const known = { shapes: document.inference.getState().nodes, data: graph.training.data }
  return sceneOf(drawingOf(graph, catalog, known), coloursOf(looks.theme), await measuring(), looks.ground)
}

export async function svgFile(document: OpenDocument, catalog: CatalogIndex, looks: Looks): Promise<Blob> {
  const graph = graphOf(document)
  const text = svgOf(await sceneFor(document, catalog, looks), graph.name, JSON.stringify(graph))
  return new Blob([text], { type: 'image/svg+xml' })
}

/** Null where the browser makes no picture of this size. */
export async function pngFile(document: OpenDocument, catalog: CatalogIndex, looks: Looks): Promise<Blob | null> {
  const picture = await pngOf(await sceneFor(document, catalog, looks))
  if (!picture) return null
  const bytes = new Uint8Array(await picture.arrayBuffer())
  return new Blob([await withGraph(bytes, JSON.stringify(graphOf(document)))], { type: 'image/png' })
}

/** False where the browser offers no clipboard. The picture alone: browsers take out of it what is no picture. */
export async function copyPicture(document: OpenDocument, catalog: CatalogIndex, looks: Looks): Promise<boolean> {
  try {
    const picture = sceneFor(document, catalog, looks)
      .then(pngOf)
      .then((blob) => blob ?? Promise.reject(new Error('no picture')))
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })])
    return true
  } catch {
    return false
  }
}

/** Raises Refusal for a model that is too large for an address. */
export async function linkTo(document: OpenDocument): Promise<string> {
  return new URL(addressOf({ graph: await packed(graphOf(document)) }), location.origin + location.pathname).href
}
