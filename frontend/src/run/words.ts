// Numbers → the text a person reads: short, tabular, with a unit.

/** A loss or metric: three decimals where they say enough, never "NaN". */
export function metric(value: number | null | undefined): string {
  if (value === null || value === undefined || Number.isNaN(value)) return 'not a number'
  const size = Math.abs(value)
  if (size >= 1e6 || (size > 0 && size < 1e-4)) return value.toExponential(2)
  if (size >= 100) return value.toFixed(1)
  return value.toFixed(size >= 10 ? 2 : size >= 0.01 || size === 0 ? 3 : 5)
}

/** `0.8 s`, `14 s`, `2 min 5 s`. */
export function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  if (seconds < 60) return `${Math.round(seconds)} s`
  const whole = Math.round(seconds)
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor(whole / 60) % 60} min`
}

/** `1.0e-3`: the way a learning rate is written. */
export function rate(value: number): string {
  return value === 0 ? '0' : value >= 0.1 && value < 1e4 ? String(Number(value.toPrecision(3))) : value.toExponential(1)
}

/** `just now`, `2 min ago`, `yesterday`, `Monday`, `3 Mar`. Times in seconds since 1970. */
export function ago(then: number, now: number): string {
  const seconds = now - then
  if (seconds < 45) return 'just now'
  if (seconds < 3600) return `${Math.max(1, Math.round(seconds / 60))} min ago`
  const [day, today] = [new Date(then * 1000), new Date(now * 1000)]
  const days = Math.round((startOfDay(today) - startOfDay(day)) / 86_400_000)
  if (days <= 0) return `${Math.round(seconds / 3600)} h ago`
  if (days === 1) return 'yesterday'
  if (days < 7) return day.toLocaleDateString('en-US', { weekday: 'long' })
  return day.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(day.getFullYear() === today.getFullYear() ? {} : { year: 'numeric' }),
  })
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}

/** A metric's name as a heading: `val_digit_accuracy` → `Digit accuracy`. */
export function heading(name: string): string {
  const words = name.replace(/^val_/, '').replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The name of a file that any system takes: letters, digits, dots, dashes. */
export function fileName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return (plain || 'layerloom').slice(0, 60).toLowerCase()
}
