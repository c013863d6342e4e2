// A layer's glyph in its group's colour → a class whose background it is. As elements of their own the drawings of a thousand cards would be
// parted into thousands of pieces, each paid for in every frame of a pan. Drawn again when the page's colours change.

import { glyphPath } from '../ui/glyphs'
import { useTheme } from '../ui/theme'

const sheet = new CSSStyleSheet()
document.adoptedStyleSheets.push(sheet)
useTheme.subscribe(() => sheet.replaceSync([...rules.values()].map((rule) => rule()).join('\n')))

const rules = new Map<string, () => string>()

/** `token` is the colour's: "conv" of `--g-conv`. */
export function glyphClass(icon: string, group: string, token: string): string {
  const name = `glyph-${icon}-${group}-${token}`.replace(/[^\w-]/g, '_')
  if (!rules.has(name)) {
    const rule = () => `.${name} { background-image: url("${pictureOf(glyphPath(icon, group), token)}") }`
    rules.set(name, rule)
    sheet.insertRule(rule())
  }
  return name
}

function pictureOf(path: string, token: string): string {
  const color = getComputedStyle(document.documentElement).getPropertyValue(`--g-${token}`).trim()
  const pen = `stroke="${color}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 18 18" fill="none" ${pen}><path d="${path}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
