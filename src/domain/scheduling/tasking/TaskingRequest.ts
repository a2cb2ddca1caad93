import * as v from 'valibot'
import { relativeMinutes } from '../../records/common.ts'
import { idOf } from '../../records/ids.ts'

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

/** Most missions of one request. */
export const MOST_TASKED = 50_000

export const taskingRequestSchema = v.strictObject({
  missions: v.pipe(v.array(idOf('mission')), v.maxLength(MOST_TASKED)),
  /** Whether missions that have a start may get another one. Those without get one in any case. */
  mayMove: v.boolean(),
  units: v.picklist(UNIT_FREEDOMS),
  /** Of these missions the start, where they have one, and the units, where they have any, stay as they are. */
  fixedTimes: v.array(idOf('mission')),
  fixedUnits: v.array(idOf('mission')),
  /** No proposed start is earlier; minutes from H-hour. */
  notBefore: v.nullable(relativeMinutes),
  /** The first before all others; each at most once. */
  goals: v.pipe(v.array(v.picklist(TASKING_GOALS)), v.maxLength(TASKING_GOALS.length)),
  seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff)),
  /** Most rounds of improvement: the same plan, request and rounds give the same proposal as long as no time runs out. */
  rounds: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000))),
  /** Most time to search. */
  seconds: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(3_600))),
})
export type TaskingRequest = Readonly<v.InferOutput<typeof taskingRequestSchema>>

/** Time a search takes when nothing is said. */
export const DEFAULT_SECONDS = 10
