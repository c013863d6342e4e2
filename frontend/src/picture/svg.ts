// Shapes → an SVG that stands alone: fonts by name, nothing fetched, the graph in its metadata.

import { escape, metadataOf } from './metadata'
import { FONTS, type Scene, type Shape } from './scene'

/** `graph` is the JSON that goes along. */
export function svgOf({ bounds, ground, shapes }: Scene, title: string, graph: string): string {
  const { x, y, width, height } = bounds
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="${n(x)} ${n(y)} ${n(width)} ${n(height)}" role="img" font-kerning="normal">`,
    `<title>${escape(clean(title))}</title>`,
    metadataOf(graph),
    ground && `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="${ground}"/>`,
    ...shapes.map(elementOf),
    '</svg>\n',
  ]
    .filter(Boolean)
    .join('\n')
}

function elementOf(shape: Shape): string {
  switch (shape.type) {
    case 'rect': {
      const { x, y, width, height, round, fill, stroke } = shape
      const border = stroke ? ` stroke="${stroke}"` : ''
      return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${n(round)}" fill="${fill}"${border}/>`
    }
    case 'path': {
      const { d, x, y, scale, stroke, width } = shape
      const place = x || y || scale !== 1 ? ` transform="translate(${n(x)} ${n(y)}) scale(${n(scale)})"` : ''
      return `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round"${place}/>`
    }
    case 'text': {
      const { x, y, text, size, weight, family, fill, end } = shape
      const anchor = end ? ' text-anchor="end"' : ''
      return `<text x="${n(x)}" y="${n(y)}" font-family="${FONTS[family]}" font-size="${size}" font-weight="${weight}" fill="${fill}"${anchor} xml:space="preserve">${escape(clean(text))}</text>`
    }
  }
}

function n(value: number): string {
  return String(Math.round(value * 100) / 100)
}

/** Without what XML cannot hold: control characters and halves of a pair. */
function clean(text: string): string {
  return text.replace(UNWRITABLE, '')
}

// oxlint-disable-next-line no-control-regex -- these are what it is about
const UNWRITABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
