import { expect, test } from 'vitest'
import { DAY } from '../../../domain/time/planTime.ts'
import { isFirstStart } from './isFirstStart.ts'

const phases = [{ key: 'F3', name: { es: 'Tres', en: 'Three' }, from: 10 * DAY, to: 20 * DAY }]
const meta = { phases, horizon: { from: -DAY, to: 30 * DAY } }

test('a start at the bound of the mission, its phase, the plan or the question is the first there is', () => {
  const mission = { earliest: 12 * DAY, phase: 'F3' }
  expect(isFirstStart(mission, 12 * DAY, meta, null)).toBe(true)
  expect(isFirstStart({ earliest: null, phase: 'F3' }, 10 * DAY, meta, null)).toBe(true)
  expect(isFirstStart({ earliest: null, phase: null }, -DAY, meta, null)).toBe(true)
  expect(isFirstStart(mission, 15 * DAY, meta, 15 * DAY)).toBe(true)
})

test('a start past all bounds is not', () => {
  expect(isFirstStart({ earliest: 12 * DAY, phase: 'F3' }, 12 * DAY + 68, meta, 11 * DAY)).toBe(false)
  expect(isFirstStart({ earliest: null, phase: null }, 10 * DAY, meta, null)).toBe(false)
})
