import { beforeAll, describe, expect, test } from 'vitest'
import type { Run } from '../contract'
import { speak } from '../words/words'
import { listed } from './listing'

beforeAll(() => speak('en'))

const project = (name: string, updated_at: number, trained?: number) => ({
  name,
  owner: 'me',
  updated_at,
  last_run: trained === undefined ? null : ({ created_at: trained } as Run),
})
const projects = [project('Iris 10', 3), project('Iris 9', 1, 8), project('Äpfel', 2, 9), project('digits, first try', 4)]
const names = (query: string, order: 'changed' | 'trained' | 'name') => listed(projects, query, order).map(({ name }) => name)

describe('projects are listed', () => {
  test('newest change first', () => expect(names('', 'changed')).toEqual(['digits, first try', 'Iris 10', 'Äpfel', 'Iris 9']))

  test('those that were trained last first, the untrained after them', () =>
    expect(names('', 'trained')).toEqual(['Äpfel', 'Iris 9', 'digits, first try', 'Iris 10']))

  test('by name as people sort names', () => expect(names('', 'name')).toEqual(['Äpfel', 'digits, first try', 'Iris 9', 'Iris 10']))

  test('by what was typed, without regard to case, accents and blanks around it', () => {
    expect(names(' apf ', 'name')).toEqual(['Äpfel'])
    expect(names('FIRST', 'name')).toEqual(['digits, first try'])
    expect(names('iris', 'changed')).toEqual(['Iris 10', 'Iris 9'])
    expect(names('resnet', 'changed')).toEqual([])
  })

  test('without touching the list they came in', () => {
    const before = [...projects]
    listed(projects, '', 'name')
    expect(projects).toEqual(before)
  })
})
