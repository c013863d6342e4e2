// The network in small, and the part of it that is seen. Drawn anew when nodes come to rest; while the view moves only its frame does.

import { useReactFlow, useStoreApi, type ReactFlowState } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { useDocument } from '../document/hooks'
import { around, NODE_HEIGHT, NODE_WIDTH, type Box } from '../document/place'
import { t } from '../words/words'
import s from './map.module.css'

const SIZE = { width: 116, height: 80 }
const MARGIN = 6
const REST_MS = 120

export function NetworkMap() {
  const store = useStoreApi()
  const { inference } = useDocument()
  const { setCenter, getZoom } = useReactFlow()
  const paper = useRef<HTMLCanvasElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const scale = useRef<Scale>({ x: 0, y: 0, by: 1 })

  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    const draw = () => {
      waiting = undefined
      const boxes = [...store.getState().nodeLookup.values()].map((node) => ({
        ...node.internals.positionAbsolute,
        width: node.measured.width ?? NODE_WIDTH,
        height: node.measured.height ?? NODE_HEIGHT,
        bad: inference.getState().problemsByNode[node.id]?.some(({ severity }) => severity === 'error') ?? false,
      }))
      const whole = around(boxes)
      if (!whole || !paper.current) return
      scale.current = fitted(whole)
      paint(paper.current, boxes, scale.current)
      look()
    }
    const look = () => frame.current && place(frame.current, store.getState(), scale.current)
    const later = () => (waiting ??= setTimeout(draw, REST_MS))
    const offFlow = store.subscribe((now, before) => {
      if (now.nodes !== before.nodes) later()
      else if (now.transform !== before.transform || now.width !== before.width || now.height !== before.height) look()
    })
    const offInference = inference.subscribe((now, before) => now.problemsByNode !== before.problemsByNode && later())
    draw()
    return () => {
      offFlow()
      offInference()
      clearTimeout(waiting)
    }
  }, [store, inference])

  const go = (event: React.PointerEvent<HTMLElement>) => {
    if (!(event.buttons & 1)) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const { x, y, by } = scale.current
    void setCenter((event.clientX - left - x) / by, (event.clientY - top - y) / by, { zoom: getZoom() })
  }
  return (
    <div
      className={`${s.map} nopan nowheel`}
      style={SIZE}
      role="img"
      aria-label={t('canvas-map-label')}
      data-testid="map"
      onPointerDown={go}
      onPointerMove={go}
    >
      <canvas ref={paper} className={s.paper} />
      <div ref={frame} className={s.frame} />
    </div>
  )
}

/** Canvas units → pixels of the map. */
interface Scale {
  x: number
  y: number
  by: number
}

function fitted({ x, y, width, height }: Box): Scale {
  const by = Math.min((SIZE.width - 2 * MARGIN) / width, (SIZE.height - 2 * MARGIN) / height)
  return { x: (SIZE.width - width * by) / 2 - x * by, y: (SIZE.height - height * by) / 2 - y * by, by }
}

function paint(paper: HTMLCanvasElement, boxes: readonly (Box & { bad: boolean })[], { x, y, by }: Scale): void {
  const fine = devicePixelRatio
  paper.width = SIZE.width * fine
  paper.height = SIZE.height * fine
  const brush = paper.getContext('2d')
  if (!brush) return
  const { color, borderColor } = getComputedStyle(paper)
  brush.scale(fine, fine)
  for (const box of boxes) {
    brush.fillStyle = box.bad ? borderColor : color
    brush.fillRect(box.x * by + x, box.y * by + y, Math.max(1.5, box.width * by), Math.max(1, box.height * by))
  }
}

function place(frame: HTMLElement, { transform, width, height }: ReactFlowState, { x, y, by }: Scale): void {
  const [left, top, zoom] = transform
  const size = [(width / zoom) * by, (height / zoom) * by] as const
  const [wide, high] = size.map((each) => `${each.toFixed(1)}px`) as [string, string]
  if (frame.style.width !== wide) frame.style.width = wide
  if (frame.style.height !== high) frame.style.height = high
  frame.style.transform = `translate(${(-left / zoom) * by + x}px, ${(-top / zoom) * by + y}px)`
}
