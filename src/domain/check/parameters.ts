import type { PlanReader } from '../plan/PlanDocument.ts'
import type { MobilityMode } from '../records/unit.ts'
import { assertNever } from '../result.ts'

const ASSUMPTION = 'supuesto de planeamiento'

/**
 * The numbers the check falls back on where the plan states none of its own. The plan's parameters go before these,
 * and the settings show both with their source.
 */
export const DEFAULT_PARAMETERS = [
  // Time to reorganize and resupply before the next mission; AR 95-1 and FM 5-0 leave the amount to the commander.
  { key: 'recovery-minutes', value: 120, unit: 'min', source: ASSUMPTION },
  // How far ahead of its mission an insertion may end, and how long after it an extraction may begin.
  { key: 'enabler-lead-hours', value: 24, unit: 'h', source: ASSUMPTION },
  { key: 'readiness-threshold-percent', value: 70, unit: '%', source: ASSUMPTION },
  // 4 km/h net on a road against 2.4 km/h across country: the same straight line takes 1.7 times as long.
  {
    key: 'terrain-factor-foot',
    value: 1.7,
    unit: '×',
    source: 'FM 21-18: 4 km/h por camino, 2,4 km/h a campo traviesa',
  },
  { key: 'terrain-factor-road', value: 1.6, unit: '×', source: ASSUMPTION },
  { key: 'terrain-factor-river', value: 1.8, unit: '×', source: ASSUMPTION },
  { key: 'terrain-factor-air', value: 1.1, unit: '×', source: ASSUMPTION },
] as const

export type ParameterKey = (typeof DEFAULT_PARAMETERS)[number]['key']

/** Value of a parameter: the plan's own, else the fallback. Never negative, never NaN. */
export function parameter(plan: PlanReader, key: ParameterKey): number {
  const own = plan.meta.parameters.find((p) => p.key === key)?.value
  if (own !== undefined && Number.isFinite(own) && own >= 0) return own
  return DEFAULT_PARAMETERS.find((p) => p.key === key)?.value ?? 0
}

export function terrainFactorKey(mode: MobilityMode): ParameterKey {
  switch (mode) {
    case 'foot':
      return 'terrain-factor-foot'
    case 'road':
      return 'terrain-factor-road'
    case 'river':
      return 'terrain-factor-river'
    case 'fixed-wing':
    case 'rotary-wing':
      return 'terrain-factor-air'
    default:
      return assertNever(mode)
  }
}
