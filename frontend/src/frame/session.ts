// Who we are to the server and what it computes with; asked once.

import { createContext, useContext } from 'react'
import type { Session } from '../contract'

export const SessionContext = createContext<Session | null>(null)

export function useSession(): Session | null {
  return useContext(SessionContext)
}
