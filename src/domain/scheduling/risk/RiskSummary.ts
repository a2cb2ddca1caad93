import type { RiskModel } from './RiskModel.ts'
import type { FinishSpread, GroupRisk, RiskOptions, RiskResult, TaskRisk, UnitRisk } from './simulateRisk.ts'
import type { TornadoBar } from './Tornado.ts'

/** What a screen shows of a simulation: small, whatever the size of the plan. */
export interface RiskSummary {
  readonly options: RiskOptions
  readonly runs: number
  readonly missions: number
  readonly ignored: number
  readonly end: FinishSpread
  readonly histogram: Histogram
  readonly groups: readonly GroupRisk[]
  /** Those that the end waits for most often. */
  readonly missionsCritical: readonly TaskRisk[]
  readonly unitsCritical: readonly UnitRisk[]
  readonly tornado: readonly TornadoBar[]
}

/** Runs that end in each of some spans of equal width. */
export interface Histogram {
  /** Minutes from H-hour. */
  readonly from: number
  readonly width: number
  readonly counts: readonly number[]
}

const BINS = 48
const MOST_CRITICAL = 40
const MOST_DRIVERS = 20
const MOST_GROUPS = 1_000
/** Rarer is not worth a line. */
const RARE = 0.005

export function summarizeRisk(model: RiskModel, options: RiskOptions, result: RiskResult): RiskSummary {
  const byCriticality = <T extends TaskRisk | UnitRisk>(items: readonly T[]): readonly T[] =>
    items
      .filter((item) => item.criticality.value > RARE)
      .sort((a, b) => b.criticality.value - a.criticality.value)
      .slice(0, MOST_CRITICAL)
  return {
    options,
    runs: result.runs,
    missions: result.tasks.length,
    ignored: model.ignored.length,
    end: result.end,
    histogram: histogramOf(result.ends),
    groups: result.groups.slice(0, MOST_GROUPS),
    missionsCritical: byCriticality(result.tasks),
    unitsCritical: byCriticality(result.units),
    tornado: result.tornado.slice(0, MOST_DRIVERS),
  }
}

function histogramOf(values: Float32Array): Histogram {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const v of values) {
    low = Math.min(low, v)
    high = Math.max(high, v)
  }
  if (!(high > low)) return { from: values[0] ?? 0, width: 0, counts: values.length === 0 ? [] : [values.length] }
  const width = (high - low) / BINS
  const counts = Array.from({ length: BINS }, () => 0)
  for (const v of values) {
    const bin = Math.min(BINS - 1, Math.floor((v - low) / width))
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return { from: low, width, counts }
}
