import { beforeAll, expect, test } from 'vitest'
import { bundleOf, speak, t } from './words'

beforeAll(() => speak('en'))

test('a message is said with its values', () => {
  const bundle = bundleOf('en', 'runs = { $n ->\n [one] { $n } run\n *[other] { $n } runs\n } of { $name }')
  const pattern = bundle.getMessage('runs')?.value
  expect(pattern && bundle.formatPattern(pattern, { n: 1, name: 'iris' })).toBe('1 run of iris')
  expect(pattern && bundle.formatPattern(pattern, { n: 1200, name: 'iris' })).toBe('1,200 runs of iris')
})

test('an unknown message shows its id', () => {
  expect(t('nothing-of-this-name')).toBe('nothing-of-this-name')
})
