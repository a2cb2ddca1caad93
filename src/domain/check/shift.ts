import type { Id } from '../records/ids.ts'
import type { Mission } from '../records/mission.ts'
import { formatSpan } from '../time/planTime.ts'
import type { Language } from '../time/dtg.ts'
import { type CheckContext, type Span, spanOf } from './CheckContext.ts'
import { enablerMisfit } from './enablerTiming.ts'
import type { Repair } from './Finding.ts'
import { LAST_MINUTE } from './fit.ts'
import { sayTime } from './saying.ts'
import { superiorsOf } from './superiorsOf.ts'

interface Move {
  readonly mission: Mission
  readonly start: number
}

/**
 * Moves a mission to a start and, by as much, the missions that bring it in, take it out or cover it, where these fit now
 * and would not after. Missions in `fixed` stay: they are what the move is measured against.
 */
export function shiftRepair(
  context: CheckContext,
  mission: Mission,
  start: number | null,
  language: Language,
  fixed: readonly Id[] = [],
): Repair[] {
  if (start === null || start === mission.start || !isPlannable(start)) return []
  const also = companions(context, mission, start, fixed)
  const moves = [{ mission, start }, ...also]
  const [verb, too] = language === 'es' ? ['Mover', 'mover también'] : ['Move', 'also move']
  const to = language === 'es' ? 'a' : 'to'
  const lines = moves.map(
    (move, i) =>
      `${i === 0 ? verb : too} ${move.mission.code} ${to} ${sayTime(context.plan, move.start, language)}${i === 0 ? sayShift(move, language) : ''}`,
  )
  return [
    {
      command: { type: 'moveMissions', moves: moves.map((m) => ({ mission: m.mission.id, start: m.start })) },
      text: lines.join('; '),
    },
  ]
}

const isPlannable = (start: number): boolean => Number.isInteger(start) && Math.abs(start) <= LAST_MINUTE

/** ` (5 h después)`: by how much, where the mission had a start. */
function sayShift({ mission, start }: Move, language: Language): string {
  if (mission.start === null) return ''
  const later = start > mission.start
  const word = language === 'es' ? (later ? 'después' : 'antes') : later ? 'later' : 'earlier'
  return ` (${formatSpan(Math.abs(start - mission.start))} ${word})`
}

/** Whether a mission has one of these units, or one above or below them: what it takes from them must not come along. */
function sharesForce(context: CheckContext, units: ReadonlySet<Id<'unit'>>, mission: Id<'mission'>): boolean {
  const { plan } = context
  const above = (id: Id<'unit'>): readonly Id<'unit'>[] => {
    const unit = plan.get(id)
    return unit === undefined ? [] : superiorsOf(context, unit)
  }
  const others = plan.indexes.assignmentsOfMission.get(mission).map((a) => a.unit)
  if (others.some((id) => units.has(id) || above(id).some((superior) => units.has(superior)))) return true
  return [...units].some((id) => above(id).some((superior) => others.some((other) => other === superior)))
}

function companions(context: CheckContext, mission: Mission, start: number, fixed: readonly Id[]): Move[] {
  const { plan } = context
  const now = spanOf(mission)
  if (now === null) return []
  const after = { start, end: start + mission.duration.likely }
  const units = new Set(plan.indexes.assignmentsOfMission.get(mission.id).map((a) => a.unit))
  const moves: Move[] = []
  for (const tie of mission.enablers) {
    const enabler = plan.get(tie.mission)
    const span = enabler === undefined ? null : spanOf(enabler)
    if (enabler === undefined || enabler.start === null || span === null) continue
    if (fixed.includes(enabler.id) || moves.some((m) => m.mission.id === enabler.id)) continue
    if (plan.indexes.missionsEnabledBy.get(enabler.id).length > 1) continue
    if (sharesForce(context, units, enabler.id)) continue
    const fits = (at: Span): boolean => enablerMisfit(tie.kind, span, at, context.enablerLeadMinutes) === null
    const moved = enabler.start + start - now.start
    if (fits(now) && !fits(after) && isPlannable(moved)) moves.push({ mission: enabler, start: moved })
  }
  return moves
}
