// A chart's canvas → a PNG on the panel's ground, with its title and the key to its lines.

import { t } from '../../words/words'
import type { Palette } from './palette'

const HEAD = 34
const MARGIN = 14

export function framed(chart: HTMLCanvasElement, title: string, colours: Palette): Promise<Blob | null> {
  const ratio = devicePixelRatio
  const canvas = document.createElement('canvas')
  canvas.width = chart.width
  canvas.height = chart.height + HEAD * ratio
  const ctx = canvas.getContext('2d')
  if (!ctx) return Promise.resolve(null)
  ctx.fillStyle = colours.ground
  ctx.fillRect(0, 0, canvas.width, canvas.height)
  ctx.drawImage(chart, 0, HEAD * ratio)
  ctx.scale(ratio, ratio)
  ctx.font = colours.font.replace('11px', '600 13px')
  ctx.fillStyle = colours.ink
  ctx.fillText(title, MARGIN, 22)
  let x = MARGIN + ctx.measureText(title).width + 24
  ctx.font = colours.font.replace('11px', '12px')
  for (const [name, colour, dash] of [
    [t('curves-picture-batches'), colours.train, []],
    [t('curves-key-train'), colours.epoch, [4, 3]],
    [t('curves-key-validation'), colours.validation, []],
  ] as const) {
    ctx.strokeStyle = colour
    ctx.lineWidth = 2
    ctx.setLineDash([...dash])
    ctx.beginPath()
    ctx.moveTo(x, 18)
    ctx.lineTo(x + 18, 18)
    ctx.stroke()
    ctx.fillStyle = colours.text
    ctx.fillText(name, x + 24, 22)
    x += 24 + ctx.measureText(name).width + 20
  }
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}
