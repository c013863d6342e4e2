// What becomes of a zip's pictures before the network sees them, and how many there are of each class.

import type { DataSpec, ImagesData } from '../../contract'
import { Field, Segmented } from '../../ui/controls'
import { count } from '../../ui/format'
import { t } from '../../words/words'
import { NumberField } from '../training/NumberField'
import s from './pictures.module.css'

const MOST_SIDE = 1024
/** Classes that are shown before the rest folds away. */
const FEW = 8

interface PicturesProps {
  source: ImagesData
  spec: DataSpec
  onChange: (source: ImagesData) => void
}

export function Pictures({ source, spec, onChange }: PicturesProps) {
  const side = (name: 'height' | 'width') => (
    <NumberField
      label={t(`data-picture-${name}`)}
      doc={t('data-picture-side-doc')}
      value={source[name]}
      integer
      minimum={1}
      maximum={MOST_SIDE}
      onChange={(pixels) => pixels !== null && onChange({ ...source, [name]: pixels })}
    />
  )
  return (
    <>
      <div className={s.fields}>
        {side('height')}
        {side('width')}
        <Field label={t('data-colours')} doc={t('data-colours-doc')}>
          <Segmented
            label={t('data-colours')}
            choices={[
              { value: 'rgb', label: t('data-colours-rgb') },
              { value: 'grayscale', label: t('data-colours-grayscale') },
            ]}
            value={source.color_mode}
            onChange={(mode) => onChange({ ...source, color_mode: mode === 'grayscale' ? 'grayscale' : 'rgb' })}
          />
        </Field>
        <Field label={t('data-fit')} doc={t('data-fit-doc')}>
          <Segmented
            label={t('data-fit')}
            choices={[
              { value: 'crop', label: t('data-fit-crop') },
              { value: 'stretch', label: t('data-fit-stretch') },
            ]}
            value={source.fit}
            onChange={(fit) => onChange({ ...source, fit: fit === 'stretch' ? 'stretch' : 'crop' })}
          />
        </Field>
      </div>
      <Classes spec={spec} />
    </>
  )
}

function Classes({ spec }: { spec: DataSpec }) {
  const column = spec.columns.find(({ name }) => name === spec.target)
  if (!column?.counts) return null
  const counts = column.counts
  const most = Math.max(...counts)
  return (
    <details className={s.classes} open={counts.length <= FEW}>
      <summary>{t('data-class-counts', { n: counts.length })}</summary>
      <ul>
        {column.categories.map((name, at) => (
          <li key={name}>
            <span translate="no">{name}</span>
            <meter min={0} max={most} value={counts[at] ?? 0} aria-hidden="true" />
            <span>{count(counts[at] ?? 0)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
