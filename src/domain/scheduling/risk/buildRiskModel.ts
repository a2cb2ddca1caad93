import { parameter, seasonMonths } from '../../check/parameters.ts'
import { isScheduled, type ScheduledMission } from '../../plan/missionTimes.ts'
import type { PlanReader } from '../../plan/PlanDocument.ts'
import { readinessAt } from '../../plan/unitStates.ts'
import type { Id } from '../../records/ids.ts'
import { toInstant, toRelative } from '../../time/planTime.ts'
import { offsetMinutes } from '../../time/zone.ts'
import { orderEvents } from './orderEvents.ts'
import { plannedArcs } from './riskArcs.ts'
import type { RiskGroup, RiskModel, RiskSeason, RiskTask, RiskUnit } from './RiskModel.ts'

/** Places in `seasons` of a model made here. */
const RAINS = 0
const LOW_WATER = 1

/** What ends later than this many months after the plan's horizon counts as of the last one. */
const MONTHS_AFTER = 24

/**
 * What of a plan the simulation needs: its scheduled missions with their estimates, what waits for what, units with the
 * chance that they fail, seasons, and the phases, objectives, decision points and missions with a date that are asked about.
 * How likely units fail and how far seasons stretch work are parameters of the plan (`risk-…`), with their sources.
 */
export function buildRiskModel(plan: PlanReader): RiskModel {
  const scheduled = new Map<Id, ScheduledMission>()
  for (const mission of plan.all('mission')) if (isScheduled(mission)) scheduled.set(mission.id, mission)
  const { missions, events, kept, dropped } = orderEvents(scheduled.values(), plannedArcs(plan, scheduled))
  const place = new Map<Id, number>(missions.map((m, i) => [m.id, i]))
  const units: Id<'unit'>[] = []
  const placeOfUnit = new Map<Id, number>()
  const unitsOf = (mission: ScheduledMission): RiskUnit[] =>
    unitsAt(plan, mission).map(({ id, failure }) => {
      const known = placeOfUnit.get(id) ?? units.push(id) - 1
      placeOfUnit.set(id, known)
      return { unit: known, failure }
    })
  return {
    tasks: missions.map((mission) => taskOf(plan, mission, unitsOf(mission))),
    arcs: kept.map(({ from, to, kind, lag, because }) => {
      return { from: place.get(from) ?? 0, to: place.get(to) ?? 0, kind, lag, because }
    }),
    events,
    units,
    groups: groupsOf(plan, missions, place),
    seasons: seasonsOf(plan),
    seasonCorrelation: Math.min(1, parameter(plan, 'risk-season-correlation-percent') / 100),
    months: monthsOf(plan, missions),
    failureDelay: parameter(plan, 'risk-failure-delay-hours') * 60,
    ignored: dropped.flatMap(({ dependency }) => (dependency === null ? [] : [dependency])),
  }
}

function taskOf(plan: PlanReader, mission: ScheduledMission, units: readonly RiskUnit[]): RiskTask {
  const components = plan.get(mission.type)?.components ?? []
  const isOnRivers = components.length > 0 && components.every((component) => component === 'naval')
  return {
    id: mission.id,
    notBefore: mission.start,
    duration: mission.duration,
    season: isOnRivers ? LOW_WATER : RAINS,
    units,
  }
}

/** Units that are held in reserve are not waited for; a unit whose readiness nobody stated does not fail. */
function unitsAt(plan: PlanReader, mission: ScheduledMission): { id: Id<'unit'>; failure: number }[] {
  const instant = toInstant(mission.start, plan.meta.hHour)
  const worst = Math.min(1, parameter(plan, 'risk-failure-percent') / 100)
  return plan.indexes.assignmentsOfMission.get(mission.id).flatMap(({ unit: id, part }) => {
    const unit = part === 'reserve' ? undefined : plan.get(id)
    if (unit === undefined) return []
    const readiness = readinessAt(unit, instant) ?? 100
    return [{ id, failure: worst * (1 - Math.min(100, Math.max(0, readiness)) / 100) }]
  })
}

function seasonsOf(plan: PlanReader): RiskSeason[] {
  const stretch = (key: 'risk-rains-stretch-percent' | 'risk-low-water-stretch-percent'): number =>
    parameter(plan, key) / 100
  return [
    { months: seasonMonths(plan, 'rains'), stretch: stretch('risk-rains-stretch-percent') },
    { months: seasonMonths(plan, 'low-water'), stretch: stretch('risk-low-water-stretch-percent') },
  ]
}

function groupsOf(
  plan: PlanReader,
  missions: readonly ScheduledMission[],
  place: ReadonlyMap<Id, number>,
): RiskGroup[] {
  const groups: RiskGroup[] = []
  const add = (id: string, members: readonly Id[], due: number | null): void => {
    const tasks = members.flatMap((member) => place.get(member) ?? [])
    if (tasks.length > 0) groups.push({ id, tasks, due })
  }
  for (const { key, to } of plan.meta.phases) {
    add(
      `phase:${key}`,
      missions.filter((m) => m.phase === key).map((m) => m.id),
      to,
    )
  }
  for (const { id } of plan.all('objective')) {
    add(
      id,
      plan.indexes.missionsOfObjective.get(id).map((m) => m.id),
      null,
    )
  }
  for (const { id, missions: members, latest } of plan.all('decision-point')) add(id, members, latest)
  for (const { id, latest } of missions) if (latest !== null) add(id, [id], latest)
  return groups
}

/** First minutes of the months, in the plan's zone, from that of the first mission on. */
function monthsOf(plan: PlanReader, missions: readonly ScheduledMission[]): RiskModel['months'] {
  const { hHour, horizon, timeZone } = plan.meta
  const first = missions.reduce((least, m) => Math.min(least, m.start), horizon.from)
  const last = missions.reduce((most, m) => Math.max(most, m.start), horizon.to)
  const local = new Date(toInstant(first, hHour) + offsetMinutes(timeZone, toInstant(first, hHour)) * 60_000)
  const months: { from: number; month: number }[] = []
  for (let i = 0, after = 0; after <= MONTHS_AFTER && i < 480; i += 1) {
    const utc = Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + i, 1)
    const from = toRelative(utc - offsetMinutes(timeZone, utc) * 60_000, hHour)
    months.push({ from, month: ((local.getUTCMonth() + i) % 12) + 1 })
    if (from > last) after += 1
  }
  return months
}
