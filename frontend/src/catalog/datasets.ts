// A data set in the reader's language: its name, its sentence, its rows. What has no message is said as the server says it.

import type { DataSource, DataSpec } from '../contract'
import { t } from '../words/words'

export function titleOf(source: DataSource, spec: Pick<DataSpec, 'id' | 'title'>): string {
  return isUpload(source) ? source.file_name : said(`dataset-${spec.id}`, spec.title)
}

/** What somebody brought, under the name of its file. */
export function isUpload(source: DataSource): source is Extract<DataSource, { file_name: string }> {
  return source.type === 'csv' || source.type === 'images'
}

/** The set's own name: a file's, or the short one that the server knows it by. */
export function nameOf(source: DataSource): string {
  return isUpload(source) ? source.file_name : source.name
}

/** Tells sets apart, whatever is asked of them. */
export function keyOf(source: DataSource): string {
  return isUpload(source) ? `${source.type} ${source.id}` : `${source.type} ${source.name}`
}

/** The set as its source asks for it: a zip's pictures in their size. */
export function asAsked(spec: DataSpec, source: DataSource): DataSpec {
  if (source.type !== 'images') return spec
  const shape = [source.height, source.width, source.color_mode === 'grayscale' ? 1 : 3]
  return { ...spec, columns: spec.columns.map((column) => (column.kind === 'picture' ? { ...column, shape } : column)) }
}

export function docOf(spec: Pick<DataSpec, 'id' | 'doc'>): string {
  return said(`dataset-${spec.id}-doc`, spec.doc)
}

/** "1,797 pictures"; `row` is the word that the set has for one of them. */
export function rowsOf(row: string, n: number): string {
  return t(`dataset-rows-${row}`, { n })
}

/** A message, or what the server says where this page knows of none. */
export function said(id: string, otherwise: string): string {
  const text = t(id)
  return text === id ? otherwise : text
}
