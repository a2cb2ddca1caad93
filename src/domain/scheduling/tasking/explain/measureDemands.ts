import { quantityOf } from '../../../check/CheckContext.ts'
import type { Demand } from '../Proposal.ts'
import { ALL_STARTS, commonStarts, type StartSpan } from '../model/StartSpan.ts'
import type { Member, Requirement, Task, TaskingModel } from '../model/TaskingModel.ts'
import type { Obstacle, Timetable, Waiver } from '../timetable/Timetable.ts'
import { keyOfRequirement } from './keyOfRequirement.ts'
import { isForce, isHindrance } from './requirementKinds.ts'
import { startsAllowedBy } from './startsAllowedBy.ts'
import { horizonOf } from './tryKeeping.ts'

type Numbers = Pick<Demand, 'has' | 'units'>

/** Starts at which units are counted. */
const MOST_LOOKS = 6
const MORE_LOOKS = 6
/** Units counted of one capability. */
const MOST_COUNTED = 40
/** Units named for one demand. */
const MOST_NAMED = 5

/**
 * Numbers for the demands of a conflict, by key: what of each capability there is at the best start that the others leave,
 * and which units each hindrance keeps away then. `isKept`: whether a requirement holds, be it named or not. The task must
 * not be placed.
 */
export function measureDemands(
  model: TaskingModel,
  timetable: Timetable,
  task: Task,
  members: ReadonlyMap<string, Requirement>,
  isKept: (key: string) => boolean,
): ReadonlyMap<string, Numbers> {
  const numbers = new Map<string, Numbers>()
  const list = [...members.values()]
  if (!list.some(isForce) && !list.some(isHindrance)) return numbers
  const waived: Waiver = (requirement) => requirement.kind !== 'horizon' && !isKept(keyOfRequirement(requirement))
  let best = -1
  const looks = looksAt(model, timetable, task, list)
  const latest = Math.max(...looks)
  // Then also where units come free.
  const most = looks.length + MORE_LOOKS
  for (const start of looks) {
    const obstacles = timetable.obstaclesAt(task.index, start, waived)
    if (obstacles.some((o) => o.unit === null)) continue
    const next = Math.min(...obstacles.map((o) => (o.until !== null && o.until > start ? o.until : latest + 1)))
    if (looks.length < most && next <= latest && !looks.includes(next)) looks.push(next)
    const counts = countForce(model, timetable, task, start, list, waived, obstacles)
    const share = [...counts].reduce((sum, [key, has]) => sum + Math.min(1, has / askedFor(task, members.get(key))), 0)
    if (share > best) {
      best = share
      for (const [key, has] of counts) numbers.set(key, { has })
      for (const [key, requirement] of members) {
        if (isHindrance(requirement)) numbers.set(key, namesOf(model, obstacles, key))
      }
    }
    for (const [key, requirement] of members) {
      if (isHindrance(requirement) && (numbers.get(key)?.units?.length ?? 0) === 0) {
        numbers.set(key, namesOf(model, obstacles, key))
      }
    }
  }
  return numbers
}

function askedFor({ needs }: Task, requirement: Requirement | undefined): number {
  if (requirement?.kind !== 'capability') return 1
  return quantityOf(needs, requirement.capability) || 1
}

/** Starts spread over the times that the demands leave. */
function looksAt(model: TaskingModel, timetable: Timetable, task: Task, list: readonly Requirement[]): number[] {
  let spans: readonly StartSpan[] = ALL_STARTS
  for (const requirement of list) {
    const key = keyOfRequirement(requirement)
    const bound = task.bounds.find((b) => keyOfRequirement(b.requirement) === key)
    const { first = Number.NEGATIVE_INFINITY, last = Number.POSITIVE_INFINITY } =
      bound === undefined ? startsAllowedBy(model, timetable, task, requirement) : {}
    spans = commonStarts(spans, bound?.spans ?? [{ first, last }])
  }
  const [from, to] = [spans[0]?.first, spans.at(-1)?.last]
  if (from === undefined || to === undefined) return []
  const horizon = horizonOf(task)
  const first = Number.isFinite(from) ? from : Math.min(horizon.first, to)
  const last = Number.isFinite(to) ? to : Math.max(horizon.last, first)
  const looks = new Set<number>()
  for (let i = 0; i < MOST_LOOKS; i += 1) looks.add(Math.round(first + ((last - first) * i) / (MOST_LOOKS - 1)))
  for (const span of spans.slice(1, MOST_LOOKS)) looks.add(span.first)
  const isLit = list.some((r) => r.kind === 'light')
  const lit = isLit ? [...looks].map((look) => task.light?.next(look, last) ?? look) : []
  return [...new Set([...looks, ...lit])].filter((look) => look >= horizon.first && look <= horizon.last)
}

function countForce(
  model: TaskingModel,
  timetable: Timetable,
  task: Task,
  start: number,
  list: readonly Requirement[],
  waived: Waiver,
  obstacles: readonly Obstacle[],
): ReadonlyMap<string, number> {
  const held = new Set(obstacles.map((o) => o.unit))
  const counts = new Map<string, number>()
  for (const requirement of list) {
    if (requirement.kind === 'leader') {
      counts.set(keyOfRequirement(requirement), task.leaders.filter((unit) => !held.has(unit)).length)
    } else if (requirement.kind === 'capability') {
      const has = gather(model, timetable, task, start, requirement.capability, waived, held)
      counts.set(keyOfRequirement(requirement), has)
    }
  }
  return counts
}

/** The most of a capability, up to what is needed, that units can bring together; who has most is asked first. */
function gather(
  model: TaskingModel,
  timetable: Timetable,
  task: Task,
  start: number,
  capability: string,
  waived: Waiver,
  held: ReadonlySet<number | null>,
): number {
  const most = quantityOf(task.needs, capability)
  const hasOf = (unit: number): number => quantityOf(model.units[unit]?.capabilities ?? [], capability)
  const able = [...new Set([...task.leaders, ...task.supporters])]
    .filter((unit) => !held.has(unit) && hasOf(unit) > 0)
    .sort((a, b) => hasOf(b) - hasOf(a) || a - b)
  const isOpen: Waiver = (requirement, of) => isForce(requirement) || waived(requirement, of)
  const team: Member[] = []
  let sum = 0
  for (const unit of able.slice(0, MOST_COUNTED)) {
    const fits = (quantity: number): boolean => {
      const member = { unit, part: 'supporting', brings: [{ capability, quantity }] } as const
      const placement = { start, team: [...team, member], legalBasis: null }
      return timetable.obstacleOf(task.index, placement, isOpen) === null
    }
    const quantity = mostThat(fits, Math.min(most - sum, hasOf(unit)))
    if (quantity === 0) continue
    team.push({ unit, part: 'supporting', brings: [{ capability, quantity }] })
    sum += quantity
    if (sum >= most) break
  }
  return sum
}

/** The largest number up to a limit that passes, where all smaller ones pass too; 0 where none does. */
function mostThat(passes: (n: number) => boolean, limit: number): number {
  if (passes(limit)) return limit
  let [low, high] = [0, limit]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (passes(middle)) low = middle
    else high = middle
  }
  return low
}

function namesOf(model: TaskingModel, obstacles: readonly Obstacle[], key: string): Numbers {
  const held = obstacles.filter((o) => o.unit !== null && keyOfRequirement(o.requirement) === key)
  const units = held.flatMap((o) => model.units[o.unit ?? -1]?.id ?? [])
  return { units: [...new Set(units)].slice(0, MOST_NAMED) }
}
