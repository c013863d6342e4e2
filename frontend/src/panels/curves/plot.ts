// Lines → pixels: one uPlot per metric. The only import of uPlot; knows runs only as views, and React not at all.

import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { ended, type RunView } from '../../run/view'
import { cancelDraw, inNextFrame } from './frame'
import { linesOf, type Look, readingAt, wholeWindow, type Window } from './lines'
import { readPalette } from './palette'

export interface Plot {
  show(view: RunView, look: Look): void
  resize(width: number, height: number): void
  recolour(): void
  /** The chart as a picture on the panel's ground, with its title. */
  picture(title: string): Promise<Blob | null>
  destroy(): void
}

/** Where the pointer is: the batch below it, and the place inside the chart, in pixels. */
export interface Hover {
  readonly batch: number
  readonly left: number
  /** True where the line is in the upper half: what covers nothing stands below. */
  readonly high: boolean
}

const LABEL_GAP = 46
const SYNC = 'run'

export function createPlot(
  host: HTMLElement,
  metric: string,
  size: { width: number; height: number },
  onHover: (at: Hover | null) => void,
): Plot {
  let view: RunView | null = null
  let look: Look = { smoothing: 0, log_x: false, log_y: false }
  let zoom: Window | null = null
  let colours = readPalette()
  let plot = make()

  function windowNow(): Window {
    if (zoom) return zoom
    return view ? wholeWindow(view, !ended(view)) : { from: 0, to: 1 }
  }

  function make(): uPlot {
    const axis: uPlot.Axis = {
      stroke: () => colours.text,
      font: colours.font,
      ticks: { show: false },
      grid: { stroke: () => colours.grid, width: 1 },
    }
    const made: uPlot = new uPlot(
      {
        ...size,
        legend: { show: false },
        padding: [8, 8, 0, 0],
        cursor: {
          sync: { key: SYNC, setSeries: false },
          points: { show: false },
          drag: { x: true, y: false, setScale: false },
        },
        scales: {
          x: {
            time: false,
            distr: look.log_x ? 3 : 1,
            range: () => [look.log_x ? Math.max(1, windowNow().from) : windowNow().from, Math.max(2, windowNow().to)],
          },
          y: {
            distr: look.log_y ? 3 : 1,
            range: (_, low, high) =>
              low === null || high === null ? [look.log_y ? 0.1 : 0, 1] : room(low, high, look.log_y),
          },
        },
        axes: [
          {
            ...axis,
            size: 24,
            gap: 4,
            space: LABEL_GAP,
            ...(look.log_x ? {} : { splits: epochSplits, values: epochNumbers }),
          },
          { ...axis, size: 46, gap: 6, space: 34, ...(look.log_y ? { values: logNumbers } : {}) },
        ],
        series: [
          {},
          { stroke: () => colours.train, alpha: 0.3, width: 1, points: { show: false } },
          { stroke: () => colours.train, width: 2, points: { show: false } },
          {
            stroke: () => colours.epoch,
            width: 1.25,
            dash: [4, 3],
            points: { show: apart, size: 5, width: 1.25, fill: () => colours.ground, stroke: () => colours.epoch },
          },
          {
            stroke: () => colours.validation,
            width: 2,
            points: { show: apart, size: 5, width: 0, fill: () => colours.validation },
          },
        ],
        hooks: {
          setCursor: [
            (self) => {
              const { left } = self.cursor
              if (left === undefined || left < 0) onHover(null)
              else onHover({ ...under(self, left), left: left + self.over.offsetLeft })
            },
          ],
          setSelect: [
            (self) => {
              if (self.select.width < 4) return
              zoom = {
                from: self.posToVal(self.select.left, 'x'),
                to: self.posToVal(self.select.left + self.select.width, 'x'),
              }
              self.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false)
              inNextFrame(draw)
            },
          ],
          drawAxes: [markNow],
        },
      },
      [[], [], [], [], []],
      host,
    )
    made.over.addEventListener('dblclick', () => {
      zoom = null
      inNextFrame(draw)
    })
    return made
  }

  function under(self: uPlot, left: number): Pick<Hover, 'batch' | 'high'> {
    const batch = self.posToVal(left, 'x')
    const value = view && readingAt(view, metric, batch).batch
    return { batch, high: value != null && self.valToPos(value, 'y') < self.over.clientHeight / 2 }
  }

  /** Dots while there is room between them. */
  function apart(self: uPlot): boolean {
    const { from, to } = windowNow()
    return self.bbox.width / devicePixelRatio / ((to - from) / stepsPerEpoch()) > 9
  }

  function stepsPerEpoch(): number {
    return view?.model?.steps_per_epoch ?? 1
  }

  /** Grid lines stand where epochs end, as many as there is room for. */
  function epochSplits(self: uPlot): number[] {
    const { from, to } = windowNow()
    const steps = stepsPerEpoch()
    const shown = (to - from) / steps
    const most = Math.max(1, Math.floor(self.bbox.width / devicePixelRatio / LABEL_GAP))
    const every = niceStep(shown / most)
    const splits: number[] = []
    for (let epoch = Math.ceil(from / steps / every) * every; epoch * steps <= to * (1 + 1e-9); epoch += every)
      splits.push(epoch * steps)
    return splits
  }

  function epochNumbers(_: uPlot, splits: number[]): string[] {
    return splits.map((split, at) => `${at ? '' : 'epoch '}${Math.round(split / stepsPerEpoch())}`)
  }

  /** A dotted line at the newest batch while the run goes on. */
  function markNow(self: uPlot): void {
    if (!view || ended(view) || view.batches === 0) return
    const x = Math.round(self.valToPos(view.batches, 'x', true))
    const { ctx, bbox } = self
    if (x > bbox.left + bbox.width) return
    ctx.save()
    ctx.strokeStyle = colours.mark
    ctx.lineWidth = devicePixelRatio
    ctx.setLineDash([2 * devicePixelRatio, 3 * devicePixelRatio])
    ctx.beginPath()
    ctx.moveTo(x, bbox.top)
    ctx.lineTo(x, bbox.top + bbox.height)
    ctx.stroke()
    ctx.restore()
  }

  function draw(): void {
    if (!view) return
    const pixels = Math.max(50, plot.bbox.width / devicePixelRatio)
    const { batches, smoothed, epochs } = linesOf(view, metric, look, windowNow(), pixels)
    plot.setData(uPlot.join([batches, smoothed, epochs].map((table) => table as unknown as uPlot.AlignedData)))
  }

  return {
    show: (nextView, nextLook) => {
      const rescaled = nextLook.log_x !== look.log_x || nextLook.log_y !== look.log_y
      if (view && nextView.run !== view.run) zoom = null
      view = nextView
      look = nextLook
      if (rescaled) {
        plot.destroy()
        plot = make()
      }
      inNextFrame(draw)
    },
    resize: (width, height) => {
      size = { width, height }
      plot.setSize(size)
      inNextFrame(draw)
    },
    recolour: () => {
      colours = readPalette()
      plot.redraw(false, true)
    },
    picture: (title) => picture(plot, title, colours),
    destroy: () => {
      cancelDraw(draw)
      plot.destroy()
    },
  }
}

