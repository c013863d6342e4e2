// Whether the map of the network is shown: this browser's own, remembered.

import { create } from 'zustand'

const KEY = 'layerloom.map'

export const useViewing = create<{ map: boolean }>(() => ({ map: globalThis.localStorage?.getItem(KEY) !== 'hidden' }))

export function toggleMap(): void {
  useViewing.setState(({ map }) => ({ map: !map }))
}

useViewing.subscribe(({ map }) => globalThis.localStorage?.setItem(KEY, map ? 'shown' : 'hidden'))
