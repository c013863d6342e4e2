// Of every layer that Keras has: its fields show their defaults so that they can be typed again, its documentation is set whole.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { indexCatalog } from '../../catalog/catalog'
import type { Member, Param } from '../../contract'
import { written } from './defaults'
import { type Block, parseDoc } from './docs'
import { formatValue, parseValue } from './values'

const KERAS = new URL('../../../../backend/layerloom/catalog/data/keras.json', import.meta.url)
const { members } = JSON.parse(readFileSync(KERAS, 'utf8')) as { members: Member[] }
const CATALOG = indexCatalog({ keras_version: '', popular: [], groups: [], members: [] })
const TYPED = new Set(['int', 'float', 'int_tuple', 'shape', 'axis', 'int_list', 'float_list', 'str_list', 'any', 'str'])

test('every default that is typed can be typed again', () => {
  const lost = members.flatMap((member) =>
    (member.params ?? [])
      .filter((param) => TYPED.has(param.type) && (param.default ?? null) !== null)
      .flatMap((param) => {
        const text = formatValue(whole(param), param.default)
        const read = parseValue(whole(param), text)
        const same = 'value' in read && written(CATALOG, whole(param), read.value) === undefined
        return same ? [] : [`${member.kind} ${member.name}.${param.name}: ${text}`]
      }),
  )
  expect(lost).toEqual([])
})

/** The generated file leaves out what is as usual. */
function whole(param: Param): Param {
  return { ...param, pairs: param.pairs ?? false, rank: param.rank ?? null, minimum: null, maximum: null }
}

test('the documentation of every layer is set whole, word by word', () => {
  const lost = members
    .filter((member) => member.kind === 'layer')
    .flatMap((member) => {
      const set = letters(parseDoc(member.doc ?? '').map(textOf).join(' '))
      const all = letters(member.doc ?? '')
      const at = [...set].findIndex((letter, i) => letter !== all[i])
      return at < 0 && set.length === all.length ? [] : [`${member.name}: ${all.slice(Math.max(0, at - 30), at + 30)} / ${set.slice(Math.max(0, at - 30), at + 30)}`]
    })
  expect(lost).toEqual([])
})

test('the documentation of a layer names its arguments one by one', () => {
  const conv = members.find((member) => member.kind === 'layer' && member.name === 'Conv2D')
  const terms = parseDoc(conv?.doc ?? '').flatMap((block) => (block.type === 'terms' ? block.items : []))
  expect(terms.map((term) => term.name)).toContain('dilation_rate')
})

function textOf(block: Block): string {
  if (block.type === 'list') return block.items.join(' ')
  if (block.type === 'terms') return block.items.map((term) => `${term.name} ${term.blocks.map(textOf).join(' ')}`).join(' ')
  return block.text
}

/** Setting takes away marks and the numbers of a list. */
function letters(text: string): string {
  return text.replaceAll(/``` ?\w*/g, '').replaceAll(/[^A-Za-z]/g, '')
}
