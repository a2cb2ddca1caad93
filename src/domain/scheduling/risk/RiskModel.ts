import type { Id } from '../../records/ids.ts'
import type { Estimate } from './Estimate.ts'

/** What of the predecessor bounds what of the successor. */
export type ArcKind = 'finish-start' | 'start-start' | 'finish-finish' | 'start-finish'

export interface RiskArc {
  /** Places in `tasks`. */
  readonly from: number
  readonly to: number
  readonly kind: ArcKind
  /** Minutes. */
  readonly lag: number
  /** Why: a dependency of the plan, an enabler, or a unit that does both one after the other. */
  readonly because: 'dependency' | 'enabler' | 'unit'
}

/** A unit that a task cannot begin without, and which may fail to be ready. */
export interface RiskUnit {
  /** Place in `units`. */
  readonly unit: number
  /** 0 to 1: the chance that it fails when the task begins. */
  readonly failure: number
}

export interface RiskTask {
  readonly id: Id<'mission'>
  /** Minutes from H-hour. It never begins sooner, however early what it waits for is done. */
  readonly notBefore: number
  readonly duration: Estimate
  /** How a season of its kind stretches it: place in `seasons`, or -1. */
  readonly season: number
  readonly units: readonly RiskUnit[]
}

/** A time of the year that stretches work. Months as of 1 to 12. */
export interface RiskSeason {
  readonly months: readonly number[]
  /** 0.3: at its worst it stretches work by 30 %. */
  readonly stretch: number
}

/** Several tasks of which the last to finish counts: a phase, an objective, a decision. */
export interface RiskGroup {
  readonly id: string
  /** Places in `tasks`. */
  readonly tasks: readonly number[]
  /** Minutes from H-hour: the date that is to hold, or null. */
  readonly due: number | null
}

/** A plan as the simulation sees it. */
export interface RiskModel {
  readonly tasks: readonly RiskTask[]
  /** Every start (2 × place in `tasks`) and finish (one more) once, in an order in which every arc leads onwards. */
  readonly events: readonly number[]
  readonly arcs: readonly RiskArc[]
  readonly units: readonly Id<'unit'>[]
  readonly groups: readonly RiskGroup[]
  readonly seasons: readonly RiskSeason[]
  /** From one month's severity to the next, 0 to 1. */
  readonly seasonCorrelation: number
  /** First minute of each month from the first that the plan touches on, and which month it is; ascending. */
  readonly months: readonly { readonly from: number; readonly month: number }[]
  /** Mean of the time a unit that failed is waited for, minutes. */
  readonly failureDelay: number
  /** Dependencies left out because they close a circle. */
  readonly ignored: readonly Id<'dependency'>[]
}
