import type { Id } from '../../records/ids.ts'

/**
 * What may be wanted of a proposal, besides that as many missions as possible have time and units:
 * `finish`: the last end of the chosen missions, early; `lateness`: minutes after the first start that its bounds allow,
 * times 6 − priority, summed; `change`: little changed of the plan as it stands; `balance`: work spread evenly over units;
 * `travel`: little time on the way.
 */
export const TASKING_GOALS = ['finish', 'lateness', 'change', 'balance', 'travel'] as const
export type TaskingGoal = (typeof TASKING_GOALS)[number]

/** How the units of a chosen mission may change: not at all, by adding what lacks, or freely. */
export const UNIT_FREEDOMS = ['keep', 'add', 'change'] as const
export type UnitFreedom = (typeof UNIT_FREEDOMS)[number]

/** What is asked for. */
export interface TaskingRequest {
  readonly missions: readonly Id<'mission'>[]
  /** Whether missions that have a start may get another one. Those without get one in any case. */
  readonly mayMove: boolean
  readonly units: UnitFreedom
  /** Of these missions the start, where they have one, and the units, where they have any, stay as they are. */
  readonly fixedTimes: readonly Id<'mission'>[]
  readonly fixedUnits: readonly Id<'mission'>[]
  /** No proposed start is earlier; minutes from H-hour. */
  readonly notBefore: number | null
  /** The first before all others; each at most once. */
  readonly goals: readonly TaskingGoal[]
  /** Whole, at least 0. */
  readonly seed: number
  /** Most rounds of improvement: the same plan, request and rounds give the same proposal as long as no time runs out. */
  readonly rounds?: number
  /** Most time to search. */
  readonly seconds?: number
}

/** Time a search takes when nothing is said. */
export const DEFAULT_SECONDS = 10
