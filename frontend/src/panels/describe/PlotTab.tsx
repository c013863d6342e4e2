// The architecture as Keras plots it: drawn by Graphviz in the page, panned and zoomed, saved as SVG or PNG.

import { type ReactNode, useCallback, useRef, useState } from 'react'
import { Button, IconButton } from '../../ui/controls'
import { useTheme } from '../../ui/theme'
import s from '../dock.module.css'
import { nameOf, saveBlob } from '../save'
import { useAnswer } from '../useAnswer'
import { type Direction, themed } from './dot'
import { draw, naturalSize, pngOf, svgText } from './graphviz'
import { Source, Undescribed } from './Source'
import { useDescribed } from './useDescribed'
import { useBox, usePanZoom } from './usePanZoom'

export function PlotTab() {
  const description = useDescribed()
  if (!description.described) return <Undescribed description={description} />
  return (
    <div className={s.column}>
      <Plot dot={description.described.dot} source={<Source description={description} />} />
    </div>
  )
}

function Plot({ dot, source }: { dot: string; source: ReactNode }) {
  const theme = useTheme((state) => state.theme)
  const frame = useRef<HTMLDivElement>(null)
  const box = useBox(frame)
  const [chosen, setChosen] = useState<Direction | null>(null)
  const direction = chosen ?? (box.width > 2 * box.height ? 'LR' : 'TB')
  const drawn = useAnswer(box.width > 0 ? `${theme} ${direction} ${dot}` : null, () =>
    draw(themed(dot, inks(), direction), token('--sans')),
  )
  const svg = drawn.value
  const { place, zoom, fit, handlers } = usePanZoom(frame, box, svg && naturalSize(svg))
  const hold = useCallback(
    (holder: HTMLDivElement | null) => {
      if (svg) holder?.replaceChildren(svg)
    },
    [svg],
  )
  const saveSvg = () => {
    if (svg) saveBlob(new Blob([svgText(svg, token('--panel'))], { type: 'image/svg+xml' }), nameOf('model', 'svg'))
  }
  const savePng = async () => {
    const blob = svg && (await pngOf(svg, token('--panel')))
    if (blob) saveBlob(blob, nameOf('model', 'png'))
  }
  const problem = drawn.problems[0]
  return (
    <>
      <div className={s.toolbar}>
        {source}
        <span className={s.end}>
          <Button kind="quiet" small onClick={() => setChosen(direction === 'LR' ? 'TB' : 'LR')}>
            {direction === 'LR' ? 'Top to bottom' : 'Left to right'}
          </Button>
          <Button kind="quiet" small disabled={!svg} onClick={saveSvg}>
            Save SVG
          </Button>
          <Button kind="quiet" small disabled={!svg} onClick={() => void savePng()}>
            Save PNG
          </Button>
        </span>
      </div>
      <div
        className={s.stage}
        ref={frame}
        role="application"
        aria-label="Plot of the model's layers. Arrow keys move it, plus and minus zoom. The Summary tab says the same in words."
        tabIndex={0}
        {...handlers}
      >
        {problem ? (
          <p className={s.empty} role="alert">
            The plot could not be drawn here ({problem.evidence}). The Summary tab says the same in words.
          </p>
        ) : (
          !svg && <p className={s.empty}>Loading Graphviz…</p>
        )}
        <div
          className={s.picture}
          ref={hold}
          style={{ transform: `translate(${place.x}px, ${place.y}px) scale(${place.scale})` }}
        />
        <div className={s.zoom}>
          <IconButton label="Zoom in" onClick={() => zoom(1.25)}>
            +
          </IconButton>
          <IconButton label="Zoom out" onClick={() => zoom(0.8)}>
            −
          </IconButton>
          <IconButton label="Fit the plot" onClick={fit}>
            ⤢
          </IconButton>
        </div>
      </div>
    </>
  )
}

function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}

function inks() {
  return { ink: token('--ink'), faint: token('--muted'), line: token('--faint'), paper: token('--panel') }
}
