// A graph as a small picture: a bead for each layer in its group's colour with its glyph, and wires that data flows along while the card is
// pointed at.

import { useMemo, type CSSProperties } from 'react'
import type { Thumbnail } from '../contract'
import { glyphPath, groupColor } from '../ui/glyphs'
import { miniature } from './miniature'
import s from './miniature.module.css'

interface MiniatureProps {
  thumbnail: Thumbnail
  width: number
  height: number
}

/** A glyph in a smaller bead would be a blot. */
const READABLE = 11

export function Miniature({ thumbnail, width, height }: MiniatureProps) {
  const { size, beads, wires } = useMemo(() => miniature(thumbnail, { width, height }), [thumbnail, width, height])
  const scale = (size * 0.62) / 18
  const inset = (size - 18 * scale) / 2
  return (
    <svg className={s.miniature} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {wires.map(({ path, group, depth }, at) => (
        <g key={at} style={look(group, depth)}>
          <path d={path} className={s.wire} />
          <path d={path} className={s.flow} pathLength={1} />
        </g>
      ))}
      {beads.map(({ x, y, group, icon, depth }, at) => (
        <g key={at} transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`} style={look(group, depth)}>
          <rect width={size} height={size} rx={size * 0.27} className={s.ground} />
          <rect width={size} height={size} rx={size * 0.27} className={size < READABLE ? s.dot : s.bead} />
          {size >= READABLE && (
            <path d={glyphPath(icon, group)} className={s.glyph} transform={`translate(${inset} ${inset}) scale(${scale})`} />
          )}
        </g>
      ))}
    </svg>
  )
}

function look(group: string, depth: number): CSSProperties {
  return { '--g': groupColor(group), '--depth': depth } as CSSProperties
}
