import type { Mission } from '../../../domain/records/mission.ts'
import type { PlanRecord } from '../../../domain/records/plan.ts'

/**
 * Whether a mission starts right where one of its own bounds lets it: its «not before», its phase, the plan's horizon, or
 * what was asked (`notBefore`); all in minutes from H-hour. A start of a proposal keeps all of them, so it then lies at
 * the last one.
 */
export function isFirstStart(
  { earliest, phase }: Pick<Mission, 'earliest' | 'phase'>,
  start: number,
  { phases, horizon }: Pick<PlanRecord, 'phases' | 'horizon'>,
  notBefore: number | null,
): boolean {
  const ofPhase = phases.find((p) => p.key === phase)?.from
  return [earliest, ofPhase, horizon.from, notBefore].includes(start)
}
