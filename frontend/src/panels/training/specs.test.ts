import { describe, expect, test } from 'vitest'
import type { Member, Param } from '../../contract'
import { chosen, withParam } from './specs'

const param = (name: string, rest: object = {}) =>
  ({
    name,
    type: 'float',
    nullable: false,
    required: false,
    default: 0.5,
    choices: [],
    rank: null,
    minimum: null,
    maximum: null,
    common: false,
    doc: '',
    ...rest,
  }) as unknown as Param

describe('a spec', () => {
  test("does not write down what is Keras' default", () => {
    const spec = withParam({ name: 'Adam', params: {} }, param('beta_1'), 0.9)
    expect(spec.params).toEqual({ beta_1: 0.9 })
    expect(withParam(spec, param('beta_1'), 0.5).params).toEqual({})
  })

  test('keeps the parameters that another optimizer knows too', () => {
    const member = { params: [param('learning_rate'), param('momentum')] } as unknown as Member
    const spec = { name: 'Adam', params: { learning_rate: 0.01, beta_1: 0.8 } }
    expect(chosen(spec, member, 'SGD')).toEqual({ name: 'SGD', params: { learning_rate: 0.01 } })
  })

  test('starts a schedule with what Keras demands', () => {
    const member = { params: [param('decay_steps', { required: true, default: null })] } as unknown as Member
    expect(chosen({ name: 'x', params: {} }, member, 'CosineDecay').params).toEqual({ decay_steps: 1000 })
  })
})
