// Many wishes to draw → one animation frame. A chart that asks twice before the frame is drawn once.

const waiting = new Set<() => void>()

export function inNextFrame(draw: () => void): void {
  if (waiting.size === 0) requestAnimationFrame(flush)
  waiting.add(draw)
}

export function cancelDraw(draw: () => void): void {
  waiting.delete(draw)
}

function flush(): void {
  const now = [...waiting]
  waiting.clear()
  for (const draw of now) draw()
}
