// Data sources as a person names them: a key for each, so that one can be chosen from a list; rows in words.

import type { DataSource, DataSpec } from '../../contract'
import { count, plural } from '../../ui/format'

export function keyOf(source: DataSource): string {
  return source.type === 'csv' ? `csv ${source.id}` : `${source.type} ${source.name}`
}

/** "1,797 pictures of 8 × 8 × 1", "150 rows, 5 columns". */
export function sizeOf(spec: DataSpec): string {
  if (spec.form === 'image')
    return `${plural(spec.rows, 'picture')} of ${(spec.image_shape ?? []).map(count).join(' × ')}`
  return `${plural(spec.rows, 'row')}, ${plural(spec.columns.length, 'column')}`
}

/** Rows of either part, as backend/layerloom/datasets/split.py cuts them. */
export function parts(rows: number, share: number): { train: number; validation: number } {
  const validation = Math.floor(rows * share + 0.5)
  return { train: rows - validation, validation }
}

/** Columns a network can be asked to foretell. */
export function targetsOf(spec: DataSpec) {
  const columns = spec.form === 'image' ? spec.targets : spec.columns
  return columns.filter((column) => column.kind === 'number' || column.kind === 'category')
}
