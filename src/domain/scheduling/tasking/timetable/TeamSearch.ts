import { quantityOf } from '../../../check/CheckContext.ts'
import type { CapabilityQuantity } from '../../../records/common.ts'
import type { Id } from '../../../records/ids.ts'
import type { Ask, Waiver } from './Ask.ts'
import { keptAsks, keptLeaders } from './keptAsks.ts'
import { type FreeUnits, TeamChoice } from './TeamChoice.ts'
import type { Member, Task, TaskingModel } from '../model/TaskingModel.ts'
import type { TimetableContext } from './TimetableContext.ts'
import { assignmentOf, type UnitGate } from './UnitGate.ts'
import type { Booked, UnitStays } from './UnitStays.ts'

/** What a unit costs for a task; low is preferred. Asked often. */
export type UnitPrices = (task: number, unit: number) => number

const NEVER = Number.POSITIVE_INFINITY
/** Teams tried at one start where units above and below each other get in each other's way. */
const MOST_TRIES = 6
/** Where units get in each other's way, starts so far apart are looked at, minutes. */
const STEP = 15

/** One unit that may serve the task asked about. */
interface Able {
  readonly ask: Ask
  readonly mayLead: boolean
  readonly maySupport: boolean
  /** For each need the place of it among what the unit would bring; -1 where it has none. */
  readonly places: readonly number[]
}

/** How many units go with one: all below it where it does not split; one that does gives way to those below it. */
const sizeOf = (isSplitting: boolean, below: number): number => (isSplitting ? (below > 0 ? 1.5 : 1) : 1 + below)

/** Looks for teams for one task after the other, remembering until when each unit is known not to be free. */
export class TeamSearch {
  /** When it is worth asking again after a start at which no team was found. */
  next = NEVER
  readonly #model: TaskingModel
  readonly #context: TimetableContext
  readonly #gate: UnitGate
  readonly #choice = new TeamChoice()
  readonly #free: FreeUnits = { count: 0, unit: [], price: [], size: [], mayLead: [], maySupport: [], amount: [] }
  readonly #able = new Map<string | Task, readonly Able[]>()
  #task: Task | null = null
  #needs: readonly CapabilityQuantity[] = []
  #needsLeader = false
  #list: readonly Able[] = []
  #prices: UnitPrices = () => 0
  #waived: Waiver | undefined = undefined
  readonly #busyUntil: number[] = []

  constructor(model: TaskingModel, context: TimetableContext, gate: UnitGate) {
    this.#model = model
    this.#context = context
    this.#gate = gate
  }

  /** Turns to a task; what was learned of another is forgotten. */
  begin(task: Task, prices: UnitPrices, waived: Waiver | undefined): void {
    this.#task = task
    this.#prices = prices
    this.#waived = waived
    this.#needs =
      waived === undefined
        ? task.needs
        : task.needs.filter(({ capability }) => !waived({ kind: 'capability', capability }, null))
    this.#needsLeader = task.needsLeader && waived?.({ kind: 'leader' }, null) !== true
    this.#list = waived === undefined ? this.#ableFor(task) : this.#listAble(task, this.#needs, waived)
    for (let i = 0; i < this.#list.length; i += 1) this.#busyUntil[i] = -NEVER
  }

  /** Units that may serve a task, each asked for all it may bring. */
  asksOf(task: Task, waived: Waiver | undefined): readonly Ask[] {
    return this.#listAble(task, task.needs, waived).map((able) => able.ask)
  }

  /** The team chosen at a start; null where there is none, and `next` says when to ask again. */
  teamAt(start: number, until: number): readonly Member[] | null {
    this.next = NEVER
    this.#gather(start, until)
    const task = this.#task
    if (task === null) return null
    const needs = this.#needs
    for (let turn = 0; turn < MOST_TRIES; turn += 1) {
      const mayServe = this.#isCommandAsked()
        ? (member: number, leader: number) => this.#isLed(member, leader, start)
        : null
      const team = this.#choice.choose(needs, this.#needsLeader, this.#free, mayServe)
      if (team === null) return null
      const wrong = this.#wrongIn(task, team, start)
      if (wrong === null) return team
      this.#leaveOut(wrong)
      this.next = Math.min(this.next, start + STEP)
    }
    return null
  }

  #gather(start: number, until: number): void {
    const free = this.#free
    const gate = this.#gate
    const width = this.#needs.length
    free.count = 0
    for (let i = 0; i < this.#list.length; i += 1) {
      const busy = this.#busyUntil[i]!
      if (busy > start) {
        if (busy < this.next) this.next = busy
        continue
      }
      const { ask, mayLead, maySupport, places } = this.#list[i]!
      const first = gate.first(ask, start, until)
      if (first !== start) {
        this.#busyUntil[i] = first
        if (first < this.next) this.next = first
        continue
      }
      if (gate.better < this.next) this.next = gate.better
      const at = free.count
      free.count += 1
      free.unit[at] = ask.stays.index
      free.price[at] = this.#prices(ask.task.index, ask.stays.index)
      free.size[at] = sizeOf(ask.stays.unit.splittable, this.#context.below(ask.stays).length)
      free.mayLead[at] = mayLead
      free.maySupport[at] = maySupport
      for (let k = 0; k < width; k += 1) {
        const place = places[k]!
        free.amount[at * width + k] = place < 0 ? 0 : gate.given[place]!
      }
    }
  }

  #leaveOut(unit: number): void {
    const free = this.#free
    const at = free.unit.indexOf(unit)
    if (at < 0 || at >= free.count) return
    const width = this.#needs.length
    free.mayLead[at] = false
    free.maySupport[at] = false
    for (let k = 0; k < width; k += 1) free.amount[at * width + k] = 0
  }

