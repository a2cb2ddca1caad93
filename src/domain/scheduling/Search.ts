import type { Service } from './Problem.ts'

/** A search that improves its answer for as long as it is stepped. */
export interface Search {
  /** Schedules made so far: serial passes and justification passes alike. */
  readonly schedules: number
  /** Cost of the best schedule: its makespan, where nothing else is asked for. Infinity before there is one. */
  readonly cost: number
  /** Starts of the best schedule, by place in the network. */
  readonly starts: Int32Array
  /** Each step is short: two schedules at most, or no more than are left. Ends when nothing is left to try. */
  steps(): Generator<undefined, void>
}

/** What a family of problems brings to `solve`. */
export type BuiltSearch = Readonly<{
  search: Search
  /** Who serves what in the best schedule, by index in the problem. */
  services: () => readonly Service[]
  /** Hard limits that the best schedule breaks; absent where a schedule cannot break any. */
  broken?: () => number
}>
