import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomPlan } from '../../../testing/randomPlan.testing.ts'
import { buildTaskingModel } from '../model/buildTaskingModel.ts'
import { requestFor } from '../request.testing.ts'
import { Timetable } from '../timetable/Timetable.ts'
import { ConflictFinder } from './ConflictFinder.ts'
import { sayConflict } from './sayConflict.ts'

test('what a glance proves, a full look proves too, and it is said in both languages', () => {
  let count = 0
  fc.assert(
    fc.property(randomPlan, (plan) => {
      const model = buildTaskingModel(plan, requestFor({ missions: [...plan.all('mission')].map((m) => m.id) }))
      const timetable = new Timetable(model)
      const finder = new ConflictFinder(model, timetable, timetable)
      for (const { index, mission } of model.tasks) {
        const glance = finder.glance(index)
        expect(glance.isProven).toBe(glance.requirements.length > 0)
        if (!glance.isProven) continue
        count += 1
        expect(timetable.findFirst(index, -10_000, 1_000_000, () => 0)).toBeNull()
        for (const language of ['es', 'en'] as const) {
          expect(sayConflict(glance, mission.id, plan, language)).not.toMatch(/undefined|NaN|Infinity|—/)
        }
      }
    }),
    { numRuns: 60 },
  )
  expect(count).toBeGreaterThan(100)
})
