// A graph inside an SVG: its JSON as the text of one element in <metadata>. Found by that element's name, without building the document:
// entities that expand without end, scripts and links in the file are never looked at.

import { damaged } from './refusals'

const ELEMENT = 'layerloom-graph'

export function metadataOf(graph: string): string {
  return `<metadata><${ELEMENT} xmlns="urn:layerloom:graph">${escape(graph)}</${ELEMENT}></metadata>`
}

/** Null when it holds none. Raises Refusal when the element is never closed. */
export function graphInSvg(svg: string): string | null {
  const start = new RegExp(`<(?:[\\w.-]+:)?${ELEMENT}(?=[\\s>])[^>]*>`).exec(svg)
  if (!start) return null
  const from = start.index + start[0].length
  const end = svg.slice(from).search(new RegExp(`</(?:[\\w.-]+:)?${ELEMENT}\\s*>`))
  if (end < 0) throw damaged(`<${ELEMENT}>`)
  return unescape(svg.slice(from, from + end))
}

export function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign)
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Another program may have written it anew: by number, by name, or as CDATA. */
function unescape(text: string): string {
  const parts = text.trim().split(/<!\[CDATA\[([\s\S]*?)\]\]>/)
  return parts.map((part, at) => (at % 2 ? part : part.replace(/&(#x?)?([\da-z]{1,8});/gi, letter))).join('')
}

function letter(whole: string, number: string | undefined, name: string): string {
  if (!number) return NAMED[name] ?? whole
  const code = Number.parseInt(name, number.length > 1 ? 16 : 10)
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole
}
