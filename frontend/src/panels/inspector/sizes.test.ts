import { describe, expect, test } from 'vitest'
import type { LayerNode, Member, Param } from '../../contract'
import '../../words/lateInspector'
import { explain } from '../../catalog/explain'
import { sizesOf } from './sizes'

type Shape = (number | null)[]

function member(name: string, defaults: Record<string, unknown>): Member {
  const params = Object.entries(defaults).map(([param, value]) => ({ name: param, default: value }) as Param)
  return { name, params, teaching: '', summary: '' } as unknown as Member
}

const node = (params: Record<string, unknown>): LayerNode => ({
  type: 'layer',
  name: 'it',
  layer: '',
  params,
  trainable: true,
  shares: null,
  bypassed: false,
})

const CONV = { padding: 'valid', strides: [1, 1], dilation_rate: [1, 1], use_bias: true, groups: 1 }
const POOL = { padding: 'valid', strides: null, pool_size: [2, 2] }

describe('sizes that come in and go out', () => {
  test.each<[string, string, Record<string, unknown>, Record<string, unknown>, Shape, Shape, string | null]>([
    ['a window slides', 'Conv2D', CONV, { kernel_size: 3 }, [null, 8, 8, 1], [null, 6, 6, 32], '8 − 3 + 1 = 6'],
    ['with a stride', 'Conv2D', CONV, { kernel_size: 3, strides: 2 }, [null, 8, 8, 1], [null, 3, 3, 32], '⌊(8 − 3) / 2⌋ + 1 = 3'],
    ['spread out', 'Conv1D', CONV, { kernel_size: [3], dilation_rate: 2 }, [null, 10, 4], [null, 6, 8], '10 − 5 + 1 = 6'],
    ['padded', 'Conv2D', CONV, { kernel_size: 3, padding: 'same', strides: 2 }, [null, 7, 7, 1], [null, 4, 4, 8], '⌈7 / 2⌉ = 4'],
    ['padded with stride 1', 'Conv2D', CONV, { kernel_size: 3, padding: 'same' }, [null, 7, 7, 1], [null, 7, 7, 8], null],
    ['pooled', 'MaxPooling2D', POOL, {}, [null, 6, 6, 32], [null, 3, 3, 32], '(6 − 2) / 2 + 1 = 3'],
    ['pooled in a volume', 'AveragePooling3D', { ...POOL, pool_size: [2, 2, 2] }, {}, [null, 4, 4, 4, 1], [null, 2, 2, 2, 1], '(4 − 2) / 2 + 1 = 2'],
    ['laid out', 'Flatten', {}, {}, [null, 3, 3, 64], [null, 576], '3 · 3 · 64 = 576'],
    ['one for each channel', 'GlobalMaxPooling1D', {}, {}, [null, 9, 16], [null, 16], 'one number for each of 16 channels'],
    ['made larger', 'UpSampling2D', { size: [2, 2] }, {}, [null, 4, 4, 3], [null, 8, 8, 3], '4 · 2 = 8'],
    ['channels first is Keras’ own affair', 'Conv2D', { ...CONV, data_format: 'channels_first' }, { kernel_size: 3 }, [null, 1, 8, 8], [null, 32, 6, 6], null],
    ['of any length', 'Conv1D', CONV, { kernel_size: 3 }, [null, null, 4], [null, null, 8], null],
    ['what does not come out right is not shown', 'Conv2D', CONV, { kernel_size: 3 }, [null, 8, 8, 1], [null, 5, 5, 32], null],
  ])('%s', (_, layer, defaults, params, input, output, sum) => {
    expect(sizesOf(member(layer, defaults), node(params), input, output)?.sum ?? null).toBe(sum)
  })

  test('stand in one line', () => {
    expect(sizesOf(member('Conv2D', CONV), node({ kernel_size: 3 }), [null, 8, 8, 1], [null, 6, 6, 32])?.line).toBe(
      '8 × 8 × 1 → 6 × 6 × 32',
    )
  })

  test('are not guessed while a shape is missing', () => {
    expect(sizesOf(member('Conv2D', CONV), node({}), null, [null, 6, 6, 32])).toBeNull()
  })
})

// Counts as Keras 3.15.1 gives them.
describe('the sum of the parameters', () => {
  test.each<[string, Record<string, unknown>, Shape, number, string]>([
    ['Dense', { units: 10, use_bias: true }, [null, 576], 5770, '(576 + 1) · 10'],
    ['Dense', { units: 10, use_bias: false }, [null, 576], 5760, '(576) · 10'],
    ['Conv1D', { ...CONV, filters: 8, kernel_size: 3 }, [null, 10, 4], 104, '(3·4 + 1) · 8'],
    ['Conv2D', { ...CONV, filters: 32, kernel_size: 3 }, [null, 8, 8, 1], 320, '(3·3·1 + 1) · 32'],
    ['Conv3D', { ...CONV, filters: 2, kernel_size: [3, 3, 1] }, [null, 4, 4, 4, 2], 38, '(3·3·1·2 + 1) · 2'],
    ['Embedding', { input_dim: 1000, output_dim: 16 }, [null, 20], 16_000, '1000 · 16'],
    ['BatchNormalization', { scale: true, center: true }, [null, 6, 6, 32], 128, '4 · 32'],
    ['SimpleRNN', { units: 5, use_bias: true }, [null, 7, 3], 45, '(3 + 5 + 1) · 5'],
    ['LSTM', { units: 32, use_bias: true }, [null, 10, 8], 5248, '4 · (8 + 32 + 1) · 32'],
    ['GRU', { units: 32, use_bias: true, reset_after: true }, [null, 10, 8], 4032, '3 · (8 + 32 + 2) · 32'],
  ])('of %s with %j', (layer, params, input, total, sum) => {
    const said = explain(member(layer, params), node(params), { input, params: total }).sum
    expect(said).toBe(`${sum} = ${total.toLocaleString('en-US')} parameters`)
  })
})
