// The design system's colours as a canvas needs them: read from the page, again when the theme changes.

export interface Palette {
  readonly train: string
  readonly epoch: string
  readonly validation: string
  readonly grid: string
  readonly text: string
  readonly ink: string
  readonly ground: string
  readonly mark: string
  readonly font: string
}

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    train: token('--curve-train'),
    epoch: token('--g-pool'),
    validation: token('--curve-validation'),
    grid: token('--line'),
    text: token('--muted'),
    ink: token('--ink'),
    ground: token('--panel'),
    mark: token('--faint'),
    font: `11px ${token('--sans')}`,
  }
}
