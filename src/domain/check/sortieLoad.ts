import type { Id } from '../records/ids.ts'
import type { Unit } from '../records/unit.ts'
import { DAY, HOUR } from '../time/planTime.ts'
import { offsetMinutes } from '../time/zone.ts'
import type { CheckContext, Slot } from './CheckContext.ts'
import { LAST_MINUTE } from './fit.ts'
import { compareText } from './load.ts'

/** What one stay asks of the unit's aircraft or boats. */
export interface SortieShare {
  readonly mission: Id<'mission'>
  readonly amount: number
}

/** Days in a row, counted from 1 January 1970 by the plan's clocks, on which the same missions ask more than there is. */
export interface DayExcess {
  readonly firstDay: number
  readonly lastDay: number
  /** Sorties a day. */
  readonly asked: number
  /** The latest to start first. */
  readonly shares: readonly SortieShare[]
}

/** Twenty-four hours from the start of a stay in which more crew-hours are asked than the crews may work. */
export interface CrewExcess {
  readonly mission: Id<'mission'>
  readonly start: number
  /** Crew-hours. */
  readonly asked: number
  readonly shares: readonly SortieShare[]
}

/** The part of a stay that the rule counts. */
export type Flight = Pick<Slot, 'mission' | 'assignment' | 'start' | 'missionEnd'>

/** As many as a record may state. */
const MOST_VEHICLES = 100_000

/** Shares told of in one finding. */
const MOST_SHARES = 12

const DAY_MS = DAY * 60_000

/** Farthest instant a Date holds, less two days for the zone. */
const LAST_INSTANT = 8.64e15 - 2 * DAY_MS

/** Aircraft or boats a stay takes: the most it brings of anything, at least one; a unit held in reserve flies none. */
export function vehiclesOf({ assignment }: Pick<Slot, 'assignment'>): number {
  if (assignment.part === 'reserve') return 0
  let most = 1
  for (const { quantity } of assignment.brings) if (quantity > most) most = quantity
  return Math.min(most, MOST_VEHICLES)
}

/** Whole sorties a unit can fly on one day; none where the unit states no limit. */
export function sortiesPerDay({ sorties }: Unit): number | null {
  if (sorties === null) return null
  const flown = ((sorties.vehicles * sorties.availablePercent) / 100) * sorties.turnsPerDay
  return Number.isFinite(flown) && flown >= 0 ? Math.floor(flown + 1e-9) : null
}

/** Crew-hours of a unit in any 24 h: duty, as far as the rest that must follow it leaves room. */
export function crewHoursPerDay(context: CheckContext, { sorties }: Unit): number | null {
  const { dutyHours, restHours, perVehicle } = context.crews
  const hours = (sorties?.vehicles ?? Number.NaN) * perVehicle * Math.min(dutyHours, Math.max(0, 24 - restHours))
  return Number.isFinite(hours) && hours >= 0 ? hours : null
}

/** Stays of usable times that take aircraft or boats, by start. */
export function flightsOf(slots: readonly Flight[]): readonly Flight[] {
  return slots
    .filter((s) => vehiclesOf(s) > 0 && Math.abs(s.start) <= LAST_MINUTE && s.missionEnd <= 2 * LAST_MINUTE)
    .sort((a, b) => a.start - b.start || compareText(a.mission.id, b.mission.id))
}

/** Day of a planned time by the plan's clocks, counted from 1 January 1970; NaN where no clock goes so far. */
export function localDayOf(context: CheckContext, relative: number): number {
  const instant = context.toInstant(relative)
  if (!(Math.abs(instant) <= LAST_INSTANT)) return Number.NaN
  return Math.floor((instant + offsetMinutes(context.plan.meta.timeZone, instant) * 60_000) / DAY_MS)
}

/** Days in a row on which the same stays ask sorties; days on which none is asked are left out. */
interface SortieDays extends Omit<DayExcess, 'shares'> {
  /** By start. */
  readonly flying: ReadonlySet<SortieShare>
}

/** What a unit's stays ask of sorties, day by day: each stay asks on each day it touches. */
export function* sortieDays(context: CheckContext, slots: readonly Flight[]): Generator<SortieDays> {
  const turns = new Map<number, { readonly begins: SortieShare[]; readonly ends: SortieShare[] }>()
  const turnAt = (day: number) => {
    const turn = turns.get(day) ?? { begins: [], ends: [] }
    turns.set(day, turn)
    return turn
  }
  for (const flight of flightsOf(slots)) {
    const first = localDayOf(context, flight.start)
    const last = localDayOf(context, Math.max(flight.start, flight.missionEnd - 1))
    if (Number.isNaN(first) || Number.isNaN(last)) continue
    const share = { mission: flight.mission.id, amount: vehiclesOf(flight) }
    turnAt(first).begins.push(share)
    turnAt(last + 1).ends.push(share)
  }
  const flying = new Set<SortieShare>()
  let asked = 0
  const days = [...turns.keys()].sort((a, b) => a - b)
  for (const [i, day] of days.entries()) {
    for (const share of turns.get(day)?.ends ?? []) if (flying.delete(share)) asked -= share.amount
    for (const share of turns.get(day)?.begins ?? []) {
      flying.add(share)
      asked += share.amount
    }
    if (flying.size > 0) yield { firstDay: day, lastDay: (days[i + 1] ?? day + 1) - 1, asked, flying }
  }
}

/** Days on which a unit's stays ask more sorties than it can fly. */
export function dayExcesses(context: CheckContext, unit: Unit, slots: readonly Flight[]): readonly DayExcess[] {
  const available = sortiesPerDay(unit)
  if (available === null) return []
  const excesses: DayExcess[] = []
  for (const { firstDay, lastDay, asked, flying } of sortieDays(context, slots)) {
    if (asked <= available) continue
    excesses.push({ firstDay, lastDay, asked, shares: [...flying].slice(-MOST_SHARES).toReversed() })
  }
  return excesses
}

/** Crew-hours asked in the 24 h from the start of each stay. */
export function* crewWindows(slots: readonly Flight[]): Generator<CrewExcess> {
  const flights = flightsOf(slots)
  let open: readonly Flight[] = []
  for (const [i, flight] of flights.entries()) {
    const { start } = flight
    open = [...open.filter((f) => f.missionEnd > start), flight]
    const within = [...open]
    for (let n = i + 1; n < flights.length; n += 1) {
      const later = flights[n]
      if (later === undefined || later.start >= start + DAY) break
      within.push(later)
    }
    const shares = within.map((f) => {
      const minutes = Math.min(f.missionEnd, start + DAY) - Math.max(f.start, start)
      return { mission: f.mission.id, amount: (vehiclesOf(f) * Math.max(0, minutes)) / HOUR }
    })
    yield { mission: flight.mission.id, start, asked: shares.reduce((sum, s) => sum + s.amount, 0), shares }
  }
}

/** Less than this over what there is comes of rounding, crew-hours. */
export const CREW_TOLERANCE = 1e-9

/** Stays from whose start on more crew-hours are asked in 24 h than the unit's crews may work. */
export function crewExcesses(context: CheckContext, unit: Unit, slots: readonly Flight[]): readonly CrewExcess[] {
  const available = crewHoursPerDay(context, unit)
  if (available === null) return []
  const excesses: CrewExcess[] = []
  for (const window of crewWindows(slots)) {
    if (window.asked <= available + CREW_TOLERANCE) continue
    excesses.push({ ...window, shares: window.shares.slice(0, MOST_SHARES) })
  }
  return excesses
}
