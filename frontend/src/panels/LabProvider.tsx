import type { ReactNode } from 'react'

export function LabProvider({ children }: { project: string; children: ReactNode }) {
  return children
}
