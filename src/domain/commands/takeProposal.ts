import * as v from 'valibot'
import type { PlanEdit } from '../plan/PlanEdit.ts'
import type { PlanReader } from '../plan/PlanDocument.ts'
import { ASSIGNMENT_PARTS, type Assignment } from '../records/assignment.ts'
import { capabilityQuantity, relativeMinutes } from '../records/common.ts'
import { type Id, idOf } from '../records/ids.ts'
import { type CommandContext, defineCommand, missing } from './command.ts'

const proposedUnit = v.strictObject({
  unit: idOf('unit'),
  part: v.picklist(ASSIGNMENT_PARTS),
  brings: v.pipe(v.array(capabilityQuantity), v.maxLength(50)),
})
type ProposedUnit = v.InferOutput<typeof proposedUnit>

/** Gives missions the times and units of a proposal in one step. `units` are all units each has afterwards. */
export const takeProposal = defineCommand({
  type: 'takeProposal',
  schema: v.strictObject({
    changes: v.pipe(
      v.array(
        v.strictObject({
          mission: idOf('mission'),
          start: relativeMinutes,
          units: v.pipe(v.array(proposedUnit), v.maxLength(1_000)),
          legalBasis: v.exactOptional(idOf('legal-basis')),
        }),
      ),
      v.minLength(1),
    ),
  }),
  label: (plan, { changes }) => ({
    count: changes.length,
    code: changes[0] === undefined ? '' : (plan.get(changes[0].mission)?.code ?? ''),
  }),
  run: (edit, { changes }, plan, context) => {
    for (const { mission: id, start, units, legalBasis } of changes) {
      const mission = edit.get(id)
      if (mission === undefined) return missing(id)
      for (const { unit } of units) if (edit.get(unit) === undefined) return missing(unit)
      const basis = legalBasis ?? mission.legalBasis
      if (mission.start !== start || mission.legalBasis !== basis) edit.change(mission, { start, legalBasis: basis })
      giveUnits(edit, plan, id, units, context)
    }
    return null
  },
})

/** Assignments of units that stay are kept, those of units that go are handed to the ones that come. */
function giveUnits(
  edit: PlanEdit,
  plan: PlanReader,
  mission: Id<'mission'>,
  units: readonly ProposedUnit[],
  { newId }: CommandContext,
): void {
  const current = plan.indexes.assignmentsOfMission.get(mission)
  const wanted = new Map(units.map((u) => [u.unit, u]))
  const kept = new Set<Id<'unit'>>()
  const leaving: Assignment[] = []
  for (const assignment of current) {
    const to = kept.has(assignment.unit) ? undefined : wanted.get(assignment.unit)
    if (to === undefined) leaving.push(assignment)
    else {
      kept.add(to.unit)
      if (!isSame(assignment, to)) edit.change(assignment, { part: to.part, brings: to.brings })
    }
  }
  for (const [id, { unit, part, brings }] of wanted) {
    if (kept.has(id)) continue
    const free = leaving.shift()
    if (free !== undefined) edit.change(free, { unit, part, brings })
    else edit.add<'assignment'>({ id: newId('assignment'), mission, unit, part, brings })
  }
  for (const { id } of leaving) edit.remove(id)
}

const isSame = (a: Assignment, b: ProposedUnit): boolean =>
  a.part === b.part &&
  a.brings.length === b.brings.length &&
  a.brings.every((x, i) => x.capability === b.brings[i]?.capability && x.quantity === b.brings[i]?.quantity)
