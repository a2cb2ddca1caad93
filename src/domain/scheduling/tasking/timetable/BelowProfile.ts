import { quantityOf } from '../../../check/CheckContext.ts'
import { superiorAt } from '../../../plan/unitStates.ts'
import type { Id } from '../../../records/ids.ts'
import type { TimetableContext } from './TimetableContext.ts'
import { nextTurn } from './turnTimes.ts'
import type { Booked, UnitStays } from './UnitStays.ts'

/** Beyond so many stays at once the check counts more roughly; so does who asks here, by the check's own function. */
const MOST_STAYS = 400
/** As deep as the check reads. */
const MAX_DEPTH = 24

/** What is asked of those below a unit at the worst moment of a time. */
export interface Worst {
  peak: number
  /** When what is over the room asked for last begins to be over; -Infinity where nothing is. */
  last: number
  /** The first end after that of anything that binds then. */
  until: number
  /** Of what binds then the mission that ends first. */
  other: Id<'mission'> | null
}

interface Era {
  readonly children: ReadonlyMap<Id<'unit'>, readonly UnitStays[]>
}

/**
 * Sums of what units below a unit take out of it, by the check's way of counting (`loadsBelow`), for times in which nobody
 * comes under another superior: one that does not split takes all it has while away, and those below it what goes beyond.
 */
export class BelowProfile {
  readonly #context: TimetableContext
  readonly #turns: readonly number[]
  readonly #eras = new Map<number, Era | null>()
  readonly #touching: Booked[] = []

  constructor(context: TimetableContext, turns: readonly number[]) {
    this.#context = context
    this.#turns = turns
  }

  /**
   * The worst of a time for one capability: what those below take on missions but one, and, where `own` is given, what the
   * unit's own stays but that one bind besides. `room` is what may be bound. Null where the check has to be asked.
   */
  worst(
    stays: UnitStays,
    capability: string,
    room: number,
    start: number,
    end: number,
    except: Id<'mission'>,
    own: Booked | null | undefined,
  ): Worst | null {
    if (nextTurn(this.#turns, start) < end) return null
    const era = this.#eraAt(start)
    if (era === null) return null
    const below = this.#context.below(stays)
    const moments = [start]
    let count = 0
    for (const one of own === undefined ? below : [...below, stays]) {
      if (!one.isTouched(start, end)) continue
      one.touching(start, end, this.#touching)
      count += this.#touching.length
      for (const slot of this.#touching) if (slot.start > start) moments.push(slot.start)
    }
    if (count > MOST_STAYS) return null
    const worst: Worst = { peak: 0, last: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY, other: null }
    for (const at of moments) {
      let sum = this.#below(era, stays, capability, at, except, 0)
      if (own !== undefined) sum += boundAt(stays, capability, at, except, own)
      if (sum > worst.peak) worst.peak = sum
      if (sum > room && at > worst.last) worst.last = at
    }
    if (worst.last >= start) {
      for (const one of own === undefined ? below : [...below, stays]) {
        if (!one.isTouched(worst.last, worst.last + 1)) continue
        one.touching(worst.last, worst.last + 1, this.#touching)
        for (const slot of this.#touching) {
          if (slot === own || slot.mission.id === except || slot.end >= worst.until || slot.end <= worst.last) continue
          worst.until = slot.end
          worst.other = slot.mission.id
        }
      }
    }
    return worst
  }

  #below(era: Era, superior: UnitStays, capability: string, at: number, except: Id<'mission'>, depth: number): number {
    const children = depth > MAX_DEPTH ? undefined : era.children.get(superior.unit.id)
    if (children === undefined) return 0
    let sum = 0
    for (const unit of children) {
      const beneath = this.#below(era, unit, capability, at, except, depth + 1)
      if (unit.unit.splittable) {
        const own = boundAt(unit, capability, at, except, null)
        sum += own + beneath > 0 ? Math.min(unit.has(capability), own + beneath) : 0
      } else sum += isAway(unit, at, except) ? Math.max(unit.has(capability), beneath) : beneath
    }
    return sum
  }

  /** Null where superiors go round in a circle then. */
  #eraAt(time: number): Era | null {
    const key = nextTurn(this.#turns, time)
    const known = this.#eras.get(key)
    if (known !== undefined) return known
    const era = this.#makeEra(this.#context.toInstant(time))
    this.#eras.set(key, era)
    return era
  }

  #makeEra(instant: number): Era | null {
    const children = new Map<Id<'unit'>, UnitStays[]>()
    const { plan } = this.#context
    for (const unit of plan.all('unit')) {
      const superior = superiorAt(unit, instant)
      let depth = 0
      for (let up: Id<'unit'> | null = superior; up !== null; depth += 1) {
        if (depth > MAX_DEPTH) return null
        const next = plan.get(up)
        up = next === undefined ? null : superiorAt(next, instant)
      }
      const stays = superior === null ? null : this.#context.staysOf(unit.id)
      if (superior === null || stays === null) continue
      const list = children.get(superior)
      if (list === undefined) children.set(superior, [stays])
      else list.push(stays)
    }
    return { children }
  }
}

function isAway(stays: UnitStays, at: number, except: Id<'mission'>): boolean {
  const { slots, reach } = stays
  for (let i = stays.countBefore(at + 1) - 1; i >= 0 && reach[i]! > at; i -= 1) {
    const slot = slots[i]!
    if (slot.end > at && slot.start <= at && slot.mission.id !== except) return true
  }
  return false
}

function boundAt(
  stays: UnitStays,
  capability: string,
  at: number,
  except: Id<'mission'>,
  apart: Booked | null,
): number {
  const { slots, reach } = stays
  let sum = 0
  for (let i = stays.countBefore(at + 1) - 1; i >= 0 && reach[i]! > at; i -= 1) {
    const slot = slots[i]!
    if (slot === apart || slot.end <= at || slot.start > at || slot.mission.id === except) continue
    sum += quantityOf(slot.assignment.brings, capability)
  }
  return sum
}
