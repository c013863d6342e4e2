// Numbers and shapes as a person reads them.

const NUMBER = new Intl.NumberFormat('en-US')

/** 1234567 → "1,234,567". */
export function count(value: number): string {
  return NUMBER.format(value)
}

/** 12_345_678 → "12.3 M": for places where seven digits do not fit. */
export function shortCount(value: number): string {
  if (value < 100_000) return count(value)
  if (value < 999_500) return `${Math.round(value / 1000)} k`
  if (value < 999_500_000) return `${significant(value / 1e6)} M`
  return `${significant(value / 1e9)} B`
}

/** Decimal units, as file managers show them: 12_840 → "12.8 kB". */
export function bytes(value: number): string {
  if (value < 1000) return `${Math.round(value)} B`
  const units = ['kB', 'MB', 'GB', 'TB', 'PB']
  let size = value / 1000
  let at = 0
  while (size >= 999.5 && at < units.length - 1) {
    size /= 1000
    at += 1
  }
  return `${significant(size)} ${units[at]}`
}

function significant(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)))
}

/** A tensor's shape without its batch axis, as it stands beside a wire: [null, 8, 8, 1] → "8 × 8 × 1"; [null] → "one number". */
export function shapeText(shape: readonly (number | null)[]): string {
  if (shape.length <= 1) return 'one number'
  return shape
    .slice(1)
    .map((axis) => (axis === null ? '?' : count(axis)))
    .join(' × ')
}

/** 74.2 s → "1:14"; under a minute "0:14"; over an hour "1:02:03". */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const parts = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60]
  const shown = parts[0] ? parts : parts.slice(1)
  return shown.map((part, at) => (at ? String(part).padStart(2, '0') : String(part))).join(':')
}

/** "1 problem", "2 problems". */
export function plural(n: number, noun: string, many = `${noun}s`): string {
  return `${count(n)} ${n === 1 ? noun : many}`
}
