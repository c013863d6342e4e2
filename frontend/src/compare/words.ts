// A field that differs → its name and its two values as a person reads them. A parameter keeps Keras' own name.

import { paramOf, type CatalogIndex } from '../catalog/catalog'
import { isSpec, text } from '../catalog/line'
import type { FieldChange, Member, Node, Training } from '../contract'
import { t } from '../words/words'

/** Fields that have a word of their own: messages `compare-field-*`. */
const WORDED = new Set([
  'batch_size',
  'begin',
  'bypassed',
  'columns',
  'data',
  'dtype',
  'early_stopping',
  'epochs',
  'layer',
  'loss',
  'metrics',
  'name',
  'op',
  'optimizer',
  'order',
  'reduce_on_plateau',
  'scaling',
  'seed',
  'shape',
  'shares',
  'split',
  'target',
  'trainable',
  'weight',
])

/** "units"; "kernel_initializer · stddev"; "Optimizer · learning_rate". */
export function placeText(place: string): string {
  const parts = place.split('.')
  const keras = parts[0] === 'params'
  // A member's own name stands for the member: `optimizer.name` is the optimizer.
  const shown = parts.filter((part, at) => part !== 'params' && (part !== 'name' || at < (keras ? 2 : 1)))
  return shown.map((part, at) => (!at && !keras && WORDED.has(part) ? t(`compare-field-${part}`) : part)).join(' · ')
}

/** Who says a field: a node, or the settings of training. */
export type Sayer = Node | Training | null

/** A side that does not say the field shows what holds there: Keras' default, where the catalog knows it. */
export function valueText(field: FieldChange, side: 'before' | 'after', catalog: CatalogIndex, sayer: Sayer): string {
  if (field.unset !== side) return said(field[side])
  const [, part, name] = /^(?:(optimizer|loss)\.)?params\.([^.]+)$/.exec(field.place) ?? []
  const param = name && paramOf(memberOf(sayer, part, catalog), name)
  return param ? t('compare-default', { value: said(param.default) }) : t('compare-unset')
}

function memberOf(sayer: Sayer, part: string | undefined, catalog: CatalogIndex): Member | undefined {
  if (!sayer) return undefined
  if (part === 'optimizer') return 'optimizer' in sayer ? catalog.get('optimizer', sayer.optimizer.name) : undefined
  if (part === 'loss') return 'loss' in sayer && sayer.loss ? catalog.get('loss', sayer.loss.name) : undefined
  if ('op' in sayer) return catalog.get('op', sayer.op)
  return 'layer' in sayer ? catalog.get('layer', sayer.layer) : undefined
}

function said(value: unknown): string {
  if (value === null || value === undefined) return t('word-none')
  if (typeof value === 'boolean') return t(value ? 'word-yes' : 'word-no')
  if (Array.isArray(value) && value.length && value.every(isSpec)) return value.map((each) => each.name).join(', ')
  if (Array.isArray(value) && value.some((each) => typeof each === 'string')) return value.join(', ')
  if (Array.isArray(value) && !value.length) return t('word-none')
  if (typeof value === 'object' && !Array.isArray(value) && !isSpec(value)) return JSON.stringify(value)
  return text(value)
}

/** The changes of a card in a few words: "units 32 → 64 · rate 0.2 → 0.5". */
export function saysOf(fields: readonly FieldChange[], catalog: CatalogIndex, before: Sayer, after: Sayer): string {
  return fields
    .map(
      (field) =>
        `${placeText(field.place)} ${valueText(field, 'before', catalog, before)} → ${valueText(field, 'after', catalog, after)}`,
    )
    .join(' · ')
}
