import { expect, test, vi } from 'vitest'
import { fetchAllWhenIdle, late } from './late'

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

test('once the page has rested, everything that comes late is fetched, also what another part brought along', async () => {
  vi.useFakeTimers()
  const inner = vi.fn<() => Promise<string>>().mockResolvedValue('inner')
  const outer = vi.fn<() => Promise<string>>().mockImplementation(() => {
    late(inner)
    return Promise.resolve('outer')
  })
  late(outer)
  const end = fetchAllWhenIdle()
  expect(outer).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(5000)
  expect(outer).toHaveBeenCalledTimes(1)
  expect(inner).toHaveBeenCalledTimes(1)
  end()
  vi.useRealTimers()
})
