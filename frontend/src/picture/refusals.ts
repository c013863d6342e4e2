// Why a file cannot be opened as a graph, in the one error shape.

import '../words/latePicture'
import { problem, Refusal } from '../server/refusal'
import { bytes } from '../ui/format'
import { t } from '../words/words'

function refused(code: string, status: number, values: Record<string, string> = {}, evidence = ''): Refusal {
  const id = code.replaceAll('_', '-')
  return new Refusal([problem(code, t(`picture-${id}`), t(`picture-${id}-why`, values), evidence)], status)
}

export const damaged = (evidence: string) => refused('graph_damaged', 422, {}, evidence)
export const noGraph = (name: string) => refused('picture_without_graph', 422, { name }, name)
export const unknownFile = (name: string) => refused('unknown_file', 415, { name }, name)
export const tooLarge = (size: number, most: number) =>
  refused('graph_too_large', 413, { size: bytes(size), most: bytes(most) }, `${size} bytes`)
export const linkTooLong = (size: number, most: number) =>
  refused('link_too_long', 413, { size: bytes(size), most: bytes(most) }, `${size} bytes`)
export const linkDamaged = (evidence: string) => refused('link_damaged', 422, {}, evidence)
