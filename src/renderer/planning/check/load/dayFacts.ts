import type { CheckContext } from '../../../../domain/check/CheckContext.ts'
import type { Finding } from '../../../../domain/check/Finding.ts'
import type { LoadSeries, PlanLoads } from '../../../../domain/check/loadSeries.ts'
import { loadCells } from '../../../../domain/check/series/loadCells.ts'
import { type StayIn, staysIn } from '../../../../domain/check/series/staysIn.ts'
import { highestIn, valueAt } from '../../../../domain/check/series/Steps.ts'
import { type Id, isIdOf } from '../../../../domain/records/ids.ts'
import { daySpan } from './loadWords.ts'

/** The numbers of one day of one row. */
export interface DayNumbers {
  /** Bound of ready time; null where there is none. */
  readonly share: number | null
  /** Highest at any moment of the day. */
  readonly highest: number
  readonly state: 'ready' | 'not-ready' | 'not-allocated'
  readonly isOutside: boolean
  readonly sorties: number | null
  readonly crewHours: number | null
  readonly isOver: boolean
}

export function dayNumbers(load: LoadSeries, { axis }: PlanLoads, day: number): DayNumbers {
  const { start, end } = daySpan(axis, day)
  const [cell] = loadCells(load, axis, [start, end])
  const at = axis.firstDay + day
  return {
    share: cell?.state === 'ready' ? cell.share : null,
    highest: highestIn(load.share, start, end),
    state: cell?.state ?? 'not-allocated',
    isOutside: cell?.isOutside ?? false,
    sorties: load.sorties === null ? null : valueAt(load.sorties.asked, at),
    crewHours: load.crewHours === null ? null : valueAt(load.crewHours.asked, at),
    isOver: load.overDays.includes(day),
  }
}

/** Units whose missions a row shows: its own, and those below it. */
function unitsOfRow(context: CheckContext, id: Id<'component' | 'unit'>): readonly Id<'unit'>[] {
  if (isIdOf('unit', id)) return [id]
  return context.plan.indexes.unitsOfComponent.get(id).map((unit) => unit.id)
}

export function missionsOfDay(
  context: CheckContext,
  { axis }: PlanLoads,
  id: Id<'component' | 'unit'>,
  day: number,
): readonly StayIn[] {
  const seen = new Set<string>()
  return staysIn(context, unitsOfRow(context, id), daySpan(axis, day)).filter(({ mission }) => {
    if (seen.has(mission)) return false
    seen.add(mission)
    return true
  })
}

/** Findings about a row's own unit that touch a day: they name the day, or a mission of it. */
export function findingsOfDay(
  findings: readonly Finding[],
  missions: readonly StayIn[],
  { axis }: PlanLoads,
  day: number,
): readonly Finding[] {
  const ofDay = new Set<Id>(missions.map((stay) => stay.mission))
  return findings.filter(({ params, records }) => {
    const { firstDay, lastDay } = params
    if (typeof firstDay === 'number' && typeof lastDay === 'number') {
      return axis.firstDay + day >= firstDay && axis.firstDay + day <= lastDay
    }
    return records.some((id) => ofDay.has(id))
  })
}

/** Units of a row, itself left out, that are over a limit on a day. */
export function unitsOverOn(
  context: CheckContext,
  { units }: PlanLoads,
  id: Id<'component' | 'unit'>,
  day: number,
): readonly Id<'unit'>[] {
  const over: Id<'unit'>[] = []
  const open = [...unitsOfRow(context, id)]
  const seen = new Set<Id>()
  for (let i = 0; i < open.length; i += 1) {
    const unit = open[i]
    if (unit === undefined || seen.has(unit)) continue
    seen.add(unit)
    if (unit !== id && units.get(unit)?.overDays.includes(day) === true) over.push(unit)
    for (const below of context.plan.indexes.subordinatesEver.get(unit)) open.push(below.id)
  }
  return over
}
