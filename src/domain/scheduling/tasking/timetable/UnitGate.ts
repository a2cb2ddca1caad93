import { outsideFor } from '../../../check/outsideFor.ts'
import { vehiclesOf } from '../../../check/sortieLoad.ts'
import { strangerOn } from '../../../check/strangerOn.ts'
import type { Area } from '../../../geo/Area.ts'
import type { Assignment } from '../../../records/assignment.ts'
import type { CapabilityQuantity } from '../../../records/common.ts'
import { type Id, makeId } from '../../../records/ids.ts'
import type { Ask } from './Ask.ts'
import { Hierarchy } from './Hierarchy.ts'
import { OwnStays } from './OwnStays.ts'
import { Sorties } from './Sorties.ts'
import { Supply } from './Supply.ts'
import type { Requirement, Task } from '../model/TaskingModel.ts'
import type { TimetableContext } from './TimetableContext.ts'
import { Travel } from './Travel.ts'
import type { TravelTimes } from './TravelTimes.ts'
import { nextTurn, type TurnTimes } from './turnTimes.ts'
import type { Booked, UnitStays } from './UnitStays.ts'
import { nextInWindow } from './unitWindows.ts'

/** Times asked on the way to a start before the rest is left to another turn. */
const MOST_TURNS = 200
const NEVER = Number.POSITIVE_INFINITY
const ASSIGNMENT = makeId('assignment', 'proposed')

type UnitKind = 'allocation' | 'readiness' | 'area' | 'command' | 'travel' | 'sorties' | 'crews' | 'supply'

/** What stands between one unit and one task at a start, of all that the check looks at. The fields tell about the last question. */
export class UnitGate {
  /** Of each amount that would be brought, what can be. */
  readonly given: number[] = []
  /** What is in the way, where something is. */
  kind: UnitKind | 'busy' = 'busy'
  other: Id<'mission'> | null = null
  /** When more than `given` may be had. */
  better = NEVER
  readonly travel: Travel
  readonly #context: TimetableContext
  readonly #turns: TurnTimes
  readonly #own = new OwnStays()
  readonly #hierarchy: Hierarchy
  readonly #sorties: Sorties
  readonly #supply: Supply
  readonly #inside = new WeakMap<readonly Area[], Map<Task, boolean>>()

  constructor(context: TimetableContext, turns: TurnTimes, times: TravelTimes) {
    this.#context = context
    this.#turns = turns
    this.#hierarchy = new Hierarchy(context, turns.superiors)
    this.#sorties = new Sorties(context)
    this.#supply = new Supply(context)
    this.travel = new Travel(context, times)
  }

  requirement(): Requirement {
    const { kind } = this
    if (kind !== 'busy') return { kind }
    return this.other === null ? { kind: 'allocation' } : { kind, other: this.other }
  }

  /** The first start from one on that the unit can take with some of what is asked, as far as it is worth looking. */
  first(ask: Ask, from: number, until: number): number {
    let start = from
    for (let turn = 0; turn < MOST_TURNS; turn += 1) {
      const next = this.next(ask, start)
      if (next === start) return start
      start = next
      if (!(start <= until)) return NEVER
    }
    return start
  }

