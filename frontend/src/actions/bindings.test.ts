import { beforeEach, expect, test } from 'vitest'
import { offer, run, type Action } from './actions'
import { bind, keysOf, othersOn, ownKeys, reset } from './bindings'

const action = (id: Action['id'], rest: Partial<Action> = {}): Action => ({ id, title: id, run: () => undefined, ...rest })

beforeEach(() => ownKeys.setState({ own: {} }))

test('a person’s own keys override the defaults until they are reset', () => {
  const fit = action('view.fit', { keys: ['F'] })
  bind(fit, ['shift+f'])
  expect(keysOf(fit)).toEqual(['Shift+F'])
  reset('view.fit')
  expect(keysOf(fit)).toEqual(['F'])
})

test('keys given to one action are told and taken from the other that had them', () => {
  const fit = action('view.fit', { keys: ['F'], scope: 'canvas' })
  const find = action('go.find', { keys: ['Mod+F'] })
  const off = offer([fit, find])
  expect(othersOn(find, 'f')).toEqual([fit])
  bind(find, ['F'])
  expect(keysOf(fit)).toEqual([])
  expect(othersOn(find, 'F')).toEqual([])
  off()
})

test('the same keys at two places that never meet are no conflict', () => {
  const off = offer([action('edit.remove', { keys: ['Delete'], scope: 'canvas' })])
  expect(othersOn(action('edit.strike', { scope: 'outline' }), 'Delete')).toEqual([])
  off()
})

test('an action runs by its name while it is offered and possible', () => {
  let times = 0
  let possible = true
  const off = offer([action('run.train', { when: () => possible, run: () => (times += 1) })])
  expect(run('run.train')).toBe(true)
  possible = false
  expect(run('run.train')).toBe(false)
  off()
  possible = true
  expect(run('run.train')).toBe(false)
  expect(times).toBe(1)
})
