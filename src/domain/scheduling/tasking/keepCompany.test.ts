import { expect, test } from 'vitest'
import type { Assignment } from '../../records/assignment.ts'
import { amounts, PlanBuilder } from '../../testing/planBuilder.testing.ts'
import { buildTaskingModel } from './model/buildTaskingModel.ts'
import { keepCompany } from './keepCompany.ts'
import { requestFor } from './request.testing.ts'
import type { TaskingGoal } from './TaskingRequest.ts'
import { TaskingSearch } from './search/TaskingSearch.ts'

/** A mission that asks infantry, has more than it needs of it and medics besides; its leader may be busy elsewhere. */
function teamOf(goals: readonly TaskingGoal[], isLeaderBusy: boolean): readonly (string | undefined)[] {
  const b = new PlanBuilder()
  const type = b.type('A', { capabilities: amounts({ infantry: 2 }) })
  const mission = b.mission('M-1', 0, 60, { type })
  const lead = b.unit('LEAD', { capabilities: amounts({ infantry: 3 }) })
  const more = b.unit('MORE', { capabilities: amounts({ infantry: 1 }) })
  const medics = b.unit('MEDICS', { capabilities: amounts({ medic: 1 }) })
  if (isLeaderBusy) {
    b.unit('OTHER', { capabilities: amounts({ infantry: 2 }) })
    b.assign(b.mission('M-2', 0, 60, { type }), lead, { infantry: 2 })
  }
  b.assign(mission, lead, { infantry: 2 })
  for (const id of [b.assign(mission, more, { infantry: 1 }), b.assign(mission, medics, { medic: 1 })]) {
    b.put<'assignment'>({ ...(b.records.get(id) as Assignment), part: 'supporting' })
  }
  const model = buildTaskingModel(b.build(), requestFor({ missions: [mission], mayMove: false, goals: [...goals] }))
  const search = new TaskingSearch(model)
  search.step(20)
  const [placement] = keepCompany(model, search.best).placements
  return placement?.team.map((member) => model.units[member.unit]?.designation).sort() ?? []
}

test('units that nobody needs to leave stay where few changes are asked for', () => {
  expect(teamOf(['change'], false)).toEqual(['LEAD', 'MEDICS', 'MORE'])
})

test('where others have come for what is asked, only who brings something else stays', () => {
  expect(teamOf(['change'], true)).toEqual(['MEDICS', 'OTHER'])
  expect(teamOf(['finish'], true)).toEqual(['OTHER'])
})
