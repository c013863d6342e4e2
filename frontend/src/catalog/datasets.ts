// A data set in the reader's language: its name, its sentence, its rows. What has no message is said as the server says it.

import type { DataSource, DataSpec } from '../contract'
import { t } from '../words/words'

export function titleOf(source: DataSource, spec: Pick<DataSpec, 'id' | 'title'>): string {
  return source.type === 'csv' ? source.file_name : said(`dataset-${spec.id}`, spec.title)
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
