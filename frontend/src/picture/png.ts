// A graph inside a PNG: one compressed iTXt chunk after the header. Written and read here, so that nothing of the picture is touched.
//
// A chunk is length, type, data, CRC of type and data; see PNG (third edition), 5.3 and 11.3.3.4.

import { deflate, inflate } from './packing'
import { damaged } from './refusals'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
export const KEYWORD = 'Layerloom graph'
const HEADER_END = 8 + 25

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, at) => bytes[at] === byte)
}

/** The picture with the graph inside. */
export async function withGraph(png: Uint8Array, graph: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = await deflate(graph, 'deflate')
  // Keyword, then: compressed, by zlib, in no language, under no other name.
  const data = join([latin(KEYWORD), Uint8Array.of(0, 1, 0, 0, 0), packed])
  return join([png.subarray(0, HEADER_END), chunk('iTXt', data), png.subarray(HEADER_END)])
}

/** Null when it holds none. Raises Refusal when the graph's chunk is cut off, altered, or larger than a graph may be. */
export async function graphIn(png: Uint8Array): Promise<string | null> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  for (let at = 8; at + 12 <= png.length;) {
    const length = view.getUint32(at)
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8))
    const end = at + 12 + length
    const data = png.subarray(at + 8, at + 8 + length)
    if (type === 'iTXt' && startsWith(data, latin(`${KEYWORD}\0`))) {
      if (end > png.length) throw damaged(`${length} bytes announced, ${png.length - at - 12} there`)
      if (view.getUint32(end - 4) !== crc(png.subarray(at + 4, end - 4))) throw damaged('CRC')
      return textOf(data.subarray(KEYWORD.length + 1))
    }
    if (type === 'IEND' || end > png.length) return null
    at = end
  }
  return null
}

/** Flag, method, language and translated keyword, each ended by a zero, then the text. */
async function textOf(data: Uint8Array): Promise<string> {
  const [compressed = 0, method = 0] = data
  const language = data.indexOf(0, 2)
  const text = language < 0 ? -1 : data.indexOf(0, language + 1)
  if (text < 0 || compressed > 1 || method !== 0) throw damaged('iTXt')
  const rest = data.subarray(text + 1)
  return compressed ? inflate(rest, 'deflate') : new TextDecoder('utf-8', { fatal: true }).decode(rest)
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = join([latin(type), data])
  const made = new Uint8Array(body.length + 8)
  const view = new DataView(made.buffer)
  view.setUint32(0, data.length)
  made.set(body, 4)
  view.setUint32(made.length - 4, crc(body))
  return made
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

export function crc(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

function startsWith(data: Uint8Array, start: Uint8Array): boolean {
  return start.every((byte, at) => data[at] === byte)
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
