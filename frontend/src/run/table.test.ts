import { describe, expect, test } from 'vitest'

import type { StoredEvent } from '../contract'
import finished from '../../../tests/runs/finished.json'
import { replay } from './fold'
import { batchTable, csv, epochTable } from './table'

const view = replay('finished', finished.events as StoredEvent[])

describe('the curves as a table', () => {
  test('have a validation column beside each metric', () => {
    const { columns, rows } = epochTable(view)
    expect(columns).toEqual(['epoch', 'loss', 'val_loss', 'accuracy', 'val_accuracy', 'learning_rate', 'seconds'])
    expect(rows.length).toBe(3)
  })

  test('have a row per batch', () => {
    expect(batchTable(view).rows.length).toBe(18)
    expect(batchTable(view).columns).toEqual(['batch', 'loss', 'accuracy'])
  })

  test('leave a cell empty where there was no number, and quote what a spreadsheet would run', () => {
    expect(csv({ columns: ['epoch', '=cmd|" "', 'a,b'], rows: [[1, null, -2]] })).toBe(
      'epoch,"\'=cmd|"" ""","a,b"\r\n1,,-2\r\n',
    )
  })
})
