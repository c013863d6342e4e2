import { describe, expect, test } from 'vitest'
import type { Suggestion } from '../../contract'
import type { GraphSnapshot } from '../../document/graph'
import { headEdits, inWords } from './head'

const suggestion: Suggestion = {
  units: 3,
  activation: 'softmax',
  loss: { name: 'SparseCategoricalCrossentropy', params: {} },
  metrics: [{ name: 'SparseCategoricalAccuracy', params: { name: 'accuracy' } }],
}

function graph(
  units: number,
  activation: string | undefined,
  loss: string | null = null,
): Pick<GraphSnapshot, 'nodes' | 'edges'> {
  return {
    nodes: {
      dense: {
        type: 'layer',
        name: 'dense',
        layer: 'Dense',
        params: activation ? { units, activation } : { units },
        trainable: true,
        shares: null,
        bypassed: false,
      },
      out: {
        type: 'output',
        name: 'out',
        target: null,
        loss: loss ? { name: loss, params: {} } : null,
        metrics: null,
        weight: 1,
      },
    },
    edges: { e: { source: 'dense', source_port: 'output', target: 'out', target_port: 'input', order: 'a0' } },
  }
}

describe('a suggestion for a target', () => {
  test('sets units and activation of the layer before the output', () => {
    expect(headEdits(graph(1, undefined), 'out', suggestion)).toEqual([
      { type: 'set_param', node: 'dense', param: 'units', value: 3 },
      { type: 'set_param', node: 'dense', param: 'activation', value: 'softmax' },
    ])
  })

  test('has nothing left to do once it is in use', () => {
    expect(headEdits(graph(3, 'softmax'), 'out', suggestion)).toEqual([])
  })

  test('takes the activation away where none fits', () => {
    const number = { ...suggestion, units: 3, activation: 'linear' }
    expect(headEdits(graph(3, 'softmax'), 'out', number)).toEqual([
      { type: 'set_param', node: 'dense', param: 'activation', value: null },
    ])
  })

  test('gives a chosen loss back to the suggestion', () => {
    expect(headEdits(graph(3, 'softmax', 'MeanSquaredError'), 'out', suggestion)).toEqual([
      { type: 'set_field', node: 'out', field: 'loss', value: null },
    ])
  })

  test('reads as a sentence', () => {
    expect(inWords(suggestion)).toBe('Dense with 3 units, softmax · sparse cross-entropy · accuracy')
  })
})
