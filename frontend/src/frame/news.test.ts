import { expect, test } from 'vitest'
import type { Problem } from '../contract'
import { emptyView, type RunView } from '../run/view'
import { EVERY_MS, follow } from './news'

function listener() {
  const said: string[] = []
  return { said, news: follow((text, urgent) => said.push(urgent ? `! ${text}` : text)) }
}

const view = (rest: Partial<RunView>, epochs: number[] = []): RunView =>
  ({
    ...emptyView('r'),
    state: 'running',
    started: { epochs: 20 },
    epochs: epochs.map((loss, at) => ({ epoch: at + 1, metrics: { loss, val_loss: loss + 0.1 } })),
    ...rest,
  }) as RunView

test('training is read out in few words, now and then, and its end always', () => {
  const { said, news } = listener()
  news.run(view({ state: 'queued' }), 0)
  news.run(view({}), 10)
  news.run(view({}, [0.5]), 100)
  news.run(view({}, [0.5, 0.31]), EVERY_MS + 20)
  news.run(view({}, [0.5, 0.31, 0.3]), EVERY_MS + 30)
  news.run(view({ state: 'succeeded' }, [0.5, 0.31, 0.3]), EVERY_MS + 40)
  expect(said).toEqual([
    'The run waits for its turn.',
    'Training has begun.',
    'Epoch 2 of 20: loss 0.310, validation loss 0.410.',
    'Training is done after 3 epochs: loss 0.300, validation loss 0.400.',
  ])
})

test('only what stops a run interrupts', () => {
  const { said, news } = listener()
  news.run(view({}), 0)
  news.run(view({ state: 'failed', reason: 'The loss is not a number.' }), 1)
  expect(said.at(-1)).toBe('! Training has failed: The loss is not a number.')
})

test('a run of yesterday that is looked at is no news', () => {
  const { said, news } = listener()
  news.run(view({ state: 'succeeded' }, [0.5]), 0)
  expect(said).toEqual([])
})

test('a new problem is read out with how many there are, and that the last is mended', () => {
  const { said, news } = listener()
  const wrong = { code: 'rank', nodes: ['a'], severity: 'error', title: 'Conv2D wants a picture.' } as unknown as Problem
  news.problems([])
  news.problems([wrong])
  news.problems([wrong])
  news.problems([])
  expect(said).toEqual(['1 problem: Conv2D wants a picture.', 'No problems left.'])
})
