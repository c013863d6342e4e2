// Shapes → pixels, with the page's own fonts. Twice as fine as the screen's units, as far as a browser can hold it.

import { FONTS, type Family, type Measure, type Scene, type Shape } from './scene'

/** Below what browsers take: 16,384 a side, and 64 million pixels, which is 256 MB while it is painted. */
const SIDE = 16_000
const AREA = 64_000_000
const FINE = 2

export function scaleOf({ width, height }: { width: number; height: number }): number {
  return Math.min(FINE, SIDE / width, SIDE / height, Math.sqrt(AREA / (width * height)))
}

export async function painted(scene: Scene, canvas: HTMLCanvasElement, scale = scaleOf(scene.bounds)): Promise<void> {
  await fontsReady()
  canvas.width = Math.max(1, Math.round(scene.bounds.width * scale))
  canvas.height = Math.max(1, Math.round(scene.bounds.height * scale))
  const ctx = canvas.getContext('2d')
  if (!ctx) return
  ctx.scale(scale, scale)
  ctx.translate(-scene.bounds.x, -scene.bounds.y)
  if (scene.ground) {
    ctx.fillStyle = scene.ground
    ctx.fillRect(scene.bounds.x, scene.bounds.y, scene.bounds.width, scene.bounds.height)
  }
  ctx.lineCap = 'round'
  ctx.lineJoin = 'round'
  for (const shape of scene.shapes) paint(ctx, shape)
}

export async function pngOf(scene: Scene): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  await painted(scene, canvas)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}

function paint(ctx: CanvasRenderingContext2D, shape: Shape): void {
  switch (shape.type) {
    case 'rect': {
      ctx.beginPath()
      ctx.roundRect(shape.x, shape.y, shape.width, shape.height, shape.round)
      ctx.fillStyle = shape.fill
      ctx.fill()
      if (!shape.stroke) return
      ctx.strokeStyle = shape.stroke
      ctx.lineWidth = 1
      return ctx.stroke()
    }
    case 'path': {
      ctx.save()
      ctx.translate(shape.x, shape.y)
      ctx.scale(shape.scale, shape.scale)
      ctx.strokeStyle = shape.stroke
      ctx.lineWidth = shape.width
      ctx.stroke(new Path2D(shape.d))
      return ctx.restore()
    }
    case 'text': {
      ctx.font = fontOf(shape.size, shape.weight, shape.family)
      ctx.textAlign = shape.end ? 'right' : 'left'
      ctx.fillStyle = shape.fill
      return ctx.fillText(shape.text, shape.x, shape.y)
    }
  }
}

function fontOf(size: number, weight: number, family: Family): string {
  return `${weight} ${size}px ${FONTS[family]}`
}

function fontsReady(): Promise<unknown> {
  return Promise.all([fontOf(13, 600, 'sans'), fontOf(12, 400, 'sans'), fontOf(11, 400, 'mono')].map((font) => document.fonts.load(font)))
}

/** As this browser draws it, once the fonts are there. */
export async function measuring(): Promise<Measure> {
  await fontsReady()
  const ctx = document.createElement('canvas').getContext('2d')
  if (!ctx) return (text, size) => text.length * size * 0.6
  return (text, size, weight, family) => {
    const font = fontOf(size, weight, family)
    if (ctx.font !== font) ctx.font = font
    return ctx.measureText(text).width
  }
}
