// Which column each output foretells, and in one click the last layer, loss and metrics that fit it.

import { useId } from 'react'
import { keyOf } from '../../catalog/datasets'
import type { DataSource, DataSpec } from '../../contract'
import { useDocument, useGraph } from '../../document/hooks'
import { useServer } from '../../server/ServerContext'
import { Button, Field, Select } from '../../ui/controls'
import { useAnswer } from '../useAnswer'
import { Changing } from '../../ui/readOnly'
import { t } from '../../words/words'
import s from './data.module.css'
import { headEdits, inWords, type Output, outputsOf } from './head'
import { targetsOf } from './sources'

export function Targets({ source, spec }: { source: DataSource; spec: DataSpec }) {
  const nodes = useGraph((graph) => graph.nodes)
  const outputs = outputsOf({ nodes })
  if (outputs.length === 0) return <p className={s.hint}>{t('data-no-output')}</p>
  return outputs.map((output) => (
    <Target key={output.id} output={output} source={source} spec={spec} alone={outputs.length === 1} />
  ))
}

interface TargetProps {
  output: Output
  source: DataSource
  spec: DataSpec
  alone: boolean
}

function Target({ output, source, spec, alone }: TargetProps) {
  const { api } = useServer()
  const { edit } = useDocument()
  const nodes = useGraph((graph) => graph.nodes)
  const edges = useGraph((graph) => graph.edges)
  const id = useId()
  const columns = targetsOf(spec)
  const target = output.node.target ?? spec.target
  const known = columns.some((column) => column.name === target)
  const key = known ? `${keyOf(source)} ${target}` : null
  const { value: suggestion, problems, asking } = useAnswer(key, () => api.suggest(source, target))
  const lost = target === null ? null : t('data-target-lost', { target })
  const fits = known && suggestion && !asking && problems.length === 0 ? suggestion : null
  const edits = fits ? headEdits({ nodes, edges }, output.id, fits) : []
  return (
    <div className={s.target}>
      <Field
        label={alone ? t('data-target') : output.node.name}
        htmlFor={id}
        doc={t('data-target-doc')}
        error={known ? (problems[0]?.message ?? null) : lost}
      >
        <Select
          id={id}
          choices={[
            ...(known ? [] : [{ value: '', label: t('data-choose-column') }]),
            ...columns.map((column) => ({
              value: column.name,
              label:
                column.kind === 'category'
                  ? t('data-classes', { name: column.name, n: column.categories.length })
                  : column.name,
            })),
          ]}
          value={known ? (target ?? '') : ''}
          onChange={(column) => edit.setField(output.id, 'target', column === spec.target ? null : column)}
        />
      </Field>
      {fits && (
        <div className={s.suggestion}>
          <span>{inWords(fits)}</span>
          {edits.length > 0 ? (
            <Changing>
              <Button kind="link" onClick={() => edit.applyFix(edits)}>
                {t('word-apply')}
              </Button>
            </Changing>
          ) : (
            <span className={s.used}>{t('data-in-use')}</span>
          )}
        </div>
      )}
    </div>
  )
}
