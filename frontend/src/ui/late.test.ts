import { expect, test, vi } from 'vitest'
import { late } from './late'

test('a module that could not be fetched is fetched again, once for everybody', async () => {
  vi.useFakeTimers()
  const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error('offline')).mockResolvedValue('here')
  const get = late(load)
  const both = Promise.all([get(), get()])
  await vi.advanceTimersByTimeAsync(2000)
  expect(await both).toEqual(['here', 'here'])
  expect(load).toHaveBeenCalledTimes(2)
  vi.useRealTimers()
})
