// Which model is being brought in: a file, or code that is pasted. The window over the page shows it; this knows only what was asked for.

import { create } from 'zustand'

export type Brought = { type: 'file'; file: File } | { type: 'code' }

export const useImporting = create<{ brought: Brought | null }>(() => ({ brought: null }))

export function bringIn(file: File): void {
  useImporting.setState({ brought: { type: 'file', file } })
}

export function pasteCode(): void {
  useImporting.setState({ brought: { type: 'code' } })
}

export function leaveImport(): void {
  useImporting.setState({ brought: null })
}

const HEAD_BYTES = 4096

/** Whether a file is a model of Keras', or code, rather than a graph or a table: told by its name, and of JSON by how it begins. */
export async function isModel(file: File): Promise<boolean> {
  const ending = /\.([a-z0-9]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? ''
  if (['keras', 'h5', 'hdf5', 'py'].includes(ending)) return true
  if (ending !== 'json') return false
  const head = await file.slice(0, HEAD_BYTES).text()
  return /"class_name"\s*:/.test(head) && !/"keras_version"\s*:\s*"[^"]*",\s*"(name|nodes)"/.test(head)
}
