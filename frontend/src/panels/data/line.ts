// Numbers → the path of a small line from left to right, its lowest and highest value at the edges. Pure geometry.

const EDGE = 2

export function line(values: readonly number[], size: { width: number; height: number }): string {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const room = size.height - 2 * EDGE
  const across = (at: number) => (values.length > 1 ? (at / (values.length - 1)) * size.width : size.width / 2)
  const down = (value: number) => EDGE + (high > low ? ((high - value) / (high - low)) * room : room / 2)
  return values.map((value, at) => `${at ? 'L' : 'M'}${round(across(at))} ${round(down(value))}`).join('')
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
