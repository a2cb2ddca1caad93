import { expect, test } from 'vitest'
import { amounts, at, PlanBuilder } from '../../../testing/planBuilder.testing.ts'
import { buildTaskingModel } from '../model/buildTaskingModel.ts'
import { requestFor } from '../request.testing.ts'
import { WorkCount } from './countWork.ts'

/** Missions of 100 min that ask one helicopter each, to be over by 250; units as asked. */
function crowded(missions: number, build: (b: PlanBuilder) => void) {
  const b = new PlanBuilder()
  b.type('AIR', { capabilities: amounts({ helicopter: 1 }) })
  const type = 'mission-type:AIR' as never
  const ids = Array.from({ length: missions }, (_, i) =>
    b.mission(`M-${i}`, null, 100, { type, earliest: 0, latest: 250 }),
  )
  build(b)
  const model = buildTaskingModel(b.build(), requestFor({ missions: ids }))
  return { model, count: new WorkCount(model).tooMuch(model.tasks[0]!, 'helicopter', 1_000) }
}

test('more work than all units can do in the time there is proves that not all fit', () => {
  const { count } = crowded(3, (b) => b.unit('H', { capabilities: amounts({ helicopter: 1 }) }))
  expect(count).toMatchObject({ capability: 'helicopter', from: 0, to: 250, asked: 300, has: 250 })
  expect(count?.missions).toHaveLength(3)
})

test('enough minutes prove nothing, even where the pieces do not fit', () => {
  const two = (b: PlanBuilder): void => {
    b.unit('H1', { capabilities: amounts({ helicopter: 1 }) })
    b.unit('H2', { capabilities: amounts({ helicopter: 1 }) })
  }
  expect(crowded(5, two).count).toBeNull()
  expect(crowded(6, two).count).toMatchObject({ asked: 600, has: 500 })
})

test('allocation and what else a unit does are taken off, each minute once', () => {
  const busy = (b: PlanBuilder): void => {
    const unit = b.unit('H', {
      capabilities: amounts({ helicopter: 2 }),
      splittable: true,
      allocation: [{ from: at(50), to: null }],
    })
    // One of two from 0 to 150, and both from 100 on: 50 min of one, nothing more till 200.
    b.assign(b.mission('X', 0, 150), unit, { helicopter: 1 })
    b.assign(b.mission('Y', 100, 100), unit, { helicopter: 2 })
  }
  expect(crowded(3, busy).count).toMatchObject({ asked: 300, has: 50 + 100 })
})
