// A layer between what comes in and what goes out, drawn with its real shapes; in words for who does not see it.

import { useCatalog } from '../../catalog/context'
import { lineOf } from '../../catalog/line'
import { shapeText } from '../../ui/format'
import { t } from '../../words/words'
import type { Shape } from '../facts'
import type { Telling } from '../telling'
import { familyOf } from './families'
import s from './picture.module.css'
import { Tensor } from './Tensor'
import { Work } from './Work'

const MOST_INPUTS = 3

export function Picture({ telling }: { telling: Telling }) {
  const catalog = useCatalog()
  const { member, params, facts, around } = telling
  if (!member) return null
  const inputs: (Shape | null)[] = Object.values(around.inputs).flat()
  const shown = inputs.length ? inputs.slice(0, MOST_INPUTS) : [null]
  const most = (shape: Shape | null) => largest([...inputs, around.output], shape?.length ?? 0)
  const what = lineOf(catalog, { type: 'layer', name: '', layer: member.name, params, trainable: true, shares: null, bypassed: false })
  const [, ...settings] = what.split(' · ')
  const said = t('cards-picture', {
    inputs: inputs.length ? inputs.map((each) => textOf(each)).join(', ') : t('cards-unknown'),
    layer: what,
    output: textOf(around.output),
  })
  return (
    <figure className={s.picture} role="img" aria-label={said}>
      <Arrow />
      <div className={s.ins}>
        {shown.map((shape, at) => (
          <div key={at} className={s.pane}>
            <Tensor shape={shape} most={most(shape)} />
            <code>{textOf(shape)}</code>
          </div>
        ))}
        {inputs.length > MOST_INPUTS && <small>{t('cards-more-inputs', { n: inputs.length - MOST_INPUTS })}</small>}
      </div>
      <span className={s.to} />
      <div className={s.pane} data-work="">
        <Work family={familyOf(member.name, member.group)} layer={member.name} facts={facts} />
        <small>{settings.join(' · ') || member.name}</small>
      </div>
      <span className={s.to} />
      <div className={s.pane}>
        <Tensor shape={around.output} most={most(around.output)} />
        <code>{textOf(around.output)}</code>
      </div>
    </figure>
  )
}

function textOf(shape: Shape | null): string {
  return shape ? shapeText([...shape]) : t('cards-unknown')
}

/** Along each axis, among shapes with as many axes: a list and a picture are not compared. */
function largest(shapes: readonly (Shape | null)[], rank: number): number[] {
  const alike = shapes.filter((shape) => shape?.length === rank)
  return Array.from({ length: rank }, (_, at) => Math.max(1, ...alike.map((shape) => shape?.slice(1)[at] ?? 1)))
}

/** The head of every arrow of the picture. */
function Arrow() {
  return (
    <svg width="0" height="0" aria-hidden="true" className={s.defs}>
      <marker id="card-arrow" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="6" markerHeight="6" orient="auto-start-reverse">
        <path className={s.head} d="M1 1l5 3-5 3" />
      </marker>
    </svg>
  )
}
