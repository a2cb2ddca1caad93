import { crewHoursPerDay, localDayOf, sortiesPerDay, vehiclesOf } from '../../../check/sortieLoad.ts'
import { DAY, HOUR } from '../../../time/planTime.ts'
import { offsetMinutes } from '../../../time/zone.ts'
import type { Ask } from './Ask.ts'
import type { TimetableContext } from './TimetableContext.ts'
import type { Booked } from './UnitStays.ts'

/** The rounding that the check allows in sums of hours. */
const EPSILON = 1e-9
const NO_LIMIT = Number.POSITIVE_INFINITY

/** How many vehicles a unit has left for a stay by its sorties and crews. `next` tells about the last question asked. */
export class Sorties {
  /** When it is worth asking again, where there is not one vehicle. */
  next = NO_LIMIT
  readonly #context: TimetableContext
  readonly #near: Booked[] = []
  readonly #midnights = new Map<number, number>()

  constructor(context: TimetableContext) {
    this.#context = context
  }

  /** Vehicles for which there are sorties on every day of a stay; infinite where the unit states no limit. */
  byDay({ stays, task }: Ask, start: number): number {
    const available = sortiesPerDay(stays.unit)
    if (available === null) return NO_LIMIT
    const end = start + task.minutes
    const [first, last] = [this.#day(start), this.#day(Math.max(start, end - 1))]
    if (Number.isNaN(first) || Number.isNaN(last)) return NO_LIMIT
    // Days of 25 h, and recovery that a slot ends later by.
    stays.touching(start - 2 * DAY, end + 2 * DAY, this.#near)
    const flights = this.#near.flatMap((slot) => {
      const vehicles = vehiclesOf(slot)
      const from = this.#day(slot.start)
      const to = this.#day(Math.max(slot.start, slot.missionEnd - 1))
      return vehicles > 0 && from <= last && to >= first ? [{ vehicles, from: Math.max(from, first), to }] : []
    })
    let most = 0
    let full = first - 1
    for (const day of new Set([first, ...flights.map((f) => f.from)])) {
      let asked = 0
      let until = last
      for (const flight of flights) {
        if (flight.from > day) until = Math.min(until, flight.from - 1)
        else if (flight.to >= day) {
          asked += flight.vehicles
          until = Math.min(until, flight.to)
        }
      }
      most = Math.max(most, asked)
      if (asked + 1 > available) full = Math.max(full, until)
    }
    this.next = available < 1 ? NO_LIMIT : this.#midnight(Math.max(full, first) + 1)
    return Math.max(0, available - most)
  }

  /** Vehicles for whose crews there are hours in every 24 h that touch a stay. */
  byCrews({ stays, task }: Ask, start: number): number {
    const available = crewHoursPerDay(this.#context, stays.unit)
    if (available === null) return NO_LIMIT
    const end = start + task.minutes
    stays.touching(start - 2 * DAY, end + 2 * DAY, this.#near)
    const windows = [start]
    for (const slot of this.#near) {
      if (vehiclesOf(slot) > 0 && slot.start > start - DAY && slot.start < end) windows.push(slot.start)
    }
    const loads = windows.flatMap((from) => {
      const own = (Math.min(end, from + DAY) - Math.max(start, from)) / HOUR
      return own > 0 ? [{ from, own, ...this.#crewLoad(from) }] : []
    })
    let vehicles = NO_LIMIT
    for (const { own, asked } of loads) {
      vehicles = Math.min(vehicles, Math.max(0, Math.floor((available + EPSILON - asked) / own)))
    }
    // Each window that is too full for one vehicle more takes at least so long to be less so.
    let next = start + 1
    for (const { from, own, asked, flying } of loads) {
      const excess = asked + (vehicles + 1) * own - available
      const rate = from === start ? flying : vehicles + 1
      if (excess > EPSILON)
        next = rate === 0 ? NO_LIMIT : Math.max(next, start + Math.ceil((excess * HOUR) / rate - 1e-6))
    }
    this.next = next
    return vehicles
  }

  /** Crew-hours that the stays near ask in 24 h from a time, and vehicles that fly in them. */
  #crewLoad(from: number): { readonly asked: number; readonly flying: number } {
    let asked = 0
    let flying = 0
    for (const slot of this.#near) {
      const minutes = Math.min(slot.missionEnd, from + DAY) - Math.max(slot.start, from)
      if (minutes <= 0) continue
      asked += (vehiclesOf(slot) * minutes) / HOUR
      flying += vehiclesOf(slot)
    }
    return { asked, flying }
  }

  #day(relative: number): number {
    return localDayOf(this.#context, relative)
  }

  /** First whole minute of a local day. */
  #midnight(day: number): number {
    const known = this.#midnights.get(day)
    if (known !== undefined) return known
    const utc = day * DAY * 60_000
    const zone = this.#context.plan.meta.timeZone
    const guess = Math.floor(this.#context.toRelative(utc - offsetMinutes(zone, utc) * 60_000)) - 2 * HOUR
    let at = guess
    // Clocks may be put forward or back that night.
    while (at < guess + 5 * HOUR && !(this.#day(at) >= day)) at += 1
    this.#midnights.set(day, at)
    return at
  }
}
