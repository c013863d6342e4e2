// One step up or down from a number, within its limits: whole numbers by one, shares by 0.05, others by their last digit.

import type { Param } from '../../contract'

export function stepped(param: Param, from: number | null, by: number): number {
  const least = param.minimum ?? -Infinity
  const most = param.maximum ?? Infinity
  if (from === null) return Math.max(least, Math.min(most, typeof param.default === 'number' ? param.default : 0))
  const next = from + by * stepOf(param, from)
  return Math.max(least, Math.min(most, Number(next.toPrecision(12))))
}

function stepOf(param: Param, from: number): number {
  if (param.type === 'int') return 1
  if (param.minimum === 0 && param.maximum !== null && param.maximum <= 1) return 0.05
  const size = Math.abs(from)
  return size === 0 ? 0.1 : 10 ** Math.floor(Math.log10(size))
}