  /** A member that cannot serve once those before it do, or under their leader; null where all can. */
  #wrongIn(task: Task, team: readonly Member[], start: number): number | null {
    const leaders = team.flatMap((m) => (m.part === 'supported' ? (this.#model.units[m.unit]?.id ?? []) : []))
    const isShared = team.length > 1
    const keeps = task.kept.length > 0
    if (!isShared && !keeps) return null
    const all = [...keptLeaders(task), ...leaders]
    const booked: { stays: UnitStays; slot: Booked }[] = []
    let wrong: number | null = null
    const asks = [
      ...keptAsks(this.#context, task, all, this.#waived),
      ...team.flatMap((m) => this.#askOf(task, m, all)),
    ]
    for (const ask of asks) {
      if (this.#gate.next(ask, start) !== start) {
        // A kept unit that the new leader has no say over: another leader is needed.
        wrong =
          ask.assignment !== null && ask.stays.index >= 0 && team.some((m) => m.unit === ask.stays.index)
            ? ask.stays.index
            : (team[0]?.unit ?? null)
        break
      }
      const slot = this.#gate.slotOf(ask, start)
      ask.stays.add(slot)
      booked.push({ stays: ask.stays, slot })
    }
    for (const { stays, slot } of booked) stays.remove(slot)
    return wrong
  }

  #askOf(task: Task, { unit, part, brings }: Member, leaders: readonly Id<'unit'>[]): readonly Ask[] {
    const id = this.#model.units[unit]?.id
    const stays = id === undefined ? null : this.#context.staysOf(id)
    if (stays === null) return []
    const assignment = assignmentOf(task, stays, part, brings)
    return [{ task, stays, part, brings, isWhole: true, leaders, waived: this.#waived, assignment }]
  }

  #isCommandAsked(): boolean {
    return this.#context.plan.count('relationship') > 0 && this.#waived?.({ kind: 'command' }, null) !== true
  }

  #isLed(member: number, leader: number, start: number): boolean {
    const able = this.#list.find((a) => a.ask.stays.index === member)
    const id = this.#model.units[leader]?.id
    return able === undefined || id === undefined || this.#gate.canBeLed(able.ask, [...able.ask.leaders, id], start)
  }

  #ableFor(task: Task): readonly Able[] {
    const known = this.#able.get(task)
    if (known !== undefined) return known
    const able = this.#listAble(task, task.needs, undefined)
    this.#able.set(task, able)
    return able
  }

  #listAble(task: Task, needs: readonly CapabilityQuantity[], waived: Waiver | undefined): readonly Able[] {
    const leading = new Set(task.leaders)
    const supporting = new Set(task.supporters)
    const leaders = keptLeaders(task)
    return [...new Set([...task.leaders, ...task.supporters])].flatMap((index): Able[] => {
      const unit = this.#model.units[index]
      const stays = unit === undefined ? null : this.#context.staysOf(unit.id)
      if (unit === undefined || stays === null) return []
      const brings: CapabilityQuantity[] = []
      const places = needs.map(({ capability, quantity }) => {
        const most = Math.min(quantity, quantityOf(unit.capabilities, capability))
        return most > 0 ? brings.push({ capability, quantity: most }) - 1 : -1
      })
      const mayLead = leading.has(index)
      const part = mayLead ? 'supported' : 'supporting'
      const ask: Ask = { task, stays, part, brings, isWhole: false, leaders, waived, assignment: null }
      return [{ ask, mayLead, maySupport: supporting.has(index), places }]
    })
  }
}
