import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { quantityOf } from '../../../check/CheckContext.ts'
import { peakLoad } from '../../../check/load.ts'
import { loadsBelow } from '../../../check/loadsBelow.ts'
import { superiorTurns } from '../../../plan/unitStates.ts'
import { makeId } from '../../../records/ids.ts'
import { DAY } from '../../../time/planTime.ts'
import { BelowProfile } from './BelowProfile.ts'
import { buildTaskingModel } from '../model/buildTaskingModel.ts'
import { requestFor } from '../request.testing.ts'
import { taskingPlan } from '../taskingPlan.testing.ts'
import { TimetableContext } from './TimetableContext.ts'

test('sums what is bound below as the check does, wherever it answers', () => {
  let answers = 0
  fc.assert(
    fc.property(fc.nat(), fc.nat(13 * DAY), fc.integer({ min: 1, max: 2 * DAY }), (seed, start, minutes) => {
      const plan = taskingPlan(seed, 30, 8)
      const context = new TimetableContext(buildTaskingModel(plan, requestFor({})), () => null)
      const turns = superiorTurns(plan.all('unit')).map((at) => Math.ceil(context.toRelative(at)))
      const profile = new BelowProfile(context, turns)
      const span = { start, end: start + minutes }
      const none = makeId('mission', 'none')
      for (const unit of plan.all('unit')) {
        const stays = context.staysOf(unit.id)
        if (stays === null) continue
        const loads = loadsBelow(context, unit.id, span, none)
        for (const { capability } of unit.capabilities) {
          const worst = profile.worst(stays, capability, 0, span.start, span.end, none, undefined)
          if (worst === null) continue
          const peak = peakLoad(loads, capability, span)?.amount ?? 0
          answers += peak > 0 ? 1 : 0
          expect(worst.peak).toBe(peak)
          expect(worst.last >= start).toBe(peak > 0)
          expect(quantityOf(unit.capabilities, capability)).toBe(stays.has(capability))
        }
      }
    }),
    { numRuns: 200 },
  )
  expect(answers).toBeGreaterThan(20)
})
