import { Random } from '../Random.ts'
import type { CompiledModel } from './CompiledModel.ts'
import type { RiskModel } from './RiskModel.ts'
import { SeasonDraws } from './SeasonDraws.ts'

/**
 * Some runs of the plan at once, task by task: all runs of a task lie side by side, so that its arcs are walked once.
 * Every task draws from a generator of its own, seeded by its id: a task more or less changes no other's draws.
 */
export class RunBlock {
  readonly size: number
  /** At task × size + run: when it could begin, before a failed unit was waited for. */
  readonly ready: Float64Array
  readonly start: Float64Array
  /** When it would end if its end had nothing to wait for. */
  readonly free: Float64Array
  readonly finish: Float64Array
  /** Of the task alone, no season in it. */
  readonly duration: Float64Array
  /** Minutes waited for each unit in each run, at unit × size + run. */
  readonly waited: Float64Array
  /** Whether the end of the plan waits for its finish, and for its start. */
  readonly criticalFinish: Uint8Array
  readonly criticalStart: Uint8Array
  /** End of the whole plan in each run. */
  readonly end: Float64Array
  readonly seasons: SeasonDraws
  readonly #events: readonly number[]
  readonly #model: CompiledModel
  readonly #failureDelay: number
  readonly #draws: readonly Random[]
  readonly #wait: Float64Array

  constructor(model: RiskModel, compiled: CompiledModel, seed: number, size: number) {
    const cells = compiled.count * size
    this.size = size
    this.ready = new Float64Array(cells)
    this.start = new Float64Array(cells)
    this.free = new Float64Array(cells)
    this.finish = new Float64Array(cells)
    this.duration = new Float64Array(cells)
    this.criticalFinish = new Uint8Array(cells)
    this.criticalStart = new Uint8Array(cells)
    this.waited = new Float64Array(model.units.length * size)
    this.end = new Float64Array(size)
    this.seasons = new SeasonDraws(model, new Random(seed), size)
    this.#events = model.events
    this.#model = compiled
    this.#failureDelay = model.failureDelay
    this.#draws = model.tasks.map((task) => new Random(hashOf(task.id, seed)))
    this.#wait = new Float64Array(size)
  }

  /** Draws all and walks the plan forwards, then backwards for what was critical. */
  run(): void {
    this.seasons.draw()
    this.waited.fill(0)
    this.end.fill(Number.NEGATIVE_INFINITY)
    for (const event of this.#events) {
      if (event % 2 === 0) this.#begin(event >> 1)
      else this.#end(event >> 1)
    }
    this.#backward()
  }

  #begin(task: number): void {
    const { size, start, free, ready, duration } = this
    const base = task * size
    this.#drawDuration(task)
    ready.fill(this.#model.notBefore[task] ?? 0, base, base + size)
    this.#bindStart(task)
    const isWaiting = this.#drawFailures(task)
    const wait = this.#wait
    for (let r = 0; r < size; r += 1) {
      start[base + r] = (ready[base + r] as number) + (isWaiting ? (wait[r] as number) : 0)
    }
    const season = this.#model.season[task] ?? -1
    if (season < 0) {
      for (let i = base; i < base + size; i += 1) free[i] = (start[i] as number) + (duration[i] as number)
    } else this.#stretch(base, season)
  }

