// Limits and labels of a chart's axes. Pure.

/** The values with a little air around them; by factors on a logarithmic axis. */
export function room(low: number, high: number, log: boolean): [number, number] {
  if (log) {
    const margin = high > low ? (high / low) ** 0.06 : 1.5
    return [low / margin, high * margin]
  }
  const margin = high > low ? (high - low) * 0.06 : Math.abs(high) * 0.1 || 0.5
  return [low - margin, high + margin]
}

/** 1, 2, 5, 10, 20, 50, … : the first that is at least `wanted`. */
export function niceStep(wanted: number): number {
  for (let ten = 1; ; ten *= 10) for (const factor of [1, 2, 5]) if (factor * ten >= wanted) return factor * ten
}

/** Labels of a logarithmic axis: powers of ten, and 2 and 5 when less than two decades are in sight. Null where none is wanted. */
export function logNumbers(splits: readonly (number | null)[]): (string | null)[] {
  const known = splits.filter((value) => value !== null)
  const decades = Math.log10((known.at(-1) ?? 1) / (known[0] ?? 1))
  return splits.map((value) => {
    if (value === null) return null
    const first = Number(value.toExponential(0).charAt(0))
    if (first !== 1 && (decades > 2 || ![2, 5].includes(first))) return null
    return value >= 1e4 || value < 1e-3 ? value.toExponential(0) : String(Number(value.toPrecision(1)))
  })
}
