import type { Id } from '../../records/ids.ts'
import type { RiskModel } from './RiskModel.ts'
import type { RunBlock } from './RunBlock.ts'

/** A correlation this many times 1 / √runs is chance in one of a hundred drivers that move nothing. */
const SIGNIFICANT = 2.575_829

/** From the middle to the 10th and the 90th of 100 of a normal spread. */
const TENTH = 1.281_551_565_545

export interface TornadoBar {
  readonly driver:
    | { readonly kind: 'mission'; readonly id: Id<'mission'> }
    | { readonly kind: 'unit'; readonly id: Id<'unit'> }
    | { readonly kind: 'season'; readonly season: number }
  /** Correlation with the plan's end, -1 to 1. */
  readonly correlation: number
  /** Minutes by which the end moves as the driver goes from its low (P10) to its high (P90), along the straight line of best fit. */
  readonly swing: number
}

interface Sums {
  readonly x: Float64Array
  readonly xx: Float64Array
  readonly xe: Float64Array
}

/**
 * What drives the end of the plan: of each mission's own duration, each unit's failures and each season's severity, how
 * it moves together with the end over all runs.
 */
export class Tornado {
  readonly #model: RiskModel
  readonly #tasks: Sums
  readonly #units: Sums
  readonly #seasons: Sums
  #origin: number | null = null
  #end = 0
  #endSquares = 0
  #runs = 0

  constructor(model: RiskModel) {
    this.#model = model
    this.#tasks = sums(model.tasks.length)
    this.#units = sums(model.units.length)
    this.#seasons = sums(model.seasons.length)
  }

  add(block: RunBlock, taken: number): void {
    const { size } = block
    this.#origin ??= block.end[0] ?? 0
    const ends = block.end.map((end) => end - (this.#origin ?? 0))
    for (let r = 0; r < taken; r += 1) {
      const e = ends[r] as number
      this.#end += e
      this.#endSquares += e * e
    }
    this.#runs += taken
    const { tasks } = this.#model
    for (const [task, { duration }] of tasks.entries()) {
      if (duration.pessimistic > duration.optimistic) {
        take(this.#tasks, task, block.duration, task * size, duration.likely, ends, taken)
      }
    }
    for (let u = 0; u < this.#model.units.length; u += 1) take(this.#units, u, block.waited, u * size, 0, ends, taken)
    for (let s = 0; s < this.#model.seasons.length; s += 1) {
      take(this.#seasons, s, block.seasons.severity, s * size, 0.5, ends, taken)
    }
  }

  /** The strongest first; drivers whose part cannot be told from chance are left out. */
  bars(): readonly TornadoBar[] {
    const bars: TornadoBar[] = []
    const add = (driver: TornadoBar['driver'], from: Sums, at: number): void => {
      const link = this.#linkOf(from, at)
      if (link !== null && Math.abs(link.correlation) * Math.sqrt(this.#runs) > SIGNIFICANT)
        bars.push({ driver, ...link })
    }
    for (const [i, { id }] of this.#model.tasks.entries()) add({ kind: 'mission', id }, this.#tasks, i)
    for (const [i, id] of this.#model.units.entries()) add({ kind: 'unit', id }, this.#units, i)
    for (let i = 0; i < this.#model.seasons.length; i += 1) add({ kind: 'season', season: i }, this.#seasons, i)
    return bars.sort((a, b) => Math.abs(b.swing) - Math.abs(a.swing))
  }

  #linkOf(from: Sums, at: number): { correlation: number; swing: number } | null {
    const n = this.#runs
    const [x, xx, xe] = [from.x[at] ?? 0, from.xx[at] ?? 0, from.xe[at] ?? 0]
    const spreadX = xx - (x * x) / n
    const spreadE = this.#endSquares - (this.#end * this.#end) / n
    if (!(spreadX > 1e-9) || !(spreadE > 1e-9)) return null
    const together = xe - (x * this.#end) / n
    const slope = together / spreadX
    return {
      correlation: together / Math.sqrt(spreadX * spreadE),
      swing: slope * 2 * TENTH * Math.sqrt(spreadX / n),
    }
  }
}

const sums = (count: number): Sums => ({
  x: new Float64Array(count),
  xx: new Float64Array(count),
  xe: new Float64Array(count),
})

function take(
  into: Sums,
  at: number,
  values: Float64Array,
  base: number,
  origin: number,
  ends: Float64Array,
  taken: number,
): void {
  let x = 0
  let xx = 0
  let xe = 0
  for (let r = 0; r < taken; r += 1) {
    const v = (values[base + r] as number) - origin
    x += v
    xx += v * v
    xe += v * (ends[r] as number)
  }
  into.x[at] = (into.x[at] as number) + x
  into.xx[at] = (into.xx[at] as number) + xx
  into.xe[at] = (into.xe[at] as number) + xe
}
