// What the network learns from: a set that comes along, a generated one, a CSV file or a zip of pictures; its columns, its target, what fits it.

import { type DragEvent, useState } from 'react'
import { asAsked, docOf, keyOf, nameOf } from '../../catalog/datasets'
import type { DataSource, DatasetEntry } from '../../contract'
import { useDocument, useGraph } from '../../document/hooks'
import { useServer } from '../../server/ServerContext'
import { Button, cx, Heading, Progress, Segmented } from '../../ui/controls'
import { NumberField } from '../training/NumberField'
import { useAnswer } from '../useAnswer'
import { later } from '../../ui/later'
import { useReadOnly } from '../../ui/readOnly'
import { t } from '../../words/words'
import { Said } from '../../ui/Said'
import s from './data.module.css'
import { outputsOf } from './head'
import { SourcePicker } from './SourcePicker'
import { parts, sizeOf } from './sources'
import { Targets } from './Targets'
import { useUpload } from './useUpload'
import { reportOf } from '../../words/said'

const Pictures = later(() => import('./Pictures').then((part) => part.Pictures))
const Columns = later(() => import('./Columns').then((part) => part.Columns))
const Preview = later(() => import('./Preview').then((part) => part.Preview))

export function DataPanel() {
  const { api } = useServer()
  const { edit } = useDocument()
  const source = useGraph((graph) => graph.training.data)
  const [uploads, setUploads] = useState(0)
  const listed = useAnswer(`datasets ${uploads}`, () => api.datasets())
  const upload = useUpload()
  const [over, setOver] = useState(false)
  const held = useReadOnly()
  const entries = listed.value ?? []
  const entry = source ? entries.find((one) => keyOf(one.source) === keyOf(source)) : undefined

  const send = async (file: File | undefined) => {
    const added = file && !held && (await upload.send(file))
    if (!added) return
    setUploads((count) => count + 1)
    edit.setTraining('data', added.source)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void send(event.dataTransfer.files[0])
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping has its button: Upload a file
    <section
      className={cx(s.panel, over && s.over)}
      aria-label={t('data-heading')}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(!held)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Heading aside={entry && sizeOf(entry.spec)}>{t('data-heading')}</Heading>
      <SourcePicker
        entries={entries}
        value={source}
        onChange={(next) => edit.setTraining('data', next)}
        onFile={(file) => void send(file)}
      />
      {upload.part !== null && (
        <div className={s.upload}>
          <span role="status">{t(upload.part < 1 ? 'data-uploading' : 'data-reading', { name: upload.name })}</span>
          <Progress share={upload.part} label={t('data-upload-of', { name: upload.name })} width="100%" />
          <Button kind="link" onClick={upload.cancel}>
            {t('word-cancel')}
          </Button>
        </div>
      )}
      {[...upload.problems, ...listed.problems].map((problem) => (
        <div key={problem.code} className={s.problem} role="alert">
          <b>{problem.title}</b> {problem.message}
        </div>
      ))}
      {source && !entry && listed.value && <Missing source={source} />}
      {source && entry && <Chosen source={source} entry={entry} onChange={(next) => edit.setTraining('data', next)} />}
      {!source && <p className={s.hint}>{t('data-none')}</p>}
    </section>
  )
}

function Missing({ source }: { source: DataSource }) {
  const name = nameOf(source)
  return (
    <div className={s.problem} role="alert">
      <Said id="data-lost" values={{ name }} />
    </div>
  )
}

interface ChosenProps {
  source: DataSource
  entry: DatasetEntry
  onChange: (source: DataSource) => void
}

function Chosen({ source, entry, onChange }: ChosenProps) {
  const spec = asAsked(entry.spec, source)
  const split = useGraph((graph) => graph.training.split)
  const targets = useTargets(spec.target)
  const rows = (source.type === 'generated' ? source.rows : spec.rows) - spec.dropped_rows
  const { train, validation } = parts(rows, split.validation)
  return (
    <>
      {spec.doc && <p className={s.doc}>{docOf(spec)}</p>}
      {source.type === 'generated' && (
        <div className={s.fields}>
          <NumberField
            label={t('data-rows')}
            value={source.rows}
            integer
            minimum={10}
            maximum={spec.most_rows ?? undefined}
            onChange={(rows) => onChange({ ...source, rows: rows ?? spec.rows })}
          />
          <NumberField
            label={t('data-noise')}
            value={source.noise}
            minimum={0}
            maximum={10}
            onChange={(noise) => onChange({ ...source, noise: noise ?? 0 })}
          />
          <NumberField
            label={t('data-seed')}
            doc={t('data-seed-doc')}
            value={source.seed}
            integer
            minimum={0}
            onChange={(seed) => onChange({ ...source, seed: seed ?? 0 })}
          />
        </div>
      )}
      {source.type === 'csv' && spec.columns.some((column) => column.missing > 0) && (
        <div className={s.missing}>
          <span>{t('data-empty-cells')}</span>
          <Segmented
            label={t('data-empty-cells')}
            choices={[
              {
                value: 'fill',
                label: t('data-fill'),
                title: t('data-fill-doc'),
              },
              { value: 'drop', label: t('data-drop'), title: t('data-drop-doc') },
            ]}
            value={source.missing}
            onChange={(missing) => onChange({ ...source, missing: missing === 'drop' ? 'drop' : 'fill' })}
          />
        </div>
      )}
      {source.type === 'images' && <Pictures source={source} spec={spec} onChange={onChange} />}
      <Targets source={source} spec={spec} />
      <p className={s.split}>
        <Said
          id={spec.held_out === 'last' ? 'data-split-last' : split.stratify ? 'data-split-stratified' : 'data-split'}
          values={{ train, validation, seed: String(split.seed) }}
        />
      </p>
      {spec.problems.length > 0 && (
        <details className={s.report} open>
          <summary>{t('data-report')}</summary>
          <ul>
            {reportOf({ words: spec.words, report: spec.problems }).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
      {spec.columns.length > 0 && <Columns columns={spec.columns} targets={targets} />}
      <Preview key={keyOf(source)} source={source} spec={spec} />
    </>
  )
}

/** The columns that outputs foretell; the data's own where there is none yet. */
function useTargets(otherwise: string | null): ReadonlySet<string> {
  const outputs = outputsOf({ nodes: useGraph((graph) => graph.nodes) })
  const named = outputs.length > 0 ? outputs.map(({ node }) => node.target ?? otherwise) : [otherwise]
  return new Set(named.filter((name) => name !== null))
}
