// A short sentence that goes by itself: at the pointer when something was refused there, else at the foot of the page.

import { create } from 'zustand'

export interface Toast {
  id: number
  text: string
  tone: 'plain' | 'bad'
  at: { x: number; y: number } | null
  action: { label: string; run: () => void } | null
}

export const useToast = create<{ toast: Toast | null }>(() => ({ toast: null }))

let last = 0
let timer: ReturnType<typeof setTimeout> | undefined

export function say(text: string, options: Partial<Omit<Toast, 'id' | 'text'>> = {}): void {
  clearTimeout(timer)
  last += 1
  useToast.setState({ toast: { id: last, text, tone: 'plain', at: null, action: null, ...options } })
  timer = setTimeout(hush, options.action ? 9000 : 3000 + 40 * text.length)
}

export function hush(): void {
  clearTimeout(timer)
  useToast.setState({ toast: null })
}
