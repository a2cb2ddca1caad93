import type { Unit } from '../../records/unit.ts'
import { DAY, HOUR } from '../../time/planTime.ts'
import type { CheckContext, Slot } from '../CheckContext.ts'
import {
  CREW_TOLERANCE,
  crewHoursPerDay,
  crewWindows,
  flightsOf,
  localDayOf,
  sortieDays,
  sortiesPerDay,
  vehiclesOf,
} from '../sortieLoad.ts'
import { type DayAxis, dayIndexOf } from './dayAxis.ts'
import { type Steps, StepsBuilder } from './Steps.ts'

/** What is asked on each day of what there is on any. Days are counted from 1 January 1970. */
export interface DayLoad {
  readonly asked: Steps
  readonly available: number
}

/** Sorties; null for a unit that states no limit. */
export function sortieLoadOf(context: CheckContext, unit: Unit, slots: readonly Slot[]): DayLoad | null {
  const available = sortiesPerDay(unit)
  if (available === null) return null
  const asked = new StepsBuilder()
  for (const { firstDay, lastDay, asked: sorties } of sortieDays(context, slots)) {
    asked.push(firstDay, sorties)
    asked.push(lastDay + 1, 0)
  }
  return { asked: asked.build(), available }
}

/**
 * Crew-hours: of a day on which missions start the most that is asked in the 24 h from one of these starts, as the rule
 * counts; of any other what is flown on it.
 */
export function crewLoadOf(context: CheckContext, unit: Unit, slots: readonly Slot[], axis: DayAxis): DayLoad | null {
  const available = crewHoursPerDay(context, unit)
  if (available === null) return null
  const days = new Map<number, number>()
  for (const { start, asked } of crewWindows(slots)) {
    const day = localDayOf(context, start)
    days.set(day, Math.max(days.get(day) ?? 0, withoutTolerance(asked, available)))
  }
  const onward = flownOnward(slots, days, axis)
  const asked = new StepsBuilder()
  for (const [day, hours] of [...days, ...onward].sort(([a], [b]) => a - b)) {
    if (Number.isNaN(day)) continue
    asked.push(day, hours)
    asked.push(day + 1, 0)
  }
  return { asked: asked.build(), available }
}

/** What the rule takes for rounding is none over. */
const withoutTolerance = (asked: number, available: number): number =>
  asked > available && asked <= available + CREW_TOLERANCE ? available : asked

/** Hours flown on the days on which nothing starts. */
function flownOnward(
  slots: readonly Slot[],
  starts: ReadonlyMap<number, number>,
  axis: DayAxis,
): ReadonlyMap<number, number> {
  const flown = new Map<number, number>()
  for (const flight of flightsOf(slots)) {
    const first = dayIndexOf(axis, flight.start)
    for (let i = first; i < axis.edges.length - 1; i += 1) {
      const from = axis.edges[i] ?? 0
      if (from >= flight.missionEnd) break
      const day = axis.firstDay + i
      if (starts.has(day)) continue
      const to = Math.min(flight.missionEnd, axis.edges[i + 1] ?? from, from + DAY)
      const hours = (vehiclesOf(flight) * Math.max(0, to - Math.max(from, flight.start))) / HOUR
      flown.set(day, (flown.get(day) ?? 0) + hours)
    }
  }
  return flown
}

/** Indexes of the days of an axis on which more is asked than there is, ascending. */
export function daysOver({ asked, available }: DayLoad, axis: DayAxis): readonly number[] {
  const days: number[] = []
  for (const [i, day] of asked.at.entries()) {
    if ((asked.values[i] ?? 0) <= available) continue
    const first = Math.max(0, day - axis.firstDay)
    const end = Math.min(axis.edges.length - 1, (asked.at[i + 1] ?? day + 1) - axis.firstDay)
    for (let at = first; at < end; at += 1) days.push(at)
  }
  return days
}
