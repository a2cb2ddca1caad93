import type { PlanReader } from '../plan/PlanDocument.ts'
import type { Season } from '../records/missionType.ts'
import type { MobilityMode } from '../records/unit.ts'
import { assertNever } from '../result.ts'

const ASSUMPTION = 'supuesto de planeamiento'
const CREWS = 'Práctica común: 12 h de servicio y 10 h de descanso; AR 95-1 (3-17) lo deja al comandante'

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
  // Around what an area of coordination is drawn for.
  { key: 'coordination-margin-km', value: 2, unit: 'km', source: ASSUMPTION },
  // Where day and night part. 12° is BMNT and EENT, 6° is BMCT and EECT.
  {
    key: 'light-limit-degrees',
    value: 12,
    unit: '°',
    source: 'Crepúsculo náutico (BMNT, EENT): centro del sol 12° bajo el horizonte',
  },
  // A mission that lasts longer goes on by day and by night; only its start is judged.
  { key: 'light-longest-hours', value: 12, unit: 'h', source: ASSUMPTION },
  // Months by number, both inclusive, over the turn of the year where the last is before the first; 0 for no such season.
  {
    key: 'rains-first-month',
    value: 1,
    unit: 'mes',
    source: 'Lluvias de enero a marzo (SENAMHI); supuesto para el valle',
  },
  {
    key: 'rains-last-month',
    value: 3,
    unit: 'mes',
    source: 'Lluvias de enero a marzo (SENAMHI); supuesto para el valle',
  },
  {
    key: 'low-water-first-month',
    value: 6,
    unit: 'mes',
    source: 'Supuesto de planeamiento: estiaje hasta el inicio del año hidrológico (1 SEP)',
  },
  {
    key: 'low-water-last-month',
    value: 8,
    unit: 'mes',
    source: 'Supuesto de planeamiento: estiaje hasta el inicio del año hidrológico (1 SEP)',
  },
  // How long a crew works before it rests; AR 95-1 (3-17) leaves both to the commander, 12 h and 10 h are common.
  { key: 'crew-duty-hours', value: 12, unit: 'h', source: CREWS },
  { key: 'crew-rest-hours', value: 10, unit: 'h', source: CREWS },
  { key: 'crews-per-vehicle', value: 1, unit: 'tripulaciones', source: ASSUMPTION },
  // After so long a rest a unit has been supplied and starts full.
  { key: 'resupply-hours', value: 12, unit: 'h', source: ASSUMPTION },
  { key: 'airspace-separation-km', value: 10, unit: 'km', source: ASSUMPTION },
  // Metres above the sea; 0 for no limit.
  {
    key: 'rotary-altitude-limit-m',
    value: 4_800,
    unit: 'm',
    source: 'Diálogo Américas, 2018: operaciones de ala rotatoria entre 600 y 4 800 m',
  },
  { key: 'troops-altitude-limit-m', value: 0, unit: 'm', source: ASSUMPTION },
  {
    key: 'planning-share-percent',
    value: 33,
    unit: '%',
    source: 'Regla de un tercio y dos tercios (PMTD, capítulo 3)',
  },
  // Schedule risk. A unit at readiness 0 fails so often when a mission begins; at full readiness never; between, in proportion.
  { key: 'risk-failure-percent', value: 20, unit: '%', source: ASSUMPTION },
  // How long a unit that failed is waited for, on average.
  { key: 'risk-failure-delay-hours', value: 12, unit: 'h', source: ASSUMPTION },
  // By how much the worst month of a season stretches work that begins in it.
  { key: 'risk-rains-stretch-percent', value: 30, unit: '%', source: ASSUMPTION },
  { key: 'risk-low-water-stretch-percent', value: 20, unit: '%', source: ASSUMPTION },
  // How far one month is like the one before it.
  { key: 'risk-season-correlation-percent', value: 60, unit: '%', source: ASSUMPTION },
] as const

export type ParameterKey = (typeof DEFAULT_PARAMETERS)[number]['key']

/** Value of a parameter: the plan's own, else the fallback. Never negative, never NaN. */
export function parameter(plan: PlanReader, key: ParameterKey): number {
  const own = plan.meta.parameters.find((p) => p.key === key)?.value
  if (own !== undefined && Number.isFinite(own) && own >= 0) return own
  return DEFAULT_PARAMETERS.find((p) => p.key === key)?.value ?? 0
}

/** Months of a season, 1 to 12, from its first to its last, over the turn of the year if need be. */
export function seasonMonths(plan: PlanReader, season: Season): readonly number[] {
  const [first, last] = [parameter(plan, `${season}-first-month`), parameter(plan, `${season}-last-month`)]
  const isMonth = (n: number): boolean => Number.isInteger(n) && n >= 1 && n <= 12
  if (!isMonth(first) || !isMonth(last)) return []
  return Array.from({ length: ((last - first + 12) % 12) + 1 }, (_, i) => ((first - 1 + i) % 12) + 1)
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
