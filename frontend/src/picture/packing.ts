// Text ⇄ compressed bytes, by the browser's own streams. What is unpacked stays below the size of the largest graph, whatever it claims.

import { Refusal } from '../server/refusal'
import { damaged, tooLarge } from './refusals'

/** What the server takes for a graph; the same number stands in backend/layerloom/graph/reading.py. */
export const GRAPH_BYTES = 16_000_000

export async function deflate(text: string, format: CompressionFormat): Promise<Uint8Array> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream(format))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}

/** Raises Refusal for what is no such stream, no text, or too long. */
export async function inflate(bytes: Uint8Array, format: CompressionFormat, most = GRAPH_BYTES): Promise<string> {
  const packed = new Blob([new Uint8Array(bytes)]).stream()
  const reader = packed.pipeThrough(new DecompressionStream(format)).getReader()
  const text = new TextDecoder('utf-8', { fatal: true })
  const parts: string[] = []
  let length = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      length += value.byteLength
      if (length > most) throw tooLarge(length, most)
      parts.push(text.decode(value, { stream: true }))
    }
    parts.push(text.decode())
  } catch (error) {
    void reader.cancel().catch(() => undefined)
    // A browser says TypeError; Node says so in an Error of its own.
    if (error instanceof Error && !(error instanceof Refusal)) throw damaged(error.message)
    throw error
  }
  return parts.join('')
}
