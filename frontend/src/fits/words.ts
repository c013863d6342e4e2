// An answer's changes and reasons in the few words that stand beside a name.

import { needs } from '../catalog/fits'
import type { LayerFit, Member, Problem } from '../contract'
import { count } from '../ui/format'
import { t } from '../words/words'

/** "→ 8 × 8", "padding = same", "return_sequences on lstm_1"; empty where nothing has to be set. */
export function changeIn({ params, before, layer }: LayerFit, nameOf: (node: string) => string): string {
  const own = Object.entries(params).map(([param, value]) =>
    layer === 'Reshape' && param === 'target_shape'
      ? t('fits-into', { shape: valueIn(value) })
      : t('fits-set', { param, value: valueIn(value) }),
  )
  const others = before.map((edit) =>
    t('fits-set-before', { param: edit.param === 'layer' ? 'return_sequences' : edit.param, name: nameOf(edit.node) }),
  )
  return [...own, ...others].join(', ')
}

function valueIn(value: unknown): string {
  if (value === null || value === undefined) return t('fits-none')
  if (Array.isArray(value)) return value.map((one) => valueIn(one)).join(' × ')
  return typeof value === 'number' ? count(value) : String(value)
}

/** "needs a picture"; of what comes after, with its name: "dense_1 needs a picture". */
export function whyNot(problem: Problem, member: Member | undefined, name = ''): string {
  const short = reason(problem, member)
  return name ? t('fits-breaks', { name, why: short }) : short
}

function reason({ code, title, words }: Problem, member: Member | undefined): string {
  const value = (key: string) => String(words?.values[key] ?? '')
  switch (code) {
    case 'wrong_rank':
      return (member && needs(member)) || title
    case 'wrong_numbers':
      return t('fits-works-on', { what: either((member?.dtypes ?? []).map((kind) => t(`fits-numbers-${kind}`))) })
    case 'wrong_channels':
      return t('fits-needs-channels', { channels: either((member?.channels ?? []).map(count)) })
    case 'too_small':
      return t('fits-needs-size', { least: value('least') })
    case 'kernel_too_large':
      return t('fits-window', { window: value('window') })
    case 'one_value_each':
    case 'equation_does_not_fit':
    case 'size_unknown':
    case 'shapes_differ':
    case 'shapes_do_not_join':
    case 'too_many_parameters':
    case 'tensor_too_large':
      return t(`fits-why-${code}`)
    default:
      return title
  }
}

function either(all: readonly string[]): string {
  return all.reduce((front, last) => (front ? t('fits-or', { front, last }) : last), '')
}
