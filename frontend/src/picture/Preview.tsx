// A graph as a small picture, painted with the page's own fonts; as large as its box.

import '../words/latePicture'
import { useEffect, useRef } from 'react'
import { drawingOf, type Drawable, type Known } from '../canvas/drawing'
import type { CatalogIndex } from '../catalog/catalog'
import { useTheme, type Theme } from '../ui/theme'
import { t } from '../words/words'
import { coloursOf } from './colours'
import { measuring, painted } from './paint'
import s from './picture.module.css'
import { sceneOf } from './scene'

interface PreviewProps {
  graph: Drawable
  catalog: CatalogIndex
  known?: Known
  theme?: Theme
  ground?: boolean
}

export function Preview({ graph, catalog, known, theme, ground = true }: PreviewProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const shown = useTheme((state) => state.theme)
  const colours = theme ?? shown
  useEffect(() => {
    let current = true
    void measuring().then((measure) => {
      const to = canvas.current
      const box = to?.parentElement
      if (!current || !to || !box) return
      const scene = sceneOf(drawingOf(graph, catalog, known), coloursOf(colours), measure, ground)
      const scale = Math.min(1, box.clientWidth / scene.bounds.width, box.clientHeight / scene.bounds.height)
      to.style.setProperty('--width', `${Math.floor(scene.bounds.width * scale)}px`)
      void painted(scene, to, scale * devicePixelRatio)
    })
    return () => {
      current = false
    }
  }, [graph, catalog, known, colours, ground])
  return (
    <div className={s.preview} data-ground={ground || undefined} data-theme={colours}>
      <canvas ref={canvas} role="img" aria-label={t('picture-preview')} />
    </div>
  )
}
