import { expect, test } from 'vitest'
import { initialsOf } from './names'

test('initials are whole letters of any script', () => {
  expect(['Ann', 'ann lee', 'Ann van der Lee', 'नमस्ते', '👩‍🔬', ''].map(initialsOf)).toEqual(['A', 'AL', 'AL', 'न', '👩‍🔬', ''])
})
