import { quantityOf } from '../../../check/CheckContext.ts'
import type { Assignment } from '../../../records/assignment.ts'
import type { CapabilityQuantity } from '../../../records/common.ts'
import type { Id } from '../../../records/ids.ts'
import type { LegalBasis } from '../../../records/legalBasis.ts'
import type { Ask, Waiver } from './Ask.ts'
import { bringable, keptAsks, keptLeaders } from './keptAsks.ts'
import { basesFor, basisAt } from '../model/legalStarts.ts'
import { MissionGate } from './MissionGate.ts'
import type { Member, Placement, Requirement, Task, TaskingModel } from '../model/TaskingModel.ts'
import { Resupply } from './Resupply.ts'
import { TeamSearch, type UnitPrices } from './TeamSearch.ts'
import { TimetableContext } from './TimetableContext.ts'
import { TravelTimes } from './TravelTimes.ts'
import { turnTimes } from './turnTimes.ts'
import { assignmentOf, UnitGate } from './UnitGate.ts'
import type { Booked, UnitStays } from './UnitStays.ts'

export type { Waiver } from './Ask.ts'
export type { UnitPrices } from './TeamSearch.ts'

/** Something that stands in the way of a task; `until` is when it may be out of it, null where no time helps. */
export interface Obstacle {
  readonly requirement: Requirement
  /** Place in the model's list, where it is about one unit. */
  readonly unit: number | null
  readonly until: number | null
}

interface Stay {
  readonly stays: UnitStays
  readonly slot: Booked
}

const NEVER = Number.POSITIVE_INFINITY
/** Times looked at for one placement, so that a search always ends. */
const MOST_TURNS = 4_000

/**
 * Who is where when: the plan without its tasks, and the tasks that have been placed. Nothing that the check calls an error
 * comes in by placements that `findFirst` gave or that `obstacleOf` finds nothing against; tasks that need an enabler
 * which is not placed (`isHanging`) must not be left so at the end.
 */
export class Timetable {
  readonly #model: TaskingModel
  readonly #context: TimetableContext
  readonly #gate: UnitGate
  readonly #mission: MissionGate
  readonly #resupply: Resupply
  readonly #teams: TeamSearch
  readonly #placements: (Placement | null)[]
  readonly #starts: (number | null)[]
  readonly #stays: (readonly Stay[])[]
  readonly #kept: (readonly Ask[] | undefined)[] = []
  readonly #bases: (readonly LegalBasis[] | undefined)[] = []
  readonly #staysOf: (UnitStays | null | undefined)[] = []

  /** No task is placed. */
  constructor(model: TaskingModel) {
    this.#model = model
    this.#placements = model.tasks.map(() => null)
    this.#starts = model.tasks.map(() => null)
    this.#stays = model.tasks.map(() => [])
    const startOf = (task: number): number | null => this.#starts[task] ?? null
    this.#context = new TimetableContext(model, startOf)
    this.#gate = new UnitGate(this.#context, turnTimes(this.#context), new TravelTimes(this.#context))
    this.#mission = new MissionGate(model, startOf)
    this.#resupply = new Resupply(this.#context)
    this.#teams = new TeamSearch(model, this.#context, this.#gate)
  }

  placementOf(task: number): Placement | null {
    return this.#placements[task] ?? null
  }

