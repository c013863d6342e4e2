// A graph as a small picture: boxes with their group's colour, and wires.

import type { Thumbnail } from '../contract'
import { groupColor } from '../ui/glyphs'
import { miniature } from './miniature'

export function Miniature({ thumbnail, width, height }: { thumbnail: Thumbnail; width: number; height: number }) {
  const { boxes, wires } = miniature(thumbnail, { width, height })
  const small = (boxes[0]?.height ?? 0) < 9
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {wires.map((wire) => (
        <path key={wire} d={wire} fill="none" stroke="var(--faint)" strokeWidth={1.3} />
      ))}
      {boxes.map((box) => (
        <g key={`${box.x} ${box.y}`} transform={`translate(${box.x} ${box.y})`}>
          <rect
            width={box.width}
            height={box.height}
            rx={small ? 2 : 4}
            fill="var(--panel)"
            stroke="var(--line-strong)"
            strokeWidth={small ? 0.6 : 0.8}
          />
          <rect
            y={box.height * 0.16}
            width={small ? 2 : 3}
            height={box.height * 0.68}
            rx={1}
            fill={groupColor(box.color)}
          />
          <rect
            x={box.width * 0.11}
            y={box.height / 2 - box.height * 0.11}
            width={box.width * 0.45}
            height={box.height * 0.22}
            rx={box.height * 0.11}
            fill="var(--faint)"
            opacity={0.5}
          />
        </g>
      ))}
    </svg>
  )
}
