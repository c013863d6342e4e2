import { describe, expect, test } from 'vitest'
import {
  attended, convolved, dropped, enlarged, flipped, framed, gated, normalised, normalisedGrid, painted, pooled, remembered, simple, softmax, turned,
} from './arithmetic'
import { activation, curveOf } from './curves'

const picture = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
const near = (values: readonly number[]) => values.map((value) => Number(value.toFixed(4)))

describe('small numbers go as in Keras', () => {
  test('a convolution lays the filter on without mirroring it', () => {
    expect(convolved(picture, [[1, 0], [0, 0]])).toEqual([[1, 2], [4, 5]])
    expect(convolved(picture, [[0, 0], [0, 1]], 1, true)).toEqual([[5, 6, 0], [8, 9, 0], [0, 0, 0]])
    expect(convolved([[1, 2, 3, 4, 5]], [[1, 1, 1]], 2, true)).toEqual([[3, 9, 9]])
  })

  test('pooling drops what fills no window, and with a frame counts only what is there', () => {
    const window = { rows: 2, columns: 2, stride: 2, same: false }
    expect(pooled(picture, window, 'max')).toEqual([[5]])
    expect(pooled(picture, { ...window, same: true }, 'average')).toEqual([[3, 4.5], [7.5, 9]])
  })

  test('a transposed convolution paints and adds up', () => {
    expect(painted([[1, 2]], [[1, 1]], 1)).toEqual([[1, 3, 2]])
    expect(painted([[1, 2]], [[1, 1], [1, 1]], 2)).toEqual([[1, 1, 2, 2], [1, 1, 2, 2]])
    expect(painted([[1, 2]], [[1]], 2)).toEqual([[1, 0, 2, 0], [0, 0, 0, 0]])
  })

  test('softmax gives shares of one, also of large numbers', () => {
    expect(near(softmax([1, 2, 3]))).toEqual([0.09, 0.2447, 0.6652])
    expect(softmax([1000, 0])).toEqual([1, 0])
  })

  test('normalising gives mean 0 and spread 1, along columns, rows or groups', () => {
    expect(near(normalised([1, 3], 0))).toEqual([-1, 1])
    expect(normalisedGrid([[1, 5], [3, 9]], 'columns').map((row) => near(row))).toEqual([[-0.9995, -0.9999], [0.9995, 0.9999]])
    expect(normalisedGrid([[1, 3]], 'rows').map((row) => near(row))).toEqual([[-0.9995, 0.9995]])
    expect(normalisedGrid([[1, 3, 7, 7]], 'groups').map((row) => near(row))).toEqual([[-0.9995, 0.9995, 0, 0]])
  })

  test('dropout enlarges what stays', () => {
    expect(dropped([2, 4], [0.1, 0.9], 0.5)).toEqual([0, 8])
    expect(dropped([2, 4], [0, 0], 0)).toEqual([2, 4])
  })

  test('attention mixes the values by their shares', () => {
    const { shares, mix } = attended({ x: 1, y: 0 }, [{ x: 1, y: 0 }, { x: -1, y: 0 }], [10, 0], 50)
    expect(near(shares)).toEqual([1, 0])
    expect(mix).toBeCloseTo(10)
  })

  test('recurrent steps keep a state', () => {
    expect(near(simple([1, 0], 1, 1))).toEqual([0.7616, 0.642])
    expect(gated([1, 0], 1)).toEqual([0, 0])
    expect(near(remembered([1, 0], 1, 1))).toEqual([0.964, 0.964])
  })

  test('pictures are enlarged, framed, turned and mirrored', () => {
    expect(enlarged([[1, 2]], 2, 1)).toEqual([[1, 2], [1, 2]])
    expect(framed([[1]], 1, 0, 0, 1)).toEqual([[0, 0], [1, 0]])
    expect(turned([[1, 2, 3]])).toEqual([[1], [2], [3]])
    expect(flipped([[1, 2], [3, 4]], true, true)).toEqual([[4, 3], [2, 1]])
  })

  test('activations bend as Keras’ own', () => {
    // keras.activations.*(-1.5), Keras 3.15
    const values = Object.entries({ relu: 0, sigmoid: 0.18243, tanh: -0.90515, elu: -0.77687, selu: -1.36581, gelu: -0.10021, silu: -0.27364, softplus: 0.20141, softsign: -0.6, mish: -0.2981, hard_sigmoid: 0.25, leaky_relu: -0.3 })
    for (const [name, value] of values) expect([name, Number(activation(name)(-1.5).toFixed(5)) + 0]).toEqual([name, value])
    const facts = new Map([['negative_slope', 0.1], ['max_value', 6]])
    expect(curveOf('ReLU', facts)?.(9)).toBe(6)
    expect(curveOf('ReLU', facts)?.(-2)).toBeCloseTo(-0.2)
  })
})
