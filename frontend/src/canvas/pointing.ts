// How a person points: with a mouse (the wheel zooms, a drag on empty canvas moves it) or a trackpad (two fingers move, a pinch zooms,
// a drag selects). Asked once, changed only by them. The tool says what a drag on empty canvas does until it is put away.

import { create } from 'zustand'

export type Device = 'mouse' | 'trackpad'
export type Tool = 'hand' | 'select'

interface Pointing {
  /** Null until the person has said it; a mouse is assumed, and nothing changes by itself. */
  device: Device | null
  tool: Tool
  /** The question is on screen. */
  asking: boolean
}

const KEY = 'layerloom.pointing'
const TOOLS: Record<Device, Tool> = { mouse: 'hand', trackpad: 'select' }

function remembered(): Device | null {
  const kept = globalThis.localStorage?.getItem(KEY)
  return kept === 'mouse' || kept === 'trackpad' ? kept : null
}

const device = remembered()

export const usePointing = create<Pointing>(() => ({ device, tool: TOOLS[device ?? 'mouse'], asking: false }))

export function pointWith(device: Device): void {
  globalThis.localStorage?.setItem(KEY, device)
  usePointing.setState({ device, tool: TOOLS[device], asking: false })
}

export function takeTool(tool: Tool): void {
  usePointing.setState({ tool })
}

/** The first turn of a wheel is when the answer matters; closing the question keeps what holds now. */
export function askOnce(): void {
  if (usePointing.getState().device === null) usePointing.setState({ asking: true })
}
