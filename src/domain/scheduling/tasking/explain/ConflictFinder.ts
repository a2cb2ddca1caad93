import type { Conflict, Count, Demand } from '../Proposal.ts'
import type { Requirement, Task, TaskingModel } from '../model/TaskingModel.ts'
import type { Timetable } from '../timetable/Timetable.ts'
import { WorkCount } from './countWork.ts'
import { inDropOrder } from './dropOrder.ts'
import { findCircle } from './findCircle.ts'
import { glanceAt } from './glanceAt.ts'
import { measureDemands } from './measureDemands.ts'
import { orderHolds } from './orderHolds.ts'
import { isForce, isHindrance, isTime } from './requirementKinds.ts'
import { type Ask, smallestSet } from './smallestSet.ts'
import { startsAllowedBy } from './startsAllowedBy.ts'
import { type Budget, horizonOf, tryKeeping } from './tryKeeping.ts'

/** Questions put to a timetable for one conflict in full, and for a brief one. */
const MOST_ASKED = 90
const FEW_ASKED = 6
/** Obstacles looked at for one conflict in full, and for a brief one. */
const MOST_LOOKED = 100_000
const FEW_LOOKED = 10_000
/** Tasks counted to prove one. */
const MOST_COUNTED = 20_000
const FEW_COUNTED = 2_000
/** Demands of which it is found out what letting them go would bring; and all that a brief conflict names. */
const MOST_FREED = 8

/** More missions than these that hold force are let go together or not at all; so many of them are named. */
const MANY_HOLDERS = 24
const MOST_HOLDERS = 6

type Requirements = ReadonlyMap<string, Requirement>

interface Shrunk {
  readonly members: Requirements
  readonly more: number
}

/** Stands for all missions that hold force. */
const HOLDERS = 'busy *'
const isHolder = (key: string): boolean => key.startsWith('busy ')

/** One task looked at. */
interface Case {
  readonly task: Task
  readonly isFull: boolean
  readonly budget: Budget
}

/**
 * Finds, for tasks without a place, smallest sets of requirements that cannot hold together: first of what the search
 * cannot change, which is a proof; else with the placed tasks, which is one only where counting or the order bears it out.
 * Where the budget runs out, the set may be larger than it need be.
 */
export class ConflictFinder {
  readonly #model: TaskingModel
  readonly #timetable: Timetable
  /** No task is ever left placed in it. */
  readonly #bare: Timetable
  readonly #work: WorkCount

  constructor(model: TaskingModel, timetable: Timetable, bare: Timetable) {
    this.#model = model
    this.#timetable = timetable
    this.#bare = bare
    this.#work = new WorkCount(model)
  }

  find(index: number, looks = MOST_LOOKED): Conflict {
    return this.#find({ task: this.#taskAt(index), isFull: true, budget: { left: looks } })
  }

  /** Few questions, no numbers of units, and nothing about what would free it. */
  sketch(index: number): Conflict {
    return this.#find({ task: this.#taskAt(index), isFull: false, budget: { left: FEW_LOOKED } })
  }

