import { expect, test } from 'vitest'
import { solve } from '../../src/domain/scheduling/solve.ts'
import { plant } from './plant.ts'
import { makespanOf, verify } from './verify.ts'

const PLOT = { activities: 60, units: 20, places: 8, skills: 5 }

test.each([1, 2, 3, 4, 5])('the planted schedule keeps all limits, and one is found that does: %i', (seed) => {
  const { problem, schedule } = plant({ ...PLOT, seed })
  expect(verify(problem, schedule)).toEqual([])
  const solving = solve(problem, { seed, schedules: 1_500 })
  if (!solving.ok) throw new Error(solving.error.kind)
  let progress = solving.value.step(1)
  while (!progress.done) progress = solving.value.step(500)
  expect(progress.feasible).toBe(true)
  expect(solving.value.schedule && verify(problem, solving.value.schedule)).toEqual([])
  expect(progress.makespan).toBeLessThanOrEqual(1.05 * makespanOf(problem, schedule.starts))
})
