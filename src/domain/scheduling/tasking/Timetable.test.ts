import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomPlan } from '../../testing/randomPlan.testing.ts'
import { buildTaskingModel } from './buildTaskingModel.ts'
import { requestFor } from './request.testing.ts'
import { Timetable } from './Timetable.ts'
import { newErrors, writtenPlan } from './writtenPlan.testing.ts'

const RUNS = 300

test('places nothing that the check calls an error', () => {
  fc.assert(
    fc.property(
      randomPlan,
      fc.constantFrom('change' as const, 'add' as const, 'keep' as const),
      fc.integer({ min: 0, max: 4095 }),
      fc.integer({ min: 0, max: 4095 }),
      (plan, units, chosen, order) => {
        const missions = [...plan.all('mission')].map((m) => m.id).filter((_, i) => (chosen >> i) & 1)
        const model = buildTaskingModel(plan, requestFor({ missions, units }))
        const timetable = new Timetable(model)
        const prices = (task: number, unit: number): number => (task * 7 + unit * 13 + order) % 11
        const sequence = model.tasks.map((t) => t.index).sort((a, b) => ((a * 5 + order) % 13) - ((b * 5 + order) % 13))
        for (let turn = 0; turn < 2; turn += 1) {
          for (const task of sequence) {
            if (timetable.placementOf(task) !== null) continue
            const placement = timetable.findFirst(task, -10_000, 20_000, prices)
            if (placement === null) continue
            expect(timetable.obstacleOf(task, placement)).toBeNull()
            timetable.place(task, placement)
          }
        }
        for (let unsound = timetable.unsound(); unsound.length > 0; unsound = timetable.unsound()) {
          for (const task of unsound) timetable.remove(task)
        }
        const errors = newErrors(
          model,
          writtenPlan(model, (task) => timetable.placementOf(task)),
        )
        const placed = new Set<string>(model.tasks.flatMap((t) => (timetable.placementOf(t.index) ? t.mission.id : [])))
        expect(errors.filter((f) => f.records.some((id) => placed.has(id))).map((f) => f.key)).toEqual([])
      },
    ),
    { numRuns: RUNS },
  )
})