  /** Only what a look at the task and the units as such says, which may be nothing. */
  glance(index: number): Conflict {
    return glanceAt(this.#model, this.#taskAt(index))
  }

  #find(sought: Case): Conflict {
    const { task, budget } = sought
    const circle = this.#circle(task)
    if (circle !== null) return circle
    const fixed = tryKeeping(this.#bare, task, () => true, budget)
    if (fixed.placement === null) {
      const shrunk = this.#shrink(this.#bare, sought, fixed.hits)
      return this.#written(this.#bare, sought, shrunk, fixed.isWhole, null)
    }
    const now = tryKeeping(this.#timetable, task, () => true, budget)
    if (now.placement !== null) return this.#tied(sought)
    const shrunk = this.#shrink(this.#timetable, sought, now.hits)
    const counted = this.#count(sought, shrunk.members)
    const isProven = counted !== null || (shrunk.more === 0 && !orderHolds(this.#model, task, shrunk.members))
    return this.#written(this.#timetable, sought, shrunk, isProven, counted)
  }

  #written(timetable: Timetable, sought: Case, shrunk: Shrunk, isProven: boolean, counted: Count | null): Conflict {
    const { more } = shrunk
    return {
      requirements: this.#demands(timetable, sought, shrunk),
      ...(more > 0 ? { more } : {}),
      isProven,
      ...(counted === null ? {} : { counted }),
    }
  }

  /** What is needed of what stood in the way, what weighs most first. */
  #shrink(timetable: Timetable, { task, isFull, budget }: Case, hits: Requirements): Shrunk {
    const held = [...hits.keys()].filter(isHolder)
    const isOne = held.length > (isFull ? MANY_HOLDERS : 0)
    const tokenOf = (key: string): string => (isOne && isHolder(key) ? HOLDERS : key)
    let last = hits
    const ask: Ask = (kept) => {
      if (budget.left <= 0) return null
      const tried = tryKeeping(timetable, task, (key) => kept.has(tokenOf(key)), budget)
      if (tried.placement !== null || !tried.isWhole) return null
      last = tried.hits
      return new Set([...tried.hits.keys()].map(tokenOf))
    }
    const tokens = [...new Set(inDropOrder(hits).map(tokenOf))]
    // Mostly no more is needed than what is asked of units, who holds them, and the time there is.
    const few = isFull ? null : ask(new Set(tokens.filter((t) => t === HOLDERS || isPlain(hits.get(t)))))
    const left = few === null ? tokens : tokens.filter((t) => few.has(t))
    const members = isFull ? smallestForSure(left, ask) : smallestSet(left, ask, FEW_ASKED).members
    const found = new Map<string, Requirement>()
    for (const token of members.toReversed()) {
      const requirement = hits.get(token)
      if (requirement !== undefined) found.set(token, requirement)
    }
    if (this.#isBeyond(timetable, task, found)) found.set('horizon', { kind: 'horizon' })
    if (!members.includes(HOLDERS)) return { members: found, more: 0 }
    const holders = [...last]
      .filter(([key]) => isHolder(key))
      .sort((a, b) => this.#weightOf(a[1]) - this.#weightOf(b[1]))
    for (const [key, requirement] of holders.slice(0, MOST_HOLDERS)) found.set(key, requirement)
    return { members: found, more: Math.max(0, holders.length - MOST_HOLDERS) }
  }

  /** What may soonest be let go is light; what is not up for change is heaviest. */
  #weightOf(requirement: Requirement): number {
    const task = requirement.kind === 'busy' ? this.#model.taskOf.get(requirement.other) : undefined
    return task?.weight ?? Number.MAX_VALUE
  }

  /** Whether bounds leave starts, but none within the horizon. */
  #isBeyond(timetable: Timetable, task: Task, members: Requirements): boolean {
    const list = [...members.values()]
    if (!list.every(isTime) || list.some((r) => r.kind === 'light')) return false
    const allowed = list.map((r) => startsAllowedBy(this.#model, timetable, task, r))
    if (allowed.some(({ first, last }) => first === undefined && last === undefined)) return false
    const first = Math.max(...allowed.map((a) => a.first ?? Number.NEGATIVE_INFINITY))
    const last = Math.min(...allowed.map((a) => a.last ?? Number.POSITIVE_INFINITY))
    const horizon = horizonOf(task)
    return first <= last && (first > horizon.last || last < horizon.first)
  }

  #demands(timetable: Timetable, { task, isFull, budget }: Case, { members, more }: Shrunk): readonly Demand[] {
    const isKept = (key: string): boolean => members.has(key) || (more > 0 && isHolder(key))
    const numbers = isFull ? measureDemands(this.#model, timetable, task, members, isKept) : null
    const shown = isFull ? [...members] : [...members].slice(0, MOST_FREED)
    return shown.map(([key, requirement], i) => ({
      requirement,
      ...askedOf(task, requirement),
      ...numbers?.get(key),
      ...startsAllowedBy(this.#model, this.#timetable, task, requirement),
      freed: isFull && i < MOST_FREED ? this.#freedBy(task, key, budget) : null,
    }))
  }

  #freedBy(task: Task, key: string, budget: Budget): Demand['freed'] {
    if (key === 'horizon' || budget.left <= 0) return null
    const { placement } = tryKeeping(this.#timetable, task, (other) => other !== key, budget)
    if (placement === null) return null
    const units = placement.team.flatMap(({ unit }) => this.#model.units[unit]?.id ?? [])
    return { start: placement.start, units }
  }

  #circle({ index }: Task): Conflict | null {
    const circle = findCircle(this.#model, index)
    if (circle === null) return null
    const requirements = circle.map(({ dependency, mission }) => {
      const requirement = { kind: 'dependency', dependency, other: mission } as const
      return { requirement, freed: null }
    })
    return { requirements, isProven: true }
  }

  /** It has room itself, but what enables it has none; or what it depends on leaves it none, wherever that is put. */
  #tied({ task, budget }: Case): Conflict {
    const requirements: Demand[] = []
    const isOut = (other: number): boolean => this.#timetable.placementOf(other) === null
    let isProven = false
    for (const { kind, isEnabled, enabler, other } of task.relations) {
      const tied = this.#model.tasks[other]
      if (kind !== 'enabler' || isEnabled !== true || tied === undefined || !isOut(other)) continue
      requirements.push({ requirement: { kind, enabler: enabler ?? '', other: tied.mission.id }, freed: null })
      const alone = tryKeeping(this.#bare, tied, () => true, budget)
      if (alone.placement === null && alone.isWhole) isProven = true
    }
    for (const { kind, fixed, ties } of task.choices) {
      if (fixed.length > 0 || !ties.every((tie) => isOut(tie.task))) continue
      const other = this.#model.tasks[ties[0]?.task ?? -1]?.mission.id ?? null
      requirements.push({ requirement: { kind: 'enabler', enabler: kind, other }, freed: null })
    }
    if (requirements.length > 0) return { requirements, isProven }
    for (const relation of task.relations) {
      const requirement = requirementOf(this.#model, relation)
      if (requirement === null || orderHolds(this.#model, task, boundsAnd(task, requirement))) continue
      return { requirements: [{ requirement, freed: null }], isProven: true }
    }
    return { requirements, isProven: false }
  }

  #count({ task, isFull }: Case, members: Requirements): Count | null {
    for (const requirement of members.values()) {
      if (requirement.kind !== 'capability') continue
      const count = this.#work.tooMuch(task, requirement.capability, isFull ? MOST_COUNTED : FEW_COUNTED)
      if (count !== null) return count
    }
    return null
  }

  #taskAt(index: number): Task {
    const task = this.#model.tasks[index]
    if (task === undefined) throw new Error(`no task ${index}`)
    return task
  }
}

const isStepwise = (key: string): boolean => key === 'supply' || key === 'sorties' || key === 'crews'

/** Where starts are looked at step by step, less kept may for once be more in the way: tries until nothing more can go. */
function smallestForSure(keys: readonly string[], ask: Ask): readonly string[] {
  let before = keys.length
  let { members } = smallestSet(keys, ask, MOST_ASKED)
  while (before > members.length && members.some(isStepwise)) {
    before = members.length
    members = smallestSet(members, ask, MOST_ASKED).members
  }
  return members
}

const isPlain = (requirement: Requirement | undefined): boolean =>
  requirement !== undefined && !isHindrance(requirement)

function askedOf({ needs }: Task, requirement: Requirement): Pick<Demand, 'asked'> {
  if (requirement.kind === 'leader') return { asked: 1 }
  if (!isForce(requirement)) return {}
  const need = needs.find((n) => n.capability === requirement.capability)
  return need === undefined ? {} : { asked: need.quantity }
}

function requirementOf({ tasks }: TaskingModel, { kind, by, other }: Task['relations'][number]): Requirement | null {
  const mission = tasks[other]?.mission.id
  if (kind !== 'dependency' || mission === undefined) return null
  return { kind, dependency: by as Extract<Requirement, { kind: 'dependency' }>['dependency'], other: mission }
}

const boundsAnd = ({ bounds }: Task, requirement: Requirement): Requirements =>
  new Map([...bounds.map((b, i) => [`${i}`, b.requirement] as const), ['tie', requirement]])
