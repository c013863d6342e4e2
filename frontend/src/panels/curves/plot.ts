// Lines → pixels: one uPlot per metric. The only import of uPlot; knows runs only as views, and React not at all.

import uPlot from 'uplot'
import { ended, type RunView } from '../../run/view'
import { number } from '../../words/intl'
import { t } from '../../words/words'
import { cancelDraw, inNextFrame } from './frame'
import { linesOf, type Look, readingAt, wholeWindow, type Window } from './lines'
import { logNumbers, niceStep, room } from './axes'
import { readPalette } from './palette'
import { framed } from './picture'

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
/** Size of a saved chart, in pixels. */
const PICTURE = { width: 960, height: 480 }

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
  let plot = make(host, size)

  function windowNow(): Window {
    if (zoom) return zoom
    return view ? wholeWindow(view, !ended(view)) : { from: 0, to: 1 }
  }

  function make(into: HTMLElement, at: { width: number; height: number }): uPlot {
    const axis: uPlot.Axis = {
      stroke: () => colours.text,
      font: colours.font,
      ticks: { show: false },
      grid: { stroke: () => colours.grid, width: 1 },
    }
    const made: uPlot = new uPlot(
      {
        ...at,
        legend: { show: false },
        padding: [8, 8, 0, 0],
        cursor: {
          ...(into === host ? { sync: { key: SYNC, setSeries: false } } : {}),
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
          {
            ...axis,
            size: 46,
            gap: 6,
            space: 34,
            ...(look.log_y ? { values: (_: uPlot, splits: number[]) => logNumbers(splits) } : {}),
          },
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
              drawSoon()
            },
          ],
          drawAxes: [markNow, markPhase],
        },
      },
      [[], [], [], [], []],
      into,
    )
    made.over.addEventListener('dblclick', () => {
      zoom = null
      drawSoon()
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
    const numbers = splits.map((split) => number(Math.round(split / stepsPerEpoch())))
    return numbers.map((text, at) => (at ? text : t('curves-axis-epoch', { n: text })))
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

  /** A line where the second phase began. */
  function markPhase(self: uPlot): void {
    if (!view?.phase) return
    const x = Math.round(self.valToPos(view.phase.epoch * stepsPerEpoch(), 'x', true))
    const { ctx, bbox } = self
    if (x < bbox.left || x > bbox.left + bbox.width) return
    ctx.save()
    ctx.strokeStyle = ctx.fillStyle = colours.text
    ctx.lineWidth = devicePixelRatio
    ctx.beginPath()
    ctx.moveTo(x, bbox.top)
    ctx.lineTo(x, bbox.top + bbox.height)
    ctx.stroke()
    ctx.font = `${11 * devicePixelRatio}px ${colours.font.replace(/^\S+ /, '')}`
    ctx.textAlign = 'left'
    ctx.textBaseline = 'top'
    ctx.fillText(t('curves-phase', { n: view.phase.phase }), x + 4 * devicePixelRatio, bbox.top + 2 * devicePixelRatio)
    ctx.restore()
  }

  function draw(on: uPlot = plot): void {
    if (!view) return
    const pixels = Math.max(50, on.bbox.width / devicePixelRatio)
    const { batches, smoothed, epochs } = linesOf(view, metric, look, windowNow(), pixels)
    on.setData(uPlot.join([batches, smoothed, epochs].map((table) => table as unknown as uPlot.AlignedData)))
  }
  const drawSoon = () => inNextFrame(drawNow)
  const drawNow = () => draw()

  return {
    show: (nextView, nextLook) => {
      const rescaled = nextLook.log_x !== look.log_x || nextLook.log_y !== look.log_y
      if (view && nextView.run !== view.run) zoom = null
      view = nextView
      look = nextLook
      if (rescaled) {
        plot.destroy()
        plot = make(host, size)
      }
      drawSoon()
    },
    resize: (width, height) => {
      size = { width, height }
      plot.setSize(size)
      drawSoon()
    },
    recolour: () => {
      colours = readPalette()
      plot.redraw(false, true)
    },
    picture: async (title) => {
      const aside = document.createElement('div')
      const large = make(aside, PICTURE)
      draw(large)
      await new Promise(requestAnimationFrame)
      const blob = await framed(large.ctx.canvas, title, colours)
      large.destroy()
      return blob
    },
    destroy: () => {
      cancelDraw(drawNow)
      plot.destroy()
    },
  }
}
