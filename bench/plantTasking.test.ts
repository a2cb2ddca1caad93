import { expect, test } from 'vitest'
import { Checker } from '../src/domain/check/Checker.ts'
import { plantTasking } from './plantTasking.ts'

test.each([
  { seed: 1, units: 60, missions: 200 },
  { seed: 2, units: 20, missions: 40 },
  { seed: 3, units: 12, missions: 24 },
])('the planted solution keeps every rule: $seed', (plot) => {
  const { planted, hidden, chosen, finish } = plantTasking(plot)
  const checker = new Checker(planted)
  checker.full()
  expect(checker.findings().filter((f) => f.severity === 'error')).toEqual([])
  expect(checker.findings().filter((f) => f.rule === 'readiness-low')).toEqual([])
  expect(hidden.count('mission')).toBe(plot.missions)
  for (const id of chosen) {
    expect(hidden.get(id)?.start).toBeNull()
    expect(hidden.indexes.assignmentsOfMission.get(id)).toEqual([])
  }
  const ends = chosen.map((id) => (planted.get(id)?.start ?? 0) + (planted.get(id)?.duration.likely ?? 0))
  expect(Math.max(...ends)).toBe(finish)
})

test('the same seed plants the same plan', () => {
  const records = (seed: number): unknown => [...plantTasking({ seed, units: 12, missions: 30 }).hidden.records()]
  expect(records(7)).toEqual(records(7))
  expect(records(8)).not.toEqual(records(7))
})