  #end(task: number): void {
    const { size, finish, free, end } = this
    const base = task * size
    finish.set(free.subarray(base, base + size), base)
    this.#bindFinish(task)
    for (let r = 0; r < size; r += 1) {
      const f = finish[base + r] as number
      if (f > (end[r] as number)) end[r] = f
    }
  }

  #drawDuration(task: number): void {
    const { size, duration } = this
    const base = task * size
    const low = this.#model.optimistic[task] ?? 0
    const table = this.#model.tables[task]
    if (table === null || table === undefined) {
      duration.fill(low, base, base + size)
      return
    }
    const width = this.#model.width[task] ?? 0
    const draws = this.#draws[task] as Random
    for (let i = base; i < base + size; i += 1) duration[i] = low + width * table.at(draws.unit())
  }

  /** Starts no sooner than arcs to its start allow. */
  #bindStart(task: number): void {
    const { size, ready } = this
    const { arcStart, arcFrom, arcKind, arcLag } = this.#model
    const base = task * size
    for (let arc = arcStart[task] ?? 0; arc < (arcStart[task + 1] ?? 0); arc += 1) {
      const kind = arcKind[arc] as number
      if (kind > 1) continue
      const times = kind === 0 ? this.finish : this.start
      const from = (arcFrom[arc] as number) * size
      const lag = arcLag[arc] as number
      for (let r = 0; r < size; r += 1) {
        const bound = (times[from + r] as number) + lag
        if (bound > (ready[base + r] as number)) ready[base + r] = bound
      }
    }
  }

  /** Ends no sooner than arcs to its end allow: it goes on until then, for its start is past. */
  #bindFinish(task: number): void {
    const { size, start, finish } = this
    const { arcStart, arcFrom, arcKind, arcLag } = this.#model
    const base = task * size
    for (let arc = arcStart[task] ?? 0; arc < (arcStart[task + 1] ?? 0); arc += 1) {
      const kind = arcKind[arc] as number
      if (kind < 2) continue
      const times = kind === 2 ? finish : start
      const from = (arcFrom[arc] as number) * size
      const lag = arcLag[arc] as number
      for (let r = 0; r < size; r += 1) {
        const bound = (times[from + r] as number) + lag
        if (bound > (finish[base + r] as number)) finish[base + r] = bound
      }
    }
  }

  /** How long the units of the task are waited for; false where none can fail. */
  #drawFailures(task: number): boolean {
    const { unitStart, unit, failure } = this.#model
    const first = unitStart[task] ?? 0
    const last = unitStart[task + 1] ?? 0
    if (first === last) return false
    const { size, waited } = this
    const wait = this.#wait
    const draws = this.#draws[task] as Random
    wait.fill(0)
    for (let entry = first; entry < last; entry += 1) {
      const chance = failure[entry] as number
      const at = (unit[entry] as number) * size
      for (let r = 0; r < size; r += 1) {
        const drawn = draws.unit()
        if (drawn >= chance) continue
        // Exponential: what has lasted long is no sooner over. The draw below the chance is even on its own.
        const delay = -Math.log(1 - drawn / chance) * this.#failureDelay
        waited[at + r] = (waited[at + r] as number) + delay
        if (delay > (wait[r] as number)) wait[r] = delay
      }
    }
    return true
  }

  #stretch(base: number, season: number): void {
    const { size, start, free, duration } = this
    const { monthOfDay, firstDay } = this.#model
    const factors = this.seasons.factors(season)
    const last = monthOfDay.length - 1
    for (let r = 0; r < size; r += 1) {
      const s = start[base + r] as number
      const day = Math.min(last, Math.max(0, Math.floor(s / 1_440) - firstDay))
      const factor = factors[(monthOfDay[day] as number) * size + r] as number
      free[base + r] = s + (duration[base + r] as number) * factor
    }
  }

  /** Critical is what the end of the plan waited for, all the way back. */
  #backward(): void {
    const { size, criticalFinish, criticalStart, finish, free, end } = this
    criticalStart.fill(0)
    for (let task = 0; task < this.#model.count; task += 1) {
      const base = task * size
      for (let r = 0; r < size; r += 1) criticalFinish[base + r] = finish[base + r] === end[r] ? 1 : 0
    }
    for (let i = this.#events.length - 1; i >= 0; i -= 1) {
      const event = this.#events[i] as number
      const base = (event >> 1) * size
      if (event % 2 === 0) this.#backwardFrom(event >> 1, false, criticalStart, this.ready)
      else {
        this.#backwardFrom(event >> 1, true, criticalFinish, finish)
        for (let at = base; at < base + size; at += 1) {
          if (criticalFinish[at] === 1 && finish[at] === free[at]) criticalStart[at] = 1
        }
      }
    }
  }

  /** Marks what a critical start, or finish, waited for. */
  #backwardFrom(task: number, isFinish: boolean, critical: Uint8Array, bounds: Float64Array): void {
    const { size, criticalFinish, criticalStart, finish, start } = this
    const { arcStart, arcFrom, arcKind, arcLag } = this.#model
    const base = task * size
    for (let arc = arcStart[task] ?? 0; arc < (arcStart[task + 1] ?? 0); arc += 1) {
      const kind = arcKind[arc] as number
      if (kind >= 2 !== isFinish) continue
      const from = (arcFrom[arc] as number) * size
      const lag = arcLag[arc] as number
      const isFromFinish = kind === 0 || kind === 2
      const times = isFromFinish ? finish : start
      const marks = isFromFinish ? criticalFinish : criticalStart
      for (let r = 0; r < size; r += 1) {
        if (critical[base + r] === 1 && bounds[base + r] === (times[from + r] as number) + lag) marks[from + r] = 1
      }
    }
  }

  /** Whether the end of the plan waited for anything of a task, at task × size + run. */
  isCritical(at: number): boolean {
    return this.criticalFinish[at] === 1 || this.criticalStart[at] === 1
  }
}

/** FNV-1a over the id, mixed with the seed. */
function hashOf(id: string, seed: number): number {
  let hash = (0x811c9dc5 ^ seed) | 0
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
