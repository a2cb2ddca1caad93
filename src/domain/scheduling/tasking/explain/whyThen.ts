import { quantityOf } from '../../../check/CheckContext.ts'
import type { TimeReason } from '../Proposal.ts'
import type { Placement, Task, TaskingModel } from '../model/TaskingModel.ts'
import type { Obstacle, Timetable, Waiver } from '../timetable/Timetable.ts'
import { keyOfRequirement } from './keyOfRequirement.ts'
import { isTime } from './requirementKinds.ts'

/** Reasons given for one task. */
const MOST_REASONS = 4
/** Times that suit the task as such at which units are looked at, where the last of them is before the start. */
const MOST_LOOKS = 6

const NO_UNITS: Waiver = (requirement) => !isTime(requirement)

/**
 * Why a placed task does not start earlier: what stood in the way just before, first what ended then. Where it waited for
 * light, a season or the like, also what kept units from it the last time that suited before. Empty where the task is not
 * placed or nothing stood in its way. The timetable is as it was afterwards.
 */
export function whyThen(model: TaskingModel, timetable: Timetable, index: number): readonly TimeReason[] {
  const task = model.tasks[index]
  const placement = timetable.placementOf(index)
  if (task === undefined || placement === null || placement.start <= (task.spans[0]?.first ?? task.first)) return []
  timetable.remove(index)
  try {
    const team = new Set(placement.team.map((m) => m.unit))
    const found = obstaclesBefore(model, timetable, task, placement)
    return inOrder(found, placement.start, team).map(({ requirement, unit, until }) => ({
      requirement,
      unit: unit === null ? null : (model.units[unit]?.id ?? null),
      until,
    }))
  } finally {
    timetable.place(index, placement)
  }
}

function obstaclesBefore(
  model: TaskingModel,
  timetable: Timetable,
  task: Task,
  placement: Placement,
): readonly Obstacle[] {
  const before = placement.start - 1
  const all = timetable.obstaclesAt(task.index, before)
  const own = all.filter((o) => o.unit === null)
  if (own.length === 0) {
    const units = binding(model, task, all)
    if (units.length > 0) return units
    // Others could have taken it: then it waited for the units it has.
    const held = timetable.obstacleOf(task.index, { ...placement, start: before })
    return held === null ? [] : [held]
  }
  return [...own, ...lastTimeBefore(model, timetable, task, before)]
}

/** What kept units from the task the last time before that suited it as such. */
function lastTimeBefore(model: TaskingModel, timetable: Timetable, task: Task, before: number): readonly Obstacle[] {
  let units: readonly Obstacle[] = []
  let from = task.first
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const start = timetable.findFirst(task.index, from, before, () => 0, NO_UNITS)?.start
    if (start === undefined) break
    const found = binding(model, task, timetable.obstaclesAt(task.index, start))
    if (found.length === 0) break
    units = found
    const next = Math.min(...found.map((o) => o.until ?? Number.POSITIVE_INFINITY))
    if (!(next > start && next <= before)) break
    from = next
  }
  return units
}

/** Of the units held up those that are missed: their like is short among the rest, or the task keeps them. */
function binding(model: TaskingModel, task: Task, obstacles: readonly Obstacle[]): readonly Obstacle[] {
  const held = new Set(obstacles.map((o) => o.unit))
  const able = [...new Set([...task.leaders, ...task.supporters])].filter((unit) => !held.has(unit))
  const hasOf = (unit: number, capability: string): number =>
    quantityOf(model.units[unit]?.capabilities ?? [], capability)
  const short = task.needs.filter(
    ({ capability, quantity }) => able.reduce((sum, unit) => sum + hasOf(unit, capability), 0) < quantity,
  )
  const lacksLeader = task.needsLeader && !task.leaders.some((unit) => !held.has(unit))
  const mayLead = new Set(task.leaders)
  const maySupport = new Set(task.supporters)
  const isMissed = (unit: number): boolean =>
    (!mayLead.has(unit) && !maySupport.has(unit)) ||
    (lacksLeader && mayLead.has(unit)) ||
    short.some(({ capability }) => hasOf(unit, capability) > 0)
  const missed = obstacles.filter((o) => o.unit !== null && isMissed(o.unit))
  // Where there is enough of each, the rest is too little of some units that split.
  return missed.length > 0 || (short.length === 0 && !lacksLeader) ? missed : obstacles.filter((o) => o.unit !== null)
}

function inOrder(obstacles: readonly Obstacle[], start: number, team: ReadonlySet<number>): readonly Obstacle[] {
  const seen = new Set<string>()
  const once = obstacles.filter((o) => {
    const key = `${keyOfRequirement(o.requirement)} ${o.unit ?? ''}`
    return !seen.has(key) && seen.add(key).has(key)
  })
  const rankOf = ({ unit, until }: Obstacle): number =>
    (unit === null ? 0 : team.has(unit) ? 1 : 2) + (until !== null && until <= start ? 0 : 4)
  const untilOf = (o: Obstacle): number => o.until ?? Number.MAX_VALUE
  // The last to end first: the start waited for it.
  return once
    .sort((a, b) => rankOf(a) - rankOf(b) || (rankOf(a) < 4 ? untilOf(b) - untilOf(a) : untilOf(a) - untilOf(b)))
    .slice(0, MOST_REASONS)
}
