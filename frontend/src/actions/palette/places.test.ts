import { expect, test } from 'vitest'
import { find, type Place } from './places'

const place = (title: string, hint = ''): Place => ({ id: title, title, hint, kind: '', run: () => undefined })
const titles = (query: string, recent: string[], ...places: Place[]) =>
  find(places, query, recent).map(({ place }) => place.title)

test('without a query the most recent come first', () => {
  expect(titles('', ['Undo', 'Train'], place('Train'), place('Fit'), place('Undo'))).toEqual(['Undo', 'Train', 'Fit'])
})

test('what is only found is not offered unasked', () => {
  const quiet = { ...place('Move left'), quiet: true }
  expect(titles('', ['Move left'], quiet, place('Undo'))).toEqual(['Undo'])
  expect(titles('left', [], quiet, place('Undo'))).toEqual(['Move left'])
})

test('of two that answer alike the recent one comes first, but never before a better answer', () => {
  expect(titles('con', ['conv_2'], place('conv_1'), place('conv_2'))[0]).toBe('conv_2')
  expect(titles('dense', ['Add a dense thing'], place('Dense'), place('Add a dense thing'))[0]).toBe('Dense')
})

test('what stands behind a title answers after the titles', () => {
  expect(titles('conv', [], place('image', 'before Conv2D'), place('conv_1'))).toEqual(['conv_1', 'image'])
})
