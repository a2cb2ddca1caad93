import type { Conflict, Count, Demand } from '../Proposal.ts'
import type { Requirement, Task, TaskingModel } from '../TaskingModel.ts'
import type { Timetable } from '../Timetable.ts'
import { WorkCount } from './countWork.ts'
import { inDropOrder } from './dropOrder.ts'
import { findCircle } from './findCircle.ts'
import { measureDemands } from './measureDemands.ts'
import { isForce, isTime } from './requirementKinds.ts'
import { smallestSet } from './smallestSet.ts'
import { startsAllowedBy } from './startsAllowedBy.ts'
import { tryKeeping } from './tryKeeping.ts'

/** Questions put to a timetable for one conflict in full, and for a brief one. */
const MOST_ASKED = 90
const FEW_ASKED = 12
/** Demands of which it is found out what letting them go would bring; and all that a brief conflict names. */
const MOST_FREED = 12

type Requirements = ReadonlyMap<string, Requirement>

/**
 * Finds, for tasks without a place, smallest sets of requirements that cannot hold together: first of what the search
 * cannot change, which is a proof; else with the placed tasks, which is one only where counting or the order bears it out.
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

  find(task: number): Conflict {
    return this.#find(this.#taskAt(task), true)
  }

  /** Few questions, no numbers, and nothing about what would free it. */
  sketch(task: number): Conflict {
    return this.#find(this.#taskAt(task), false)
  }

  #find(task: Task, isFull: boolean): Conflict {
    const circle = this.#circle(task)
    if (circle !== null) return circle
    const fixed = tryKeeping(this.#bare, task.index, () => true)
    if (fixed.placement === null) {
      const { members } = this.#shrink(this.#bare, task, fixed.hits, isFull)
      return { requirements: this.#demands(this.#bare, task, members, isFull), isProven: true }
    }
    const now = tryKeeping(this.#timetable, task.index, () => true)
    if (now.placement !== null) return this.#hanging(task)
    const { members } = this.#shrink(this.#timetable, task, now.hits, isFull)
    const counted = this.#count(task, members)
    const isProven = counted !== null || this.#isOutOfOrder(task, members)
    const requirements = this.#demands(this.#timetable, task, members, isFull)
    return { requirements, isProven, ...(counted === null ? {} : { counted }) }
  }

  #shrink(
    timetable: Timetable,
    { index }: Task,
    hits: Requirements,
    isFull: boolean,
  ): { readonly members: Requirements } {
    const ask = (kept: ReadonlySet<string>): ReadonlySet<string> | null => {
      const tried = tryKeeping(timetable, index, (key) => kept.has(key))
      return tried.placement === null ? new Set(tried.hits.keys()) : null
    }
    const { members } = smallestSet(inDropOrder(hits), ask, isFull ? MOST_ASKED : FEW_ASKED)
    return { members: new Map(members.toReversed().flatMap((key) => pick(hits, key))) }
  }

  #demands(timetable: Timetable, task: Task, members: Requirements, isFull: boolean): readonly Demand[] {
    if (!isFull) {
      return [...members.values()].slice(0, MOST_FREED).map((requirement) => ({
        requirement,
        ...askedOf(task, requirement),
        ...startsAllowedBy(this.#model, this.#timetable, task, requirement),
        freed: null,
      }))
    }
    const numbers = measureDemands(this.#model, timetable, task, members)
    return [...members].map(([key, requirement], i) => ({
      requirement,
      ...askedOf(task, requirement),
      ...numbers.get(key),
      ...startsAllowedBy(this.#model, this.#timetable, task, requirement),
      freed: i < MOST_FREED ? this.#freedBy(task, key) : null,
    }))
  }

  #freedBy({ index }: Task, key: string): Demand['freed'] {
    const { placement } = tryKeeping(this.#timetable, index, (other) => other !== key)
    if (placement === null) return null
    return {
      start: placement.start,
      units: placement.team.flatMap(({ unit }) => this.#model.units[unit]?.id ?? []),
    }
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

  /** It has room, but not what enables it; or what it is tied to leaves it none, wherever that is put. */
  #hanging(task: Task): Conflict {
    const requirements: Demand[] = []
    const isOut = (other: number): boolean => this.#timetable.placementOf(other) === null
    for (const { kind, isEnabled, enabler, other } of task.relations) {
      const mission = this.#model.tasks[other]?.mission.id
      if (kind !== 'enabler' || isEnabled !== true || mission === undefined || !isOut(other)) continue
      requirements.push({ requirement: { kind, enabler: enabler ?? '', other: mission }, freed: null })
    }
    for (const { kind, fixed, ties } of task.choices) {
      if (fixed.length > 0 || !ties.every((tie) => isOut(tie.task))) continue
      const other = this.#model.tasks[ties[0]?.task ?? -1]?.mission.id ?? null
      requirements.push({ requirement: { kind: 'enabler', enabler: kind, other }, freed: null })
    }
    return { requirements, isProven: false }
  }

  #count(task: Task, members: Requirements): Count | null {
    for (const requirement of members.values()) {
      if (requirement.kind !== 'capability') continue
      const count = this.#work.tooMuch(task, requirement.capability)
      if (count !== null) return count
    }
    return null
  }

  /** Whether a tie leaves no room within the other bounds, wherever the task at its other end may be. */
  #isOutOfOrder(task: Task, members: Requirements): boolean {
    const list = [...members.values()]
    if (!list.every(isTime) || list.some((r) => r.kind === 'light')) return false
    let [first, last] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
    let hasTie = false
    for (const requirement of list) {
      const bound = task.bounds.find((b) => b.requirement === requirement)
      if (bound !== undefined) {
        first = Math.max(first, bound.spans[0]?.first ?? Number.POSITIVE_INFINITY)
        last = Math.min(last, bound.spans.at(-1)?.last ?? Number.NEGATIVE_INFINITY)
        continue
      }
      for (const { by, kind, other, spans } of task.relations) {
        const tied = this.#model.tasks[other]
        const isIt = requirement.kind === 'dependency' ? by === requirement.dependency : kind === requirement.kind
        if (!isIt || tied === undefined) continue
        if ('other' in requirement && tied.mission.id !== requirement.other) continue
        hasTie = true
        first = Math.max(first, tied.first + (spans[0]?.least ?? Number.NEGATIVE_INFINITY))
        last = Math.min(last, tied.last + (spans.at(-1)?.most ?? Number.POSITIVE_INFINITY))
      }
    }
    return hasTie && first > last
  }

  #taskAt(index: number): Task {
    const task = this.#model.tasks[index]
    if (task === undefined) throw new Error(`no task ${index}`)
    return task
  }
}

function pick(hits: Requirements, key: string): readonly (readonly [string, Requirement])[] {
  const requirement = hits.get(key)
  return requirement === undefined ? [] : [[key, requirement]]
}

function askedOf({ needs }: Task, requirement: Requirement): Pick<Demand, 'asked'> {
  if (requirement.kind === 'leader') return { asked: 1 }
  if (!isForce(requirement)) return {}
  const need = needs.find((n) => n.capability === requirement.capability)
  return need === undefined ? {} : { asked: need.quantity }
}
