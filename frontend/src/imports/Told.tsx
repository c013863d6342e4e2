// The report: what mapped, what holds its place and why, what was left out. Of several models in one piece of code, one is chosen.

import { useId, useState } from 'react'
import type { BroughtModel, Remark, Report } from '../contract'
import { Button, Select } from '../ui/controls'
import { count } from '../ui/format'
import { Sentence } from '../ui/Sentence'
import { said } from '../words/said'
import { t } from '../words/words'
import s from './imports.module.css'

const KINDS: readonly Remark['kind'][] = ['placeholder', 'left_out', 'changed', 'implicit']

interface ToldProps {
  models: readonly BroughtModel[]
  busy: boolean
  onOpen: (model: BroughtModel) => void
}

export function Told({ models, busy, onOpen }: ToldProps) {
  const [at, setAt] = useState(0)
  const field = useId()
  const model = models[at] ?? models[0]
  if (!model) return null
  const { graph, report } = model
  return (
    <>
      {models.length > 1 && (
        <label className={s.choice} htmlFor={field}>
          {t('imports-which', { n: models.length })}
          <Select
            id={field}
            value={String(at)}
            choices={models.map((one, place) => ({ value: String(place), label: one.graph.name }))}
            onChange={(value) => setAt(Number(value))}
          />
        </label>
      )}
      <section aria-label={t('imports-report')} className={s.report}>
        <h3>{graph.name}</h3>
        <p>
          {t('imports-layers', { n: report.layers, made: report.made_with || report.model })}{' '}
          {report.weights && t(report.weights.optimizer ? 'imports-weights-state' : 'imports-weights', { n: report.weights.numbers })}
        </p>
        <ul className={s.counts}>
          {report.mapped.map(({ name, n }) => (
            <li key={name}>
              {count(n)} × {name === 'Input' || name === 'Output' ? t(name === 'Input' ? 'canvas-input' : 'canvas-output') : name}
            </li>
          ))}
        </ul>
        {KINDS.map((kind) => (
          <Kind key={kind} kind={kind} report={report} />
        ))}
        {report.remarks.length === 0 && <p className={s.quiet}>{t('imports-all-mapped')}</p>}
      </section>
      <div className={s.buttons}>
        <Button kind="primary" data-first disabled={busy} onClick={() => onOpen(model)}>
          {t('imports-open')}
        </Button>
        <span className={s.quiet}>{t('imports-nothing-kept')}</span>
      </div>
    </>
  )
}

function Kind({ kind, report }: { kind: Remark['kind']; report: Report }) {
  const found = report.remarks.filter((one) => one.kind === kind)
  if (found.length === 0) return null
  return (
    <section data-kind={kind}>
      <h4>{t(`imports-${kind.replace('_', '-')}`, { n: found.length })}</h4>
      <ul>
        {found.map((one, at) => (
          <li key={`${one.text} ${at}`}>
            <Sentence text={said(one.words, one.text)} />
          </li>
        ))}
      </ul>
    </section>
  )
}
