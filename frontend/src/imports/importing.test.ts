import { expect, test } from 'vitest'
import { isModel } from './importing'
import { lineOf } from './reading'

const file = (content: string, name: string) => new File([content], name)

test('a model is known by its name, and of JSON by how it begins', async () => {
  expect(await isModel(file('PK', 'net.keras'))).toBe(true)
  expect(await isModel(file('', 'NET.H5'))).toBe(true)
  expect(await isModel(file('import keras', 'net.py'))).toBe(true)
  expect(await isModel(file('{"module": "keras", "class_name": "Sequential", "config": {}}', 'model.json'))).toBe(true)
  expect(await isModel(file('{"version": 1, "keras_version": "3.15.1", "name": "a", "nodes": {}}', 'graph.json'))).toBe(false)
  expect(await isModel(file('a,b', 'table.csv'))).toBe(false)
  expect(await isModel(file('<svg/>', 'picture.svg'))).toBe(false)
})

test('a graph that holds a placeholder is a graph all the same', async () => {
  const graph = '{"version":1,"keras_version":"3.15.1","name":"a","nodes":{"x":{"type":"custom","params":{"class_name":"Own"}}}}'
  expect(await isModel(file(graph, 'graph.json'))).toBe(false)
})

test('a problem of pasted code names its line', () => {
  expect(lineOf('line 12')).toBe(12)
  expect(lineOf('')).toBe(0)
  expect(lineOf('line twelve')).toBe(0)
})
