// Keras' `summary()`: as a table, or as the text it prints.

import '../../words/lateDescribe'
import { useState } from 'react'
import type { SummaryRow } from '../../contract'
import { Segmented } from '../../ui/controls'
import { count } from '../../ui/format'
import { CopyButton } from '../CopyButton'
import s from '../dock.module.css'
import { t } from '../../words/words'
import { Source, Undescribed } from './Source'
import { useDescribed } from './useDescribed'

export function SummaryTab() {
  const description = useDescribed()
  const [form, setForm] = useState('table')
  const { described } = description
  if (!described) return <Undescribed description={description} />
  return (
    <div className={s.column}>
      <div className={s.toolbar}>
        <div className={s.forms}>
          <Segmented
            label={t('describe-summary-as')}
            choices={[
              { value: 'table', label: t('describe-table') },
              { value: 'text', label: t('describe-text') },
            ]}
            value={form}
            onChange={setForm}
          />
        </div>
        <Source description={description} />
        <span className={s.end}>
          <CopyButton text={() => described.summary_text} label={t('describe-copy')} />
        </span>
      </div>
      <div className={s.scroll} tabIndex={0} role="region" aria-label={t('describe-summary')}>
        {form === 'text' ? (
          <pre className={s.text}>{described.summary_text}</pre>
        ) : (
          <SummaryTable rows={described.summary} />
        )}
      </div>
    </div>
  )
}

function SummaryTable({ rows }: { rows: readonly SummaryRow[] }) {
  const total = rows.reduce((sum, row) => sum + row.params, 0)
  return (
    <table className={s.table}>
      <thead>
        <tr>
          <th scope="col">{t('describe-name')}</th>
          <th scope="col">{t('describe-layer')}</th>
          <th scope="col">{t('describe-output-shape')}</th>
          <th scope="col" className={s.number}>
            {t('describe-parameters')}
          </th>
          <th scope="col">{t('describe-connected-to')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <td className={s.strong}>{row.name}</td>
            <td>{row.layer}</td>
            <td className="mono">{row.output_shape}</td>
            <td className={s.number}>
              {count(row.params)}
              {row.params > 0 && !row.trainable ? ` ${t('describe-frozen')}` : ''}
            </td>
            <td>{row.connected_to.join(', ')}</td>
          </tr>
        ))}
        <tr>
          <td className={s.strong}>{t('describe-total')}</td>
          <td />
          <td />
          <td className={`${s.number} ${s.strong}`}>{count(total)}</td>
          <td />
        </tr>
      </tbody>
    </table>
  )
}
