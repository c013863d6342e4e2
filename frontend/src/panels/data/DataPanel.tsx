// What the network learns from: a set that comes along, a generated one or a CSV file; its columns, its target, what fits it.

import { type DragEvent, useState } from 'react'
import type { DataSource, DatasetEntry } from '../../contract'
import { useDocument, useGraph } from '../../document/hooks'
import { useServer } from '../../server/ServerContext'
import { Button, cx, Heading, Progress, Segmented } from '../../ui/controls'
import { NumberField } from '../training/NumberField'
import { useAnswer } from '../useAnswer'
import { Columns } from './Columns'
import s from './data.module.css'
import { outputsOf } from './head'
import { Preview } from './Preview'
import { SourcePicker } from './SourcePicker'
import { keyOf, parts, sizeOf } from './sources'
import { Targets } from './Targets'
import { useUpload } from './useUpload'

export function DataPanel() {
  const { api } = useServer()
  const { edit } = useDocument()
  const source = useGraph((graph) => graph.training.data)
  const [uploads, setUploads] = useState(0)
  const listed = useAnswer(`datasets ${uploads}`, () => api.datasets())
  const upload = useUpload()
  const [over, setOver] = useState(false)
  const entries = listed.value ?? []
  const entry = source ? entries.find((one) => keyOf(one.source) === keyOf(source)) : undefined

  const send = async (file: File | undefined) => {
    const added = file && (await upload.send(file))
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
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping has its button: Upload a CSV
    <section
      className={cx(s.panel, over && s.over)}
      aria-label="Data"
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Heading aside={entry && sizeOf(entry.spec)}>Data</Heading>
      <SourcePicker
        entries={entries}
        value={source}
        onChange={(next) => edit.setTraining('data', next)}
        onFile={(file) => void send(file)}
      />
      {upload.part !== null && (
        <div className={s.upload}>
          <span role="status">{upload.part < 1 ? `Uploading ${upload.name}` : `Reading ${upload.name}…`}</span>
          <Progress share={upload.part} label={`Upload of ${upload.name}`} width="100%" />
          <Button kind="link" onClick={upload.cancel}>
            Cancel
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
      {!source && <p className={s.hint}>Choose a set, or drop a CSV file here. Inputs take their shape from it.</p>}
    </section>
  )
}

function Missing({ source }: { source: DataSource }) {
  const name = source.type === 'csv' ? source.file_name : source.name
  return (
    <div className={s.problem} role="alert">
      <b>{name} is not here.</b> The graph was drawn with it. Upload the file again, or choose another set.
    </div>
  )
}

interface ChosenProps {
  source: DataSource
  entry: DatasetEntry
  onChange: (source: DataSource) => void
}

function Chosen({ source, entry, onChange }: ChosenProps) {
  const { spec } = entry
  const split = useGraph((graph) => graph.training.split)
  const targets = useTargets(spec.target)
  const rows = (source.type === 'generated' ? source.rows : spec.rows) - spec.dropped_rows
  const { train, validation } = parts(rows, split.validation)
  return (
    <>
      {spec.doc && <p className={s.doc}>{spec.doc}</p>}
      {source.type === 'generated' && (
        <div className={s.fields}>
          <NumberField
            label="rows"
            value={source.rows}
            integer
            minimum={10}
            maximum={1_000_000}
            onChange={(rows) => onChange({ ...source, rows: rows ?? 1000 })}
          />
          <NumberField
            label="noise"
            value={source.noise}
            minimum={0}
            maximum={10}
            onChange={(noise) => onChange({ ...source, noise: noise ?? 0 })}
          />
          <NumberField
            label="seed"
            doc="Of the rows that are made."
            value={source.seed}
            integer
            minimum={0}
            onChange={(seed) => onChange({ ...source, seed: seed ?? 0 })}
          />
        </div>
      )}
      {source.type === 'csv' && spec.columns.some((column) => column.missing > 0) && (
        <div className={s.missing}>
          <span>Empty cells</span>
          <Segmented
            label="Empty cells"
            choices={[
              {
                value: 'fill',
                label: 'fill',
                title: "A number gets the training part's median; a category is none of the known",
              },
              { value: 'drop', label: 'drop row', title: 'Rows with an empty cell are left out' },
            ]}
            value={source.missing}
            onChange={(missing) => onChange({ ...source, missing: missing === 'drop' ? 'drop' : 'fill' })}
          />
        </div>
      )}
      <Targets source={source} spec={spec} />
      <p className={s.split}>
        <b>{train.toLocaleString('en-US')}</b> rows to learn from, <b>{validation.toLocaleString('en-US')}</b> held out
        {split.stratify ? ', stratified' : ''}, seed {split.seed}
      </p>
      {spec.problems.length > 0 && (
        <details className={s.report} open>
          <summary>What was done to the file</summary>
          <ul>
            {spec.problems.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
      {spec.columns.length > 0 && <Columns columns={spec.columns} targets={targets} />}
      {source.type === 'csv' && <Preview id={source.id} />}
    </>
  )
}

/** The columns that outputs foretell; the data's own where there is none yet. */
function useTargets(otherwise: string | null): ReadonlySet<string> {
  const outputs = outputsOf({ nodes: useGraph((graph) => graph.nodes) })
  const named = outputs.length > 0 ? outputs.map(({ node }) => node.target ?? otherwise) : [otherwise]
  return new Set(named.filter((name) => name !== null))
}
