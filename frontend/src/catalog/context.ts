// Hands the one catalog down a React tree.

import { createContext, useContext } from 'react'
import type { CatalogIndex } from './catalog'

export const CatalogContext = createContext<CatalogIndex | null>(null)

export function useCatalog(): CatalogIndex {
  const catalog = useContext(CatalogContext)
  if (!catalog) throw new Error('useCatalog outside CatalogContext')
  return catalog
}
