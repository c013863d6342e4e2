// For whoever may look and not change: fields show what they hold and take nothing in, and what would change something is not there.

import { createContext, useContext, type ReactNode } from 'react'
import s from './controls.module.css'

export const ReadOnly = createContext(false)

export function useReadOnly(): boolean {
  return useContext(ReadOnly)
}

/** Fields. */
export function Held({ children }: { children: ReactNode }) {
  return useReadOnly() ? (
    <fieldset className={s.held} disabled>
      {children}
    </fieldset>
  ) : (
    children
  )
}

/** Buttons that change something. */
export function Changing({ children }: { children: ReactNode }) {
  return useReadOnly() ? null : children
}
