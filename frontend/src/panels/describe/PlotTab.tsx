// The architecture as Keras plots it: drawn by Graphviz in the page, panned and zoomed, saved as SVG or PNG.

import '../../words/lateDescribe'
import { type ReactNode, useCallback, useRef, useState } from 'react'
import { Button, IconButton } from '../../ui/controls'
import { useTheme } from '../../ui/theme'
import s from '../dock.module.css'
import { nameOf, saveBlob } from '../save'
import { useAnswer } from '../useAnswer'
import { t } from '../../words/words'
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
            {t(direction === 'LR' ? 'describe-top-to-bottom' : 'describe-left-to-right')}
          </Button>
          <Button kind="quiet" small disabled={!svg} onClick={saveSvg}>
            {t('describe-save', { format: 'SVG' })}
          </Button>
          <Button kind="quiet" small disabled={!svg} onClick={() => void savePng()}>
            {t('describe-save', { format: 'PNG' })}
          </Button>
        </span>
      </div>
      <div
        className={s.stage}
        ref={frame}
        role="application"
        aria-label={t('describe-plot')}
        tabIndex={0}
        {...handlers}
      >
        {problem ? (
          <p className={s.empty} role="alert">
            {t('describe-no-plot', { why: problem.evidence })}
          </p>
        ) : (
          !svg && <p className={s.empty}>{t('describe-loading')}</p>
        )}
        <div
          className={s.picture}
          ref={hold}
          style={{ transform: `translate(${place.x}px, ${place.y}px) scale(${place.scale})` }}
        />
        <div className={s.zoom}>
          <IconButton label={t('describe-zoom-in')} onClick={() => zoom(1.25)}>
            +
          </IconButton>
          <IconButton label={t('describe-zoom-out')} onClick={() => zoom(0.8)}>
            −
          </IconButton>
          <IconButton label={t('describe-fit')} onClick={fit}>
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
