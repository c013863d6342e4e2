// Rows and columns of data in words, and what can be asked of them.

import type { DataSpec } from '../../contract'
import { rowsOf } from '../../catalog/datasets'
import { t } from '../../words/words'

/** "1,797 pictures, 2 columns". */
export function sizeOf(spec: DataSpec): string {
  return t('data-size', { rows: rowsOf(spec.row, spec.rows), columns: t('data-columns', { n: spec.columns.length }) })
}

/** Rows of either part, as backend/layerloom/datasets/split.py cuts them. */
export function parts(rows: number, share: number): { train: number; validation: number } {
  const validation = Math.floor(rows * share + 0.5)
  return { train: rows - validation, validation }
}

/** Columns a network can be asked to foretell. */
export function targetsOf(spec: DataSpec) {
  return spec.columns.filter(({ kind }) => kind === 'number' || kind === 'category' || kind === 'picture')
}
