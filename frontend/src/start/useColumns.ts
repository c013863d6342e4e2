// How many cards stand in a row of a grid, as the browser lays it out now.

import { type RefObject, useLayoutEffect, useState } from 'react'

export function useColumns(grid: RefObject<HTMLElement | null>, there: boolean): number {
  const [columns, setColumns] = useState(5)
  useLayoutEffect(() => {
    const element = grid.current
    if (!element) return
    const count = () => setColumns(getComputedStyle(element).gridTemplateColumns.split(' ').length)
    const seen = new ResizeObserver(count)
    seen.observe(element)
    count()
    return () => seen.disconnect()
  }, [grid, there])
  return columns
}
