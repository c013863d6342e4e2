// dot → SVG element, by Graphviz in WebAssembly, fetched at the first plot. The only import of @hpcc-js/wasm-graphviz.

import type { Graphviz } from '@hpcc-js/wasm-graphviz'

const NARROWER = 0.92

let loading: Promise<Graphviz> | null = null

export async function draw(dot: string, font: string): Promise<SVGSVGElement> {
  loading ??= import('@hpcc-js/wasm-graphviz').then((module) => module.Graphviz.load())
  loading.catch(() => (loading = null))
  const drawn = new DOMParser().parseFromString((await loading).dot(dot), 'image/svg+xml').documentElement
  const svg = document.importNode(drawn as unknown as SVGSVGElement, true)
  for (const text of svg.querySelectorAll('text')) {
    text.setAttribute('font-family', font)
    // Graphviz measured the text in Helvetica, which is narrower than the page's own.
    text.setAttribute('font-size', String(Number(text.getAttribute('font-size') ?? 14) * NARROWER))
  }
  const { width, height } = naturalSize(svg)
  svg.setAttribute('width', String(width)) // Graphviz writes points; a pixel each keeps the fit simple
  svg.setAttribute('height', String(height))
  for (const title of svg.querySelectorAll('title')) title.remove() // object ids, shown as tooltips
  for (const path of svg.querySelectorAll('path')) path.setAttribute('stroke-linejoin', 'round')
  return svg
}

/** A file that looks the same where the page's font is missing: each text keeps the length it has here. */
export function svgText(svg: SVGSVGElement, ground: string): string {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const shown = [...svg.querySelectorAll('text')]
  for (const [at, text] of copy.querySelectorAll('text').entries()) {
    text.setAttribute('textLength', String(shown[at]?.getComputedTextLength() ?? 0))
    text.setAttribute('lengthAdjust', 'spacingAndGlyphs')
    text.setAttribute('font-family', 'Inter, Helvetica, Arial, sans-serif')
  }
  copy.removeAttribute('style')
  const { width, height } = naturalSize(svg)
  const back = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  for (const [name, value] of Object.entries({ width: String(width), height: String(height), fill: ground }))
    back.setAttribute(name, value)
  copy.prepend(back)
  return new XMLSerializer().serializeToString(copy)
}

/** The SVG as pixels, twice its size. */
export async function pngOf(svg: SVGSVGElement, ground: string): Promise<Blob | null> {
  const { width, height } = naturalSize(svg)
  const url = URL.createObjectURL(new Blob([svgText(svg, ground)], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * 2
    canvas.height = height * 2
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
  } finally {
    URL.revokeObjectURL(url)
  }
}

export function naturalSize(svg: SVGSVGElement): { width: number; height: number } {
  const { width, height } = svg.viewBox.baseVal
  return { width, height }
}
