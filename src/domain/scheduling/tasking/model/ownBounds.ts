import type { CheckContext } from '../../../check/CheckContext.ts'
import { LAST_MINUTE } from '../../../check/fit.ts'
import { asksForSeason } from '../../../check/seasonMisfit.ts'
import type { Assignment } from '../../../records/assignment.ts'
import type { Mission } from '../../../records/mission.ts'
import type { MissionType } from '../../../records/missionType.ts'
import { basesFor, legalStarts } from './legalStarts.ts'
import { seasonStarts } from './seasonStarts.ts'
import { type StartSpan, startsWithin } from './StartSpan.ts'
import type { Bound } from './TaskingModel.ts'

interface Bounded {
  readonly mission: Mission
  readonly type: MissionType | undefined
  readonly minutes: number
  readonly kept: readonly Assignment[]
  readonly fixedStart: number | null
  readonly horizon: StartSpan
  readonly notBefore: number | null
}

const EVER = Number.POSITIVE_INFINITY

/** What a mission's own record, its type and the request allow of starts; light, ties and units apart. */
export function ownBounds(context: CheckContext, task: Bounded): Bound[] {
  const { mission, type, minutes, fixedStart, horizon, notBefore } = task
  const bounds: Bound[] = []
  const add = (kind: SimpleKind, spans: readonly StartSpan[]): void => {
    bounds.push({ requirement: { kind }, spans })
  }
  const within = (kind: SimpleKind, first: number, last: number): void =>
    add(kind, startsWithin(Math.ceil(first), Math.floor(last)))
  const reach = {
    first: Math.min(horizon.first, fixedStart ?? EVER),
    last: Math.max(horizon.last, fixedStart ?? -EVER),
  }
  within('horizon', Math.max(-LAST_MINUTE, reach.first), Math.min(LAST_MINUTE, reach.last))
  if (mission.earliest !== null) within('not-before', mission.earliest, EVER)
  if (mission.latest !== null) within('not-after', -EVER, mission.latest - minutes)
  const phase = mission.phase === null ? undefined : context.plan.meta.phases.find((p) => p.key === mission.phase)
  if (phase !== undefined) within('phase', phase.from, phase.to - minutes)
  if (fixedStart !== null) within('fixed-start', fixedStart, fixedStart)
  else if (notBefore !== null) within('asked-from', notBefore, EVER)
  if (type?.needsLegalBasis === true) add('legal-basis', legalStarts(context, basesFor(context, mission), minutes))
  if (type !== undefined && asksForSeason(type.constraints)) {
    add('season', seasonStarts(context, type.constraints, minutes, reach))
  }
  return bounds
}

type SimpleKind =
  | 'not-before'
  | 'not-after'
  | 'phase'
  | 'horizon'
  | 'fixed-start'
  | 'asked-from'
  | 'legal-basis'
  | 'season'
