import type { Id } from '../../records/ids.ts'
import { CompiledModel } from './CompiledModel.ts'
import type { EstimateShape } from './Estimate.ts'
import type { RiskModel } from './RiskModel.ts'
import { RunBlock } from './RunBlock.ts'
import { type Estimated, meanWith, quantilesOf, shareOf } from './statistics.ts'
import { Tornado, type TornadoBar } from './Tornado.ts'

export interface RiskOptions {
  readonly runs: number
  readonly seed: number
  readonly shape: EstimateShape
}

/** When something is finished, minutes from H-hour. */
export interface FinishSpread {
  readonly mean: Estimated
  /** Finished by then in 50, in 80 of 100 runs. */
  readonly p50: Estimated
  readonly p80: Estimated
  readonly p95: Estimated
}

export interface TaskRisk extends FinishSpread {
  readonly id: Id<'mission'>
  /** Share of runs in which the end of the plan waits for it. */
  readonly criticality: Estimated
}

export interface GroupRisk extends FinishSpread {
  readonly id: string
  readonly due: number | null
  /** Chance that it is finished by its date; null where it has none. */
  readonly inTime: Estimated | null
}

export interface UnitRisk {
  readonly id: Id<'unit'>
  /** Share of runs in which the end of the plan waits for a mission of the unit. */
  readonly criticality: Estimated
}

export interface RiskResult {
  readonly runs: number
  readonly end: FinishSpread
  /** The plan's end in every run, unsorted. */
  readonly ends: Float32Array
  readonly tasks: readonly TaskRisk[]
  readonly groups: readonly GroupRisk[]
  readonly units: readonly UnitRisk[]
  /** What drives the end, the strongest first. */
  readonly tornado: readonly TornadoBar[]
}

/** Finishes kept for the spread of each task: four bytes each. Above that, fewer runs are made, and the result says how many. */
const MOST_KEPT = 40_000_000
const FEWEST_RUNS = 200
/** Numbers of one array of a block: what a processor keeps near. */
const BLOCK_CELLS = 200_000

/**
 * Simulates the plan forwards many times. A generator: it yields the share done after each block of runs, so that a
 * worker can tell of it and stop; it returns the result. The same model, seed and number of runs give the same result.
 */
export function* simulateRisk(model: RiskModel, options: RiskOptions): Generator<number, RiskResult> {
  const count = model.tasks.length
  const wanted = Math.max(1, Math.floor(options.runs))
  const runs = Math.min(wanted, Math.max(FEWEST_RUNS, Math.floor(MOST_KEPT / Math.max(1, count))))
  const compiled = new CompiledModel(model, options.shape)
  const size = Math.max(8, Math.min(512, runs, Math.floor(BLOCK_CELLS / Math.max(1, count))))
  const block = new RunBlock(model, compiled, options.seed, size)
  const finishes = new Float32Array(count * runs)
  const groupEnds = model.groups.map(() => new Float32Array(runs))
  const ends = new Float32Array(runs)
  const critical = new Float64Array(count)
  const unitCritical = new Float64Array(model.units.length)
  const tornado = new Tornado(model)
  for (let done = 0; done < runs; done += size) {
    block.run()
    const taken = Math.min(size, runs - done)
    for (let task = 0; task < count; task += 1) {
      const base = task * size
      const to = task * runs + done
      for (let r = 0; r < taken; r += 1) finishes[to + r] = block.finish[base + r] as number
      critical[task] = (critical[task] as number) + criticalRuns(block, base, taken)
    }
    for (const [g, group] of model.groups.entries()) {
      const to = groupEnds[g] as Float32Array
      for (let r = 0; r < taken; r += 1) to[done + r] = lastOf(block, group.tasks, r)
    }
    if (count > 0) ends.set(block.end.subarray(0, taken), done)
    countUnits(model, block, taken, unitCritical)
    tornado.add(block, taken)
    yield Math.min(1, (done + taken) / runs)
  }
  return {
    runs,
    end: spreadOf(ends),
    ends,
    tasks: model.tasks.map(({ id }, task) => ({
      id,
      ...spreadOf(finishes.subarray(task * runs, (task + 1) * runs)),
      criticality: shareOf(critical[task] ?? 0, runs),
    })),
    groups: model.groups.map(({ id, due }, g) => groupRisk(id, due, groupEnds[g] as Float32Array)),
    units: model.units.map((id, unit) => ({ id, criticality: shareOf(unitCritical[unit] ?? 0, runs) })),
    tornado: tornado.bars(),
  }
}

function criticalRuns(block: RunBlock, from: number, count: number): number {
  let sum = 0
  for (let i = from; i < from + count; i += 1) if (block.isCritical(i)) sum += 1
  return sum
}

function lastOf(block: RunBlock, tasks: readonly number[], run: number): number {
  let last = tasks.length === 0 ? 0 : Number.NEGATIVE_INFINITY
  for (const task of tasks) last = Math.max(last, block.finish[task * block.size + run] as number)
  return last
}

function countUnits(model: RiskModel, block: RunBlock, taken: number, counts: Float64Array): void {
  const { size } = block
  const seen = new Int32Array(model.units.length * size)
  for (const [task, { units }] of model.tasks.entries()) {
    for (const { unit } of units) {
      for (let r = 0; r < taken; r += 1) {
        const at = unit * size + r
        if (seen[at] === 1 || !block.isCritical(task * size + r)) continue
        seen[at] = 1
        counts[unit] = (counts[unit] as number) + 1
      }
    }
  }
}

function groupRisk(id: string, due: number | null, ends: Float32Array): GroupRisk {
  const inTime =
    due === null
      ? null
      : shareOf(
          ends.reduce((held, end) => held + (end <= due ? 1 : 0), 0),
          ends.length,
        )
  return { id, due, inTime, ...spreadOf(ends) }
}

function spreadOf(values: Float32Array): FinishSpread {
  let sum = 0
  let squares = 0
  // About the first value, so that times far from H-hour lose no digits.
  const origin = values[0] ?? 0
  for (let i = 0; i < values.length; i += 1) {
    const v = (values[i] as number) - origin
    sum += v
    squares += v * v
  }
  const about = meanWith(sum, squares, Math.max(1, values.length))
  const mean = { value: about.value + origin, low: about.low + origin, high: about.high + origin }
  const [p50, p80, p95] = quantilesOf(values, [0.5, 0.8, 0.95]) as [Estimated, Estimated, Estimated]
  return { mean, p50, p80, p95 }
}