  /** Books a placement, whatever it is. */
  place(task: number, placement: Placement): void {
    if (this.placementOf(task) !== null) this.remove(task)
    const taken = this.#model.tasks[task]!
    const stays: Stay[] = []
    for (const { stays: unit, assignment } of this.#keptOf(taken)) {
      if (assignment !== null) stays.push(this.#book(taken, unit, assignment, placement.start))
    }
    for (const member of placement.team) {
      const unit = this.#staysAt(member.unit)
      if (unit === null) continue
      stays.push(this.#book(taken, unit, assignmentOf(taken, unit, member.part, member.brings), placement.start))
    }
    this.#placements[task] = placement
    this.#starts[task] = placement.start
    this.#stays[task] = stays
  }

  remove(task: number): void {
    for (const { stays, slot } of this.#stays[task] ?? []) stays.remove(slot)
    this.#placements[task] = null
    this.#starts[task] = null
    this.#stays[task] = []
  }

  /** The task's placement in the plan as it stands, where it has a start and all that it needs; null else. */
  currentOf(task: number): Placement | null {
    const { mission, kept, needs, needsLeader } = this.#model.tasks[task]!
    if (mission.start === null) return null
    const keeps = new Set<Id>(kept.map((a) => a.id))
    const units = new Set<Id>(kept.map((a) => a.unit))
    const team: Member[] = []
    for (const { id, unit, part, brings } of this.#model.plan.indexes.assignmentsOfMission.get(mission.id)) {
      const index = this.#model.unitIndex.get(unit)
      if (keeps.has(id) || units.has(unit) || index === undefined || part === 'reserve') continue
      units.add(unit)
      team.push({ unit: index, part, brings })
    }
    const isLed = !needsLeader || team.some((m) => m.part === 'supported')
    if (!isLed || needs.some((need) => this.#broughtBy(team, need) < need.quantity)) return null
    const legalBasis = this.#basisOf(this.#model.tasks[task]!, mission.start)
    return { start: mission.start, team, legalBasis }
  }

  /**
   * The first start from one to another, both included, at which the task fits what is booked, with a team chosen by prices;
   * null where none is found. The task itself must not be placed.
   */
  findFirst(task: number, from: number, until: number, prices: UnitPrices, waived?: Waiver): Placement | null {
    const sought = this.#model.tasks[task]!
    const starts = this.#mission.startsOf(sought, waived)
    const last = Math.min(until, waived === undefined ? sought.last : NEVER, starts.at(-1)?.last ?? -NEVER)
    let start = Math.ceil(Math.max(from, waived === undefined ? sought.first : -NEVER, starts[0]?.first ?? NEVER))
    const kept = this.#keptOf(sought, waived)
    this.#teams.begin(sought, prices, waived)
    for (let turn = 0; turn < MOST_TURNS && start <= last; turn += 1) {
      let next = this.#mission.next(sought, starts, start, last, waived)
      if (next === start && this.#lateFor(sought, start, waived) !== null) next = this.#resupply.next(start)
      if (next === start) next = this.#nextKept(kept, start)
      if (next === start) {
        const team = this.#teams.teamAt(start, last)
        if (team !== null) return { start, team, legalBasis: this.#basisOf(sought, start) }
        next = this.#teams.next
      }
      start = Math.ceil(Math.max(next, start + 1))
    }
    return null
  }

  /** The first obstacle to a placement as all others are booked; null where it fits. */
  obstacleOf(task: number, placement: Placement, waived?: Waiver): Obstacle | null {
    const placed = this.placementOf(task)
    if (placed !== null) this.remove(task)
    try {
      return this.#obstacleTo(this.#model.tasks[task]!, placement, waived)
    } finally {
      if (placed !== null) this.place(task, placed)
    }
  }

  /** All that stands in the way of a task at a start, unit by unit of those that may serve it. */
  obstaclesAt(task: number, start: number, waived?: Waiver): readonly Obstacle[] {
    const placed = this.placementOf(task)
    if (placed !== null) this.remove(task)
    try {
      const asked = this.#model.tasks[task]!
      const found: Obstacle[] = this.#mission
        .obstacles(asked, start, waived)
        .map(({ requirement, until }) => ({ requirement, unit: null, until: finite(until) }))
      const late = this.#lateFor(asked, start, waived)
      if (late !== null) found.push(late)
      for (const ask of this.#keptOf(asked, waived)) this.#note(ask, start, found)
      for (const ask of this.#teams.asksOf(asked, waived)) this.#note(ask, start, found)
      return found
    } finally {
      if (placed !== null) this.place(task, placed)
    }
  }

  /** Whether a placed task counts on one that is not placed for what its type needs. */
  isHanging(task: number): boolean {
    return this.#mission.isHanging(this.#model.tasks[task]!)
  }

  /**
   * Placed tasks that do not stand as all is booked now: they hang, or what was taken out since leaves them without what
   * they counted on (a resupply, a mission on the way).
   */
  unsound(): readonly number[] {
    const { tasks } = this.#model
    return tasks.flatMap(({ index }) => {
      const placement = this.placementOf(index)
      if (placement === null) return []
      return this.isHanging(index) || this.obstacleOf(index, placement) !== null ? [index] : []
    })
  }

  /** Minutes on missions that a unit has, those of the whole plan that are booked; in reserve it has none. */
  workOf(unit: number): number {
    return this.#staysAt(unit)?.work ?? 0
  }

  /** Minutes that the units of a placed task need on the way to it; unknown ways count nothing. */
  travelOf(task: number): number {
    return (this.#stays[task] ?? []).reduce((sum, { stays, slot }) => sum + this.#gate.travel.minutesTo(stays, slot), 0)
  }

  /** A unit that a task would resupply too late or too early; null where there is none. */
  #lateFor(task: Task, start: number, waived: Waiver | undefined): Obstacle | null {
    if (!this.#resupply.isAsked(task)) return null
    const before = this.#starts[task.index] ?? null
    this.#starts[task.index] = start
    const short = this.#resupply.shortUnit(task)
    this.#starts[task.index] = before
    if (short === null || waived?.({ kind: 'supply' }, short.index) === true) return null
    return { requirement: { kind: 'supply' }, unit: short.index, until: this.#resupply.next(start) }
  }

  #note(ask: Ask, start: number, found: Obstacle[]): void {
    const next = this.#gate.next(ask, start)
    if (next === start) return
    found.push({ requirement: this.#gate.requirement(), unit: ask.stays.index, until: finite(next) })
  }

  #obstacleTo(task: Task, placement: Placement, waived: Waiver | undefined): Obstacle | null {
    const { start, team } = placement
    const [first] = this.#mission.obstacles(task, start, waived)
    if (first !== undefined) return { requirement: first.requirement, unit: null, until: finite(first.until) }
    const late = this.#lateFor(task, start, waived)
    if (late !== null) return late
    const isLed = !task.needsLeader || team.some((m) => m.part === 'supported')
    if (!isLed && waived?.({ kind: 'leader' }, null) !== true) {
      return { requirement: { kind: 'leader' }, unit: null, until: null }
    }
    for (const need of task.needs) {
      const requirement = { kind: 'capability', capability: need.capability } as const
      if (this.#broughtBy(team, need) >= need.quantity || waived?.(requirement, null) === true) continue
      return { requirement, unit: null, until: null }
    }
    const leaders = [
      ...keptLeaders(task),
      ...team.flatMap((m) => (m.part === 'supported' ? (this.#model.units[m.unit]?.id ?? []) : [])),
    ]
    const asks = this.#keptOf(task, waived).map((ask) => ({ ...ask, leaders }))
    for (const { unit, part, brings } of team) {
      const stays = this.#staysAt(unit)
      if (stays === null) continue
      const assignment = assignmentOf(task, stays, part, brings)
      asks.push({ task, stays, part, brings: bringable(stays, brings), isWhole: true, leaders, waived, assignment })
      if (part === 'supported' && !task.leaders.includes(unit) && !this.#mayLead(task, stays)) {
        return { requirement: { kind: 'leader' }, unit, until: null }
      }
    }
    return this.#firstHeld(asks, start)
  }

  /** Asks one after the other, each with those before booked. */
  #firstHeld(asks: readonly Ask[], start: number): Obstacle | null {
    const booked: Stay[] = []
    let obstacle: Obstacle | null = null
    for (const ask of asks) {
      const next = this.#gate.next(ask, start)
      if (next !== start) {
        obstacle = { requirement: this.#gate.requirement(), unit: ask.stays.index, until: finite(next) }
        break
      }
      const slot = this.#gate.slotOf(ask, start)
      ask.stays.add(slot)
      booked.push({ stays: ask.stays, slot })
    }
    for (const { stays, slot } of booked) stays.remove(slot)
    return obstacle
  }

  #mayLead({ type }: Task, stays: UnitStays): boolean {
    const kind = this.#model.plan.get(stays.unit.component)?.kind
    return kind === undefined || type === undefined || type.components.includes(kind)
  }

  #nextKept(kept: readonly Ask[], start: number): number {
    for (const ask of kept) {
      const next = this.#gate.next(ask, start)
      if (next !== start) return next
    }
    return start
  }

  /** The units a task keeps, each once, as the check counts them. */
  #keptOf(task: Task, waived?: Waiver): readonly Ask[] {
    const known = this.#kept[task.index]
    if (known !== undefined) return waived === undefined ? known : known.map((ask) => ({ ...ask, waived }))
    const asks = keptAsks(this.#context, task, keptLeaders(task), undefined)
    this.#kept[task.index] = asks
    return waived === undefined ? asks : asks.map((ask) => ({ ...ask, waived }))
  }

  #book(task: Task, stays: UnitStays, assignment: Assignment, start: number): Stay {
    const slot = this.#context.booked(task.mission, assignment, start)
    stays.add(slot)
    return { stays, slot }
  }

  #staysAt(unit: number): UnitStays | null {
    const known = this.#staysOf[unit]
    if (known !== undefined) return known
    const id = this.#model.units[unit]?.id
    const stays = id === undefined ? null : this.#context.staysOf(id)
    this.#staysOf[unit] = stays
    return stays
  }

  #broughtBy(team: readonly Member[], { capability }: CapabilityQuantity): number {
    return team.reduce((sum, { unit, brings }) => {
      const has = quantityOf(this.#model.units[unit]?.capabilities ?? [], capability)
      return sum + Math.min(has, quantityOf(brings, capability))
    }, 0)
  }

  #basisOf({ index, type, mission, minutes }: Task, start: number): Id<'legal-basis'> | null {
    if (type?.needsLegalBasis !== true) return mission.legalBasis
    this.#bases[index] ??= basesFor(this.#context, mission)
    return basisAt(this.#context, this.#bases[index], start, minutes) ?? mission.legalBasis
  }
}

const finite = (time: number): number | null => (Number.isFinite(time) ? time : null)
