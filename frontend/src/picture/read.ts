// A file that somebody drops → the text of the graph in it: a graph (.json), or a picture saved from Layerloom (.svg, .png). What it is, its
// first bytes say, not its name. Whether the text is a graph is the server's to say.

import { GRAPH_BYTES } from './packing'
import { graphInSvg } from './metadata'
import { graphIn, isPng } from './png'
import { damaged, noGraph, tooLarge, unknownFile } from './refusals'

/** A picture of 2,000 nodes is a few megabytes. */
export const FILE_BYTES = 32_000_000

/** Raises Refusal. */
export async function graphText(file: File): Promise<string> {
  if (file.size > FILE_BYTES) throw tooLarge(file.size, FILE_BYTES)
  const bytes = new Uint8Array(await file.arrayBuffer())
  const found = isPng(bytes) ? await graphIn(bytes) : inText(bytes, file.name)
  if (found === null) throw noGraph(file.name)
  if (found.length > GRAPH_BYTES) throw tooLarge(found.length, GRAPH_BYTES)
  return checked(found)
}

function inText(bytes: Uint8Array, name: string): string | null {
  const start = new TextDecoder().decode(bytes.subarray(0, 1000)).trimStart()
  if (!/^[{<]/.test(start)) throw unknownFile(name)
  let text
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw damaged('UTF-8')
  }
  if (start.startsWith('{')) return text
  if (!/<svg[\s>]/.test(text.slice(0, 10_000))) throw unknownFile(name)
  return graphInSvg(text)
}

/** As it came: what is wrong inside it, the server says better. */
function checked(text: string): string {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw damaged(String(error).slice(0, 200))
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw damaged(typeof value)
  return text
}
