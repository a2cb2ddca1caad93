import { expect, test } from 'vitest'
import { Values } from './Question.ts'

test('values are read by name, one or all', () => {
  const values = new Values('s1 = 4;\ns12 = -7;\nu0_0_1 = true;\nu0_0_2 = false;\nsaid so\n')
  expect([values.get('s1'), values.get('s12'), values.get('s'), values.get('u0_0_1')]).toEqual([4, -7, undefined, 1])
  expect(Object.fromEntries(values.all())).toEqual({ s1: 4, s12: -7, u0_0_1: 1, u0_0_2: 0 })
  expect([values.get('s1'), values.get('u0_0_2'), values.get('x')]).toEqual([4, 0, undefined])
})
