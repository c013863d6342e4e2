// Whether the server knows this browser: false from the start, true once it said that nobody is signed in here, or no longer.

import { create } from 'zustand'

export const useStranger = create<{ stranger: boolean }>(() => ({ stranger: false }))
