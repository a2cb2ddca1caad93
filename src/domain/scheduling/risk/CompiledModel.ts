import { QuantileTable, type EstimateShape } from './Estimate.ts'
import type { ArcKind, RiskModel } from './RiskModel.ts'

const ARC_CODES: Readonly<Record<ArcKind, number>> = {
  'finish-start': 0,
  'start-start': 1,
  'finish-finish': 2,
  'start-finish': 3,
}

const DAY = 1_440

/** A risk model laid out in flat arrays, for loops over runs. */
export class CompiledModel {
  readonly count: number
  readonly notBefore: Float64Array
  readonly optimistic: Float64Array
  /** Pessimistic less optimistic; 0 where the estimate is one number. */
  readonly width: Float64Array
  readonly tables: readonly (QuantileTable | null)[]
  readonly season: Int32Array
  /** Arcs into task j are those from `arcStart[j]` to `arcStart[j + 1]`. */
  readonly arcStart: Int32Array
  readonly arcFrom: Int32Array
  readonly arcKind: Uint8Array
  readonly arcLag: Float64Array
  /** Units of task j likewise, those that can fail. */
  readonly unitStart: Int32Array
  readonly unit: Int32Array
  readonly failure: Float64Array
  /** Place in `months` of each day from `firstDay` on. */
  readonly monthOfDay: Int16Array
  readonly firstDay: number

  constructor(model: RiskModel, shape: EstimateShape) {
    const { tasks } = model
    this.count = tasks.length
    this.notBefore = Float64Array.from(tasks, (t) => t.notBefore)
    this.optimistic = Float64Array.from(tasks, (t) => t.duration.optimistic)
    this.width = Float64Array.from(tasks, (t) => t.duration.pessimistic - t.duration.optimistic)
    this.tables = tablesOf(model, shape)
    this.season = Int32Array.from(tasks, (t) => t.season)
    const arcs = [...model.arcs].sort((a, b) => a.to - b.to || a.from - b.from)
    this.arcStart = startsOf(
      tasks.length,
      arcs.map((a) => a.to),
    )
    this.arcFrom = Int32Array.from(arcs, (a) => a.from)
    this.arcKind = Uint8Array.from(arcs, (a) => ARC_CODES[a.kind])
    this.arcLag = Float64Array.from(arcs, (a) => a.lag)
    const units = tasks.flatMap((t, task) => t.units.filter((u) => u.failure > 0).map((u) => ({ ...u, task })))
    this.unitStart = startsOf(
      tasks.length,
      units.map((u) => u.task),
    )
    this.unit = Int32Array.from(units, (u) => u.unit)
    this.failure = Float64Array.from(units, (u) => u.failure)
    const { months } = model
    this.firstDay = Math.floor((months[0]?.from ?? 0) / DAY)
    this.monthOfDay = monthsByDay(months, this.firstDay)
  }
}

function tablesOf(model: RiskModel, shape: EstimateShape): (QuantileTable | null)[] {
  const known = new Map<number, QuantileTable>()
  return model.tasks.map(({ duration: { optimistic, likely, pessimistic } }) => {
    if (!(pessimistic > optimistic)) return null
    const mode = (likely - optimistic) / (pessimistic - optimistic)
    const table = known.get(mode) ?? new QuantileTable(mode, shape)
    known.set(mode, table)
    return table
  })
}

/** Where each of `count` groups begins in a list sorted by group, with one more entry for the end. */
function startsOf(count: number, groups: readonly number[]): Int32Array {
  const starts = new Int32Array(count + 1)
  for (const group of groups) starts[group + 1] = (starts[group + 1] ?? 0) + 1
  for (let i = 0; i < count; i += 1) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0)
  return starts
}

function monthsByDay(months: RiskModel['months'], firstDay: number): Int16Array {
  const last = months.at(-1)
  if (last === undefined) return new Int16Array(1)
  // A month more, for what ends late; what ends later still counts as in the last one.
  const days = Math.max(1, Math.floor(last.from / DAY) + 31 - firstDay)
  const byDay = new Int16Array(days)
  let at = 0
  for (let day = 0; day < days; day += 1) {
    while (at + 1 < months.length && (months[at + 1]?.from ?? 0) <= (firstDay + day) * DAY) at += 1
    byDay[day] = at
  }
  return byDay
}
