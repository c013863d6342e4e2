// Keras' activations by name, as functions of one number; what is not here has no curve.

import type { Facts } from '../facts'

export type Curve = (x: number) => number

const sigmoid: Curve = (x) => 1 / (1 + Math.exp(-x))
const softplus: Curve = (x) => Math.log1p(Math.exp(-Math.abs(x))) + Math.max(x, 0)
const clip = (x: number, least: number, most: number) => Math.min(most, Math.max(least, x))
const hardSigmoid: Curve = (x) => clip(x / 6 + 0.5, 0, 1)
const elu = (x: number, alpha: number) => (x > 0 ? x : alpha * Math.expm1(x))
const [SELU_SCALE, SELU_ALPHA] = [1.0507009873554805, 1.6732632423543772]

const CURVES: Record<string, Curve> = {
  linear: (x) => x,
  relu: (x) => Math.max(0, x),
  relu6: (x) => clip(x, 0, 6),
  leaky_relu: (x) => (x >= 0 ? x : 0.2 * x),
  sigmoid,
  tanh: Math.tanh,
  softplus,
  softsign: (x) => x / (1 + Math.abs(x)),
  elu: (x) => elu(x, 1),
  celu: (x) => elu(x, 1),
  selu: (x) => SELU_SCALE * elu(x, SELU_ALPHA),
  // Keras takes the exact form: x Φ(x).
  gelu: (x) => (x / 2) * (1 + erf(x / Math.SQRT2)),
  silu: (x) => x * sigmoid(x),
  swish: (x) => x * sigmoid(x),
  mish: (x) => x * Math.tanh(softplus(x)),
  exponential: Math.exp,
  hard_sigmoid: hardSigmoid,
  hard_silu: (x) => x * hardSigmoid(x),
  hard_swish: (x) => x * hardSigmoid(x),
  hard_tanh: (x) => clip(x, -1, 1),
  log_sigmoid: (x) => -softplus(-x),
  tanh_shrink: (x) => x - Math.tanh(x),
}

/** Abramowitz and Stegun 7.1.26: off by less than 1.5e-7. */
function erf(x: number): number {
  const k = 1 / (1 + 0.3275911 * Math.abs(x))
  const series = ((((1.061405429 * k - 1.453152027) * k + 1.421413741) * k - 0.284496736) * k + 0.254829592) * k
  return Math.sign(x) * (1 - series * Math.exp(-x * x))
}

/** What the layer does to each number, with its own settings. */
export function curveOf(layer: string, facts: Facts): Curve | null {
  const setting = (name: string, usual: number) => {
    const fact = facts.get(name)
    return typeof fact === 'number' ? fact : usual
  }
  switch (layer) {
    case 'ReLU': {
      const [most, slope, threshold] = [setting('max_value', Infinity), setting('negative_slope', 0), setting('threshold', 0)]
      return (x) => (x >= threshold ? Math.min(x, most) : slope * (x - threshold))
    }
    case 'LeakyReLU':
      return (x) => (x >= 0 ? x : setting('negative_slope', 0.3) * x)
    case 'ELU':
      return (x) => elu(x, setting('alpha', 1))
    case 'PReLU':
      return null
    case 'Activation': {
      const name = facts.get('activation')
      return CURVES[typeof name === 'string' ? name : 'linear'] ?? null
    }
    default:
      return null
  }
}

export function activation(name: unknown): Curve {
  return (typeof name === 'string' && CURVES[name]) || ((x) => x)
}
