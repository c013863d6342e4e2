// A small graph ⇄ the end of an address. It stands behind the `#`, so that no server sees it before somebody opens it.

import type { Graph } from '../contract'
import { inflate, deflate } from './packing'
import { linkDamaged, linkTooLong } from './refusals'
import { Refusal } from '../server/refusal'

/** Longer addresses are cut off by chats and mail. */
export const MOST = 8_000
const UNPACKED = 2_000_000

/** Raises Refusal for a graph that is too large for an address. */
export async function packed(graph: Graph): Promise<string> {
  const bytes = await deflate(JSON.stringify(graph), 'deflate-raw')
  const length = Math.ceil((bytes.length * 4) / 3)
  if (length > MOST) throw linkTooLong(length, MOST)
  return base64url(bytes)
}

/** The graph's JSON; whether it is a graph is the server's to say. Raises Refusal. */
export async function unpacked(text: string): Promise<string> {
  if (text.length > 2 * MOST) throw linkTooLong(text.length, MOST)
  try {
    return await inflate(fromBase64url(text), 'deflate-raw', UNPACKED)
  } catch (error) {
    if (error instanceof Refusal && error.problems[0]?.code !== 'graph_damaged') throw error
    throw linkDamaged(text.slice(0, 40))
  }
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

function fromBase64url(text: string): Uint8Array {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0))
}
