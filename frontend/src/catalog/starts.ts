// A layer's name → a node of it that works at once: what Keras requires gets a sensible first value, the rest stays Keras'.

import type { InputNode, LayerNode, Node, OutputNode, Param, Spec } from '../contract'
import type { CatalogIndex } from './catalog'
import { stemOf } from './names'

const VALUES: Record<string, unknown> = {
  units: 64,
  filters: 32,
  kernel_size: 3,
  num_heads: 4,
  num_query_heads: 4,
  num_key_value_heads: 2,
  head_dim: 16,
  key_dim: 16,
  input_dim: 1000,
  output_dim: 16,
  target_shape: [-1],
  dims: [2, 1],
  n: 4,
  stddev: 0.1,
  pool_size: 2,
  size: 2,
  cropping: 1,
  function: 'relu',
  activation: 'relu',
}

/** Values of one layer that differ from those above, or that nobody leaves out. */
const OF_LAYER: Record<string, Record<string, unknown>> = {
  Dense: { activation: 'relu' },
  Conv1D: { activation: 'relu' },
  Conv2D: { activation: 'relu' },
  Conv3D: { activation: 'relu' },
  Dropout: { rate: 0.3 },
  SpatialDropout1D: { rate: 0.2 },
  SpatialDropout2D: { rate: 0.2 },
  SpatialDropout3D: { rate: 0.2 },
  GaussianDropout: { rate: 0.2 },
  AlphaDropout: { rate: 0.1 },
  Rescaling: { scale: 0.00392156862745098 },
  RandomRotation: { factor: 0.1 },
  RandomZoom: { height_factor: 0.1 },
  RandomContrast: { factor: 0.2 },
  RandomBrightness: { factor: 0.2 },
  RandomTranslation: { height_factor: 0.1, width_factor: 0.1 },
}

const INNER: Record<string, Spec> = {
  Bidirectional: { name: 'LSTM', params: { units: 32 } },
  TimeDistributed: { name: 'Dense', params: { units: 32 } },
  SpectralNormalization: { name: 'Dense', params: { units: 32 } },
  Wrapper: { name: 'Dense', params: { units: 32 } },
  RNN: { name: 'LSTMCell', params: { units: 32 } },
}

export function newLayer(catalog: CatalogIndex, layer: string): LayerNode {
  const member = catalog.get('layer', layer)
  const params: Record<string, unknown> = { ...OF_LAYER[layer] }
  for (const param of member?.params ?? []) {
    if (param.required && !(param.name in params))
      params[param.name] = firstValue(layer, param, member?.example?.params)
  }
  return { type: 'layer', name: `${stemOf(layer)}_1`, layer, params, trainable: true, shares: null }
}

function firstValue(layer: string, param: Param, example: Readonly<Record<string, unknown>> | undefined): unknown {
  if (param.type === 'layer') return INNER[layer] ?? { name: 'Dense', params: { units: 32 } }
  const value = VALUES[param.name] ?? example?.[param.name] ?? param.minimum ?? param.choices[0] ?? null
  if (param.type === 'int_tuple' && typeof value === 'number' && param.rank && param.rank > 1) {
    return Array.from({ length: param.rank }, () => value)
  }
  return value
}

export function newInput(name = 'features'): InputNode {
  return { type: 'input', name, columns: null, shape: null, dtype: 'float32', scaling: 'auto' }
}

export function newOutput(name = 'answer'): OutputNode {
  return { type: 'output', name, target: null, loss: null, metrics: null, weight: 1 }
}

/** What the palette and the menus hand out: a layer's name, or one of the two ends of a model. */
export type Item = { type: 'input' } | { type: 'output' } | { type: 'layer'; layer: string }

export function nodeOf(catalog: CatalogIndex, item: Item): Node {
  if (item.type === 'layer') return newLayer(catalog, item.layer)
  return item.type === 'input' ? newInput() : newOutput()
}