  /** The start itself where the unit can take it, else a later one before which it cannot. */
  next(ask: Ask, start: number): number {
    const { task, stays, brings } = ask
    const { minutes } = task
    this.better = NEVER
    for (let k = 0; k < brings.length; k += 1) this.given[k] = brings[k]!.quantity
    let next = nextInWindow(stays.allocated, start, minutes)
    if (next !== start && this.#isHeld(ask, 'allocation')) return next
    next = nextInWindow(stays.ready, start, minutes)
    if (next !== start && this.#isHeld(ask, 'readiness')) return next
    if (!this.#isInside(ask, start) && this.#isHeld(ask, 'area')) return nextTurn(this.#turns.areas, start)
    if (!this.canBeLed(ask, ask.leaders, start) && this.#isHeld(ask, 'command')) {
      return nextTurn(this.#turns.commands, start)
    }
    const end = start + minutes + this.#context.recoveryMinutes
    next = this.#nextFree(ask, start, end)
    if (next !== start) return next
    const isSpecial = stays.unit.sorties !== null || stays.unit.supplyDays !== undefined
    const isConcerned = this.#hierarchy.isConcerned(stays, start, end)
    if (!isSpecial && !isConcerned) return start
    next = this.#nextBySorties(ask, start)
    if (next !== start) return next
    const slot = this.slotOf(ask, start)
    if (isConcerned) {
      next = this.#hierarchy.next(ask, slot)
      if (next !== start) {
        this.kind = 'busy'
        this.other = this.#hierarchy.other
        return next
      }
    }
    next = this.#supply.next(stays, slot)
    return next !== start && this.#isHeld(ask, 'supply') ? next : start
  }

  /** Whether leaders have a say over the unit at a start. */
  canBeLed({ stays }: Ask, leaders: readonly Id<'unit'>[], start: number): boolean {
    return leaders.length === 0 || strangerOn(this.#context, stays.unit, leaders, start) === null
  }

  /** The stay as it would be booked with what was found to be left at the last question. */
  slotOf({ task, stays, part, brings, assignment }: Ask, start: number): Booked {
    if (assignment !== null) return this.#context.booked(task.mission, assignment, start)
    const given = brings.flatMap(({ capability }, k): CapabilityQuantity[] => {
      const quantity = this.given[k] ?? 0
      return quantity > 0 ? [{ capability, quantity }] : []
    })
    return this.#context.booked(task.mission, assignmentOf(task, stays, part, given), start)
  }

  #isHeld({ waived, stays }: Ask, kind: UnitKind): boolean {
    if (waived?.({ kind }, stays.index) === true) return false
    this.kind = kind
    this.other = null
    return true
  }

  #nextFree(ask: Ask, start: number, end: number): number {
    const { stays, task } = ask
    if (!stays.unit.splittable) {
      const next = this.#own.nextWhole(ask, start, end)
      if (next !== start) {
        this.kind = 'busy'
        this.other = this.#own.other
        return next
      }
    } else if (ask.brings.length > 0) {
      this.#own.limit(ask, this.given, start, end)
      this.better = this.#own.better
      if (this.#isTooLittle(ask)) {
        this.kind = 'busy'
        this.other = this.#own.other
        return later(this.better, start)
      }
    }
    if (ask.brings.length > 0) {
      this.#hierarchy.limit(ask, this.given, start, end)
      this.better = Math.min(this.better, this.#hierarchy.better)
      if (this.#isTooLittle(ask)) {
        this.kind = 'busy'
        this.other = this.#hierarchy.other
        return later(this.better, start)
      }
    }
    if (stays.unit.splittable) return start
    const place = this.#placeOf(task)
    const next = this.#travelNext(ask, place, start, end)
    return next
  }

  #travelNext(ask: Ask, place: Place, start: number, end: number): number {
    const next = this.travel.next(ask, place, start, end)
    return next !== start && this.#isHeld(ask, 'travel') ? later(next, start) : start
  }

  #nextBySorties(ask: Ask, start: number): number {
    if (ask.stays.unit.sorties === null || ask.part === 'reserve') return start
    const byDay = this.#sorties.byDay(ask, start)
    const dayNext = this.#sorties.next
    if (this.#isOver(ask, byDay) && this.#isHeld(ask, 'sorties')) return later(dayNext, start)
    const byCrews = this.#sorties.byCrews(ask, start)
    if (this.#isOver(ask, byCrews) && this.#isHeld(ask, 'crews')) return later(this.#sorties.next, start)
    return start
  }

  /** Lowers what is given to so many vehicles; whether that is less than is needed to go at all. */
  #isOver(ask: Ask, vehicles: number): boolean {
    const { brings, isWhole, waived, stays } = ask
    if (vehicles === NEVER) return false
    if (waived !== undefined && (waived({ kind: 'sorties' }, stays.index) || waived({ kind: 'crews' }, stays.index))) {
      return vehicles < 1
    }
    if (vehicles < 1) return true
    if (ask.assignment !== null) return vehiclesOf({ assignment: ask.assignment }) > vehicles
    for (let k = 0; k < brings.length; k += 1) {
      if (this.given[k]! <= vehicles) continue
      if (isWhole) return true
      this.given[k] = vehicles
      this.better = Math.min(this.better, this.#sorties.next)
    }
    return false
  }

  /** Whether what is left is nothing, or less than all where all is asked. */
  #isTooLittle({ brings, isWhole }: Ask): boolean {
    let isNothing = true
    for (let k = 0; k < brings.length; k += 1) {
      if (isWhole && this.given[k]! < brings[k]!.quantity) return true
      if (this.given[k]! > 0) isNothing = false
    }
    return isNothing
  }

  #isInside({ task, stays }: Ask, start: number): boolean {
    const areas = this.#context.areas()
    if (areas.isEmpty) return true
    const bounds = areas.boundsOf(stays.unit, task.mission, start, this.#context.toInstant(start))
    if (bounds === null) return true
    let known = this.#inside.get(bounds.areas)
    if (known === undefined) {
      known = new Map()
      this.#inside.set(bounds.areas, known)
    }
    let isInside = known.get(task)
    if (isInside === undefined) {
      isInside = outsideFor(this.#context.plan, task.mission, bounds.areas) === null
      known.set(task, isInside)
    }
    return isInside
  }

  #places = new Map<Task, Place>()

  #placeOf(task: Task): Place {
    const known = this.#places.get(task)
    if (known !== undefined) return known
    const { mission, no, isLocated } = this.#context.booked(task.mission, assignmentOf(task, null, 'reserve', []), 0)
    const place = { mission, no, isLocated }
    this.#places.set(task, place)
    return place
  }
}

type Place = Pick<Booked, 'mission' | 'no' | 'isLocated'>

const later = (next: number, start: number): number => (next > start ? next : start + 1)

export function assignmentOf(
  { mission }: Task,
  stays: UnitStays | null,
  part: Assignment['part'],
  brings: readonly CapabilityQuantity[],
): Assignment {
  const unit = stays === null ? makeId('unit', 'nobody') : stays.unit.id
  return {
    id: ASSIGNMENT,
    createdRevision: 0,
    updatedRevision: 0,
    mission: mission.id,
    unit,
    part,
    brings: brings as CapabilityQuantity[],
  }
}
