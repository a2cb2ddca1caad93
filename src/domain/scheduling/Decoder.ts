/** What a pass returns that was given up because it could not get under its limit. */
export const GIVEN_UP = Number.MAX_SAFE_INTEGER

/** Turns an order of activities into a schedule. All numbers are by place in the network. */
export interface Decoder {
  /** Serial and justification passes so far; one begun and given up counts too. */
  readonly passes: number
  /** How much of what is scarce each activity takes, where that tells which stretch of a schedule is well filled. */
  readonly work?: Float64Array
  /**
   * Takes activities in the order of `list`, which keeps precedence, fills `start` and returns what the schedule costs
   * (its makespan, where nothing else is asked for), or `GIVEN_UP` when that would be more than `limit`.
   */
  forward(list: Int32Array, start: Int32Array, limit: number): number
  /** The same on mirrored time, for problems that are alike both ways: `start` counts from the end back to each end. */
  readonly backward?: (list: Int32Array, start: Int32Array, limit: number) => number
  /** Keeps who serves what in the last pass: it is the best one so far. */
  keep(): void
}
