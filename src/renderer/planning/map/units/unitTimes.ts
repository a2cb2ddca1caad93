import type { Finding, Severity } from '../../../../domain/check/Finding.ts'
import type { PlanReader } from '../../../../domain/plan/PlanDocument.ts'
import type { Track } from '../../../../domain/plan/Track.ts'
import { type Id, isIdOf } from '../../../../domain/records/ids.ts'
import type { Unit } from '../../../../domain/records/unit.ts'
import { toInstant } from '../../../../domain/time/planTime.ts'

/** Epoch ms; the end does not belong to it. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** A finding of a unit, and when it shows on the map. */
export interface ShownFinding extends Stretch {
  readonly severity: Severity
}

/** Findings nobody has accepted. One that is about missions shows while they last, else at all times. */
export function shownFindings(plan: PlanReader, findings: readonly Finding[]): readonly ShownFinding[] {
  if (findings.length === 0) return NO_FINDINGS
  const { hHour } = plan.meta
  return findings.flatMap((finding) => {
    if (plan.indexes.acceptancesOfFinding.get(finding.key).length > 0) return []
    const missions = finding.records.filter((id): id is Id<'mission'> => isIdOf('mission', id))
    let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (const id of missions) {
      const mission = plan.get(id)
      if (mission === undefined || mission.start === null) continue
      from = Math.min(from, toInstant(mission.start, hHour))
      to = Math.max(to, toInstant(mission.start + mission.duration.likely, hHour))
    }
    const isTimeless = from > to
    return [{ severity: finding.severity, from: isTimeless ? -Infinity : from, to: isTimeless ? Infinity : to }]
  })
}

const NO_FINDINGS: readonly ShownFinding[] = []

/** Whether the unit is allocated to the command at an instant; true where no period was ever stated. */
export function isAllocated(unit: Unit, instant: number): boolean {
  if (unit.allocation.length === 0) return true
  return unit.allocation.some(({ from, to }) => from <= instant && (to === null || instant < to))
}

/** The time around an instant in which nothing that a unit's picture and label show turns. */
export function unchangedAround(unit: Unit, findings: readonly ShownFinding[], instant: number): Stretch {
  let [from, to] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  const turn = (at: number | null): void => {
    if (at === null) return
    if (at <= instant) from = Math.max(from, at)
    else to = Math.min(to, at)
  }
  for (const state of unit.states.readiness) turn(state.from)
  for (const period of unit.allocation) {
    turn(period.from)
    turn(period.to)
  }
  for (const finding of findings) {
    turn(finding.from)
    turn(finding.to)
  }
  return { from, to }
}

/** The time around an instant in which a unit stays where it is; of no length while it moves. */
export function stillAround(track: Track, instant: number): Stretch {
  const { legs } = track
  let low = 0
  let high = legs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((legs[middle]?.from ?? Infinity) <= instant) low = middle + 1
    else high = middle
  }
  const leg = legs[low - 1]
  const next = legs[low]?.from ?? Number.POSITIVE_INFINITY
  if (leg === undefined || instant >= leg.to) return { from: leg?.to ?? Number.NEGATIVE_INFINITY, to: next }
  if (leg.followed !== null) return overlap(leg, stillAround(leg.followed, instant))
  return leg.path.points.length > 1 ? { from: instant, to: instant } : leg
}

export const overlap = (one: Stretch, other: Stretch): Stretch => ({
  from: Math.max(one.from, other.from),
  to: Math.min(one.to, other.to),
})
