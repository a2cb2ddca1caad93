import { quantityOf } from '../../../check/CheckContext.ts'
import type { Id } from '../../../records/ids.ts'
import type { UnitReason } from '../Proposal.ts'
import type { Member, Placement, Task, TaskingModel } from '../model/TaskingModel.ts'
import type { Timetable } from '../timetable/Timetable.ts'

/** Units whose way and work is compared with that of the one chosen. */
const MOST_COMPARED = 12

type Why = UnitReason['why']

/**
 * One reason for each unit of a placed task that is not on the mission in the plan as it stands, or brings other things.
 * The timetable is as it was afterwards.
 */
export function whyThese(model: TaskingModel, timetable: Timetable, index: number): readonly UnitReason[] {
  const task = model.tasks[index]
  const placement = timetable.placementOf(index)
  if (task === undefined || placement === null) return []
  const works = new Map(placement.team.map(({ unit }) => [unit, timetable.workOf(unit)]))
  timetable.remove(index)
  try {
    const held = new Set(timetable.obstaclesAt(index, placement.start).map((o) => o.unit))
    return placement.team.flatMap((member) => {
      const unit = model.units[member.unit]
      if (unit === undefined || isAsBefore(model, task, unit.id, member)) return []
      const able = ableFor(model, task, member)
      const taken = new Set(placement.team.flatMap((m) => (m === member ? [] : [m.unit])))
      const free = able.filter((i) => i === member.unit || (!held.has(i) && !taken.has(i)))
      const travels = new Map<number, number>()
      for (const i of compared(free, member)) {
        travels.set(i, travelTo(timetable, index, placement, { ...member, unit: i }))
      }
      const minutes = isTravelAsked(model, task, member) ? (travels.get(member.unit) ?? 0) : 0
      // Ways that are not known count nothing.
      const travel = minutes > 0 ? minutes : null
      const why = reasonOf(model, timetable, task, placement, member, { free, travels, hasTravel: travel !== null })
      return [{ unit: unit.id, able: able.length, free: free.length, why, travel, work: works.get(member.unit) ?? 0 }]
    })
  } finally {
    timetable.place(index, placement)
  }
}

/** Whether the unit is on the mission already, in the same part and with no less. */
function isAsBefore({ plan }: TaskingModel, { mission }: Task, unit: Id<'unit'>, member: Member): boolean {
  return plan.indexes.assignmentsOfMission
    .get(mission.id)
    .some(
      (a) =>
        a.unit === unit &&
        a.part === member.part &&
        member.brings.every((b) => quantityOf(a.brings, b.capability) >= b.quantity),
    )
}

/** Units that could do by themselves what a member does, itself included. */
function ableFor({ units }: TaskingModel, task: Task, { unit, part, brings }: Member): readonly number[] {
  const list = part === 'supported' ? task.leaders : task.supporters
  const able = list.filter((i) =>
    brings.every((b) => quantityOf(units[i]?.capabilities ?? [], b.capability) >= b.quantity),
  )
  return able.includes(unit) ? able : [unit, ...able]
}

function compared(free: readonly number[], { unit }: Member): readonly number[] {
  return [unit, ...free.filter((i) => i !== unit).slice(0, MOST_COMPARED - 1)]
}

/** Minutes that a unit would need on the way, were it there alone. */
function travelTo(timetable: Timetable, task: number, { start, legalBasis }: Placement, member: Member): number {
  timetable.place(task, { start, team: [], legalBasis })
  const kept = timetable.travelOf(task)
  timetable.place(task, { start, team: [member], legalBasis })
  const minutes = timetable.travelOf(task) - kept
  timetable.remove(task)
  return minutes
}

/** A unit that splits has no one place, and where a mission is nowhere there is no way to it. */
function isTravelAsked({ units }: TaskingModel, { mission }: Task, { unit }: Member): boolean {
  return units[unit]?.splittable === false && mission.places.length > 0
}

interface Compared {
  readonly free: readonly number[]
  readonly travels: ReadonlyMap<number, number>
  readonly hasTravel: boolean
}

function reasonOf(
  model: TaskingModel,
  timetable: Timetable,
  task: Task,
  placement: Placement,
  member: Member,
  { free, travels, hasTravel }: Compared,
): Why {
  if (free.length <= 1) return 'only'
  const isPresent = model.plan.indexes.assignmentsOfMission
    .get(task.mission.id)
    .some((a) => a.unit === model.units[member.unit]?.id)
  if (isPresent) return 'present'
  // What is not compared might be nearer or less busy: nothing is said of it then.
  const isAll = travels.size === free.length
  const isLeast = (valueOf: (unit: number) => number): boolean =>
    isAll && free.every((i) => i === member.unit || valueOf(member.unit) < valueOf(i))
  const isNearest = hasTravel && isLeast((i) => travels.get(i) ?? 0)
  const isRested = isLeast((i) => timetable.workOf(i))
  const { goals } = model.request
  const rank = (goal: 'travel' | 'balance'): number => (goals.includes(goal) ? goals.indexOf(goal) : goals.length)
  const byGoals: readonly (readonly [Why, boolean])[] =
    rank('balance') < rank('travel')
      ? [
          ['rested', isRested],
          ['nearest', isNearest],
        ]
      : [
          ['nearest', isNearest],
          ['rested', isRested],
        ]
  const isWhole = task.needs.length > 0 && placement.team.length === 1 && hasPartly(model, task)
  const reasons: readonly (readonly [Why, boolean])[] = [...byGoals, ['whole', isWhole]]
  return reasons.find(([, holds]) => holds)?.[0] ?? 'goals'
}

/** Whether there are units that cover a part only of what is asked. */
function hasPartly({ units }: TaskingModel, { needs, leaders, supporters }: Task): boolean {
  return [...leaders, ...supporters].some((i) =>
    needs.some((n) => quantityOf(units[i]?.capabilities ?? [], n.capability) < n.quantity),
  )
}
