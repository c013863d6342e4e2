// Raw values → their exponential moving average, debiased, so that the first points are not pulled towards zero.
//
// Debiasing as in Adam (Kingma & Ba 2015, section 3): s_t / (1 - w^t). A gap stays a gap and does not move the average.

/** `weight` 0 returns the values as they are, 0.99 is very smooth. Length as given. */
export function smooth(values: Float64Array, weight: number): Float64Array {
  const out = new Float64Array(values.length)
  let average = 0
  let remaining = 1
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!
    if (Number.isNaN(value)) {
      out[i] = NaN
      continue
    }
    average = weight * average + (1 - weight) * value
    remaining *= weight
    out[i] = average / (1 - remaining)
  }
  return out
}
