import { expect, test } from 'vitest'
import type { Fits, LayerFit, Problem, SetParam } from '../contract'
import { CATALOG, layer, member } from '../document/bench'
import { drawnIn, fittingFirst, ordered, standingOf } from './standing'

const problem = (code: string, values: Record<string, string | number> = {}, nodes: string[] = []): Problem => ({
  code,
  severity: 'error',
  title: `The title of ${code}.`,
  message: `All about ${code}.`,
  nodes,
  edges: [],
  place: '',
  evidence: '', traceback: '',
  fixes: [],
  words: { id: `problem-${code}`, values },
})

const fit = (name: string, rest: Partial<LayerFit> = {}): LayerFit => ({
  layer: name,
  params: {},
  before: [],
  waits: [],
  problem: null,
  breaks: null,
  ...rest,
})

const said = (...layers: LayerFit[]): Fits => ({ tensor: { shape: [null, 64], dtype: 'float32' }, complete: false, layers, targets: [] })
const get = (name: string) => CATALOG.get('layer', name)!
const names = (standings: { member: { name: string } }[]) => standings.map((one) => one.member.name)

test('what nobody has tried stands as its number of axes says', () => {
  expect(standingOf(get('Conv2D'), null, 2)).toMatchObject({ fits: 'no', why: 'needs a picture' })
  expect(standingOf(get('Conv2D'), said(fit('Dense')), 4)).toMatchObject({ fits: 'yes', why: '' })
})

test('what was tried stands as Keras said, whatever its number of axes', () => {
  expect(standingOf(get('Conv2D'), said(fit('Conv2D')), 2).fits).toBe('yes')
  const refused = said(fit('Dense', { problem: problem('size_unknown') }))
  expect(standingOf(get('Dense'), refused, 2)).toMatchObject({
    fits: 'no',
    why: 'must know the last size',
    because: 'All about size_unknown.',
  })
})

test('a layer that fits with a parameter says which, and brings it along', () => {
  const shaped = member('Reshape')
  const square = standingOf(shaped, said(fit('Reshape', { params: { target_shape: [8, 8] } })), 2)
  expect(square).toMatchObject({ fits: 'with', change: '→ 8 × 8', params: { target_shape: [8, 8] } })
  const padded = standingOf(get('Conv2D'), said(fit('Conv2D', { params: { padding: 'same' } })), 4)
  expect(padded.change).toBe('padding = same')
})

test('a change of the layer before names it', () => {
  const value = true as unknown as SetParam['value']
  const before = [{ type: 'set_param' as const, node: 'l', param: 'return_sequences', value }]
  const drawn = drawnIn({ l: layer('LSTM', { units: 4 }, 'reader') }, CATALOG)
  const standing = standingOf(get('LSTM'), said(fit('LSTM', { before })), 2, drawn)
  expect(standing).toMatchObject({ fits: 'with', change: 'return_sequences on reader', before })
})

test('what the layer after it would not take says whose reason it is', () => {
  const drawn = drawnIn({ c: layer('Conv2D', {}, 'conv_1') }, CATALOG)
  const breaks = problem('wrong_rank', {}, ['c'])
  expect(standingOf(get('Flatten'), said(fit('Flatten', { breaks })), 4, drawn)).toMatchObject({
    fits: 'breaks',
    why: 'conv_1 needs a picture',
  })
})

test('reasons are said in words of their own, else by the title', () => {
  const why = (code: string, values?: Record<string, string | number>) =>
    standingOf(member('X', { dtypes: ['int', 'string'], channels: [1, 3] }), said(fit('X', { problem: problem(code, values) })), 2).why
  expect(why('wrong_numbers')).toBe('works on whole numbers or text')
  expect(why('wrong_channels')).toBe('needs 1 or 3 channels')
  expect(why('too_small', { least: 2 })).toBe('needs sizes from 2 up')
  expect(why('kernel_too_large', { window: '3 × 3' })).toBe('its window of 3 × 3 is too large')
  expect(why('layer_refused')).toBe('The title of layer_refused.')
})

test('what fits comes first, then what would with a change, then what breaks, then the rest', () => {
  const fits = said(
    fit('Conv2D', { problem: problem('wrong_rank') }),
    fit('LSTM', { params: { units: 4 } }),
    fit('Add', { breaks: problem('wrong_rank') }),
    fit('Dropout'),
    fit('Dense'),
  )
  const all = ['Conv2D', 'LSTM', 'Add', 'Dropout', 'Dense'].map((name) => standingOf(get(name), fits, 2))
  expect(names(ordered(CATALOG, all, { shape: [null, 4], dtype: 'float32' }))).toEqual(['Dense', 'Dropout', 'LSTM', 'Add', 'Conv2D'])
})

test('of what fits, what usually comes next is first, then the most used, then by name', () => {
  const all = ['Add', 'MultiHeadAttention', 'Flatten', 'Dense', 'Dropout', 'Conv2D'].map((name) =>
    standingOf(get(name), said(...CATALOG.members('layer').map((one) => fit(one.name))), 4),
  )
  expect(names(ordered(CATALOG, all, { shape: [null, 8, 8, 1], dtype: 'float32' }))).toEqual(['Conv2D', 'Dropout', 'Flatten', 'Dense', 'Add', 'MultiHeadAttention'])
})

test('a search keeps its order on either side', () => {
  const found = (['no', 'yes', 'no', 'with'] as const).map((fits, at) => ({ fits, at }))
  expect(fittingFirst(found).map((one) => one.at)).toEqual([1, 3, 0, 2])
})
