import { TRAVEL_TOLERANCE_MINUTES, wayFromLocation } from '../../../check/travelGap.ts'
import type { Ask } from './Ask.ts'
import type { TimetableContext } from './TimetableContext.ts'
import type { TravelTimes } from './TravelTimes.ts'
import type { Booked, UnitStays } from './UnitStays.ts'

type Place = Pick<Booked, 'mission' | 'no' | 'isLocated'>

/** Whether a unit that does not split can get to a mission in time and on to the next. */
export class Travel {
  readonly #context: TimetableContext
  readonly #times: TravelTimes

  constructor(context: TimetableContext, times: TravelTimes) {
    this.#context = context
    this.#times = times
  }

  /** The start itself where it can, else the first at which it may. `end` counts the recovery. */
  next({ stays }: Ask, place: Place, start: number, end: number): number {
    if (!place.isLocated) return start
    const { slots } = stays
    const count = stays.countBefore(start)
    const before = lastBefore(stays, count)
    if (before !== null) {
      if (before.end <= start) {
        const minutes = this.#times.minutes(stays, before, place)
        if (start - before.end + TRAVEL_TOLERANCE_MINUTES < minutes) return after(before.end, minutes)
      }
    } else {
      const arrival = this.#arrival(stays, place, start)
      if (arrival !== start) return arrival
    }
    for (let i = count; i < slots.length; i += 1) {
      const next = slots[i]!
      if (!next.isLocated) continue
      if (next.start < end) break
      const minutes = this.#times.minutes(stays, place, next)
      if (next.start - end + TRAVEL_TOLERANCE_MINUTES < minutes) return next.end
      break
    }
    return start
  }

  /** Minutes on the way to a stay that is booked; 0 where no way is known. */
  minutesTo(stays: UnitStays, slot: Booked): number {
    if (stays.unit.splittable || !slot.isLocated) return 0
    const before = lastBefore(stays, stays.slots.indexOf(slot))
    const minutes =
      before === null
        ? wayFromLocation(this.#context, stays.unit, slot.mission, slot.start)?.minutes
        : this.#times.minutes(stays, before, slot)
    return minutes === undefined || Number.isNaN(minutes) ? 0 : minutes
  }

  /** From where the unit is known to be by date, where this is its first mission. */
  #arrival(stays: UnitStays, { mission }: Place, start: number): number {
    const { location } = stays.unit.states
    if (location.length === 0) return start
    const way = wayFromLocation(this.#context, stays.unit, mission, start)
    if (way === null || start - way.since + TRAVEL_TOLERANCE_MINUTES >= way.minutes) return start
    const instant = this.#context.toInstant(start)
    const moved = location.find((state) => state.from > instant)
    const turn = moved === undefined ? Number.POSITIVE_INFINITY : Math.ceil(this.#context.toRelative(moved.from))
    return Math.min(after(way.since, way.minutes), turn)
  }
}

/** Of the first so many stays whose place is known the one that ends last, the first of equals. */
function lastBefore(stays: UnitStays, count: number): Booked | null {
  let last: Booked | null = null
  for (let i = count - 1; i >= 0; i -= 1) {
    if (last !== null && stays.reach[i]! < last.end) break
    const slot = stays.slots[i]!
    if (slot.isLocated && (last === null || slot.end >= last.end)) last = slot
  }
  return last
}

const after = (end: number, minutes: number): number => Math.ceil(end + minutes - TRAVEL_TOLERANCE_MINUTES)