function room(low: number, high: number, log: boolean): [number, number] {
  if (log) {
    const margin = high > low ? (high / low) ** 0.06 : 1.5
    return [low / margin, high * margin]
  }
  const margin = high > low ? (high - low) * 0.06 : Math.abs(high) * 0.1 || 0.5
  return [low - margin, high + margin]
}

/** 1, 2, 5, 10, 20, 50, … epochs, at least `wanted`. */
function niceStep(wanted: number): number {
  for (let ten = 1; ; ten *= 10) for (const factor of [1, 2, 5]) if (factor * ten >= wanted) return factor * ten
}

/** Labels of a logarithmic axis: powers of ten, and 2 and 5 when less than two decades are in sight. */
function logNumbers(_: uPlot, splits: number[]): (string | null)[] {
  const decades = Math.log10((splits.at(-1) ?? 1) / (splits[0] ?? 1))
  return splits.map((value) => {
    const first = Number(value.toExponential(0).charAt(0))
    const power = Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-9
    if (!power && (decades > 2 || ![2, 5].includes(first))) return null
    return value >= 1e4 || value < 1e-3 ? value.toExponential(0) : String(Number(value.toPrecision(1)))
  })
}

async function picture(plot: uPlot, title: string, colours: ReturnType<typeof readPalette>): Promise<Blob | null> {
  const source = plot.ctx.canvas
  const head = 26 * devicePixelRatio
  const canvas = document.createElement('canvas')
  canvas.width = source.width
  canvas.height = source.height + head
  const ctx = canvas.getContext('2d')
  if (!ctx) return null
  ctx.fillStyle = colours.ground
  ctx.fillRect(0, 0, canvas.width, canvas.height)
  ctx.fillStyle = colours.ink
  ctx.font = `600 ${12 * devicePixelRatio}px ${colours.font.slice(5)}`
  ctx.fillText(title, 12 * devicePixelRatio, 18 * devicePixelRatio)
  ctx.drawImage(source, 0, head)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}
