// Hands the one Server down a React tree.

import { createContext, useContext } from 'react'

import type { Server } from './server'

export const ServerContext = createContext<Server | null>(null)

export function useServer(): Server {
  const server = useContext(ServerContext)
  if (!server) throw new Error('useServer outside ServerContext')
  return server
}
