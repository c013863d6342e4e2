import { beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
})

test('the tour comes uninvited until it was begun once, and by invitation whenever it is wanted', async () => {
  const { leaveTour, mayInvite, startTour, useTour } = await import('./tour')
  expect([mayInvite(), useTour.getState().on]).toEqual([true, false])
  startTour()
  expect([mayInvite(), useTour.getState().on]).toEqual([false, true])
  leaveTour()
  expect([mayInvite(), useTour.getState().on]).toEqual([false, false])
  startTour()
  expect(useTour.getState().on).toBe(true)
})
