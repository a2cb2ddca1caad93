import type { AssignmentPart } from '../../records/assignment.ts'
import type { CapabilityQuantity } from '../../records/common.ts'
import type { Id } from '../../records/ids.ts'
import type { Requirement } from './model/TaskingModel.ts'
import type { TaskingGoal } from './TaskingRequest.ts'

/** A difference to the plan that gives chosen missions times and units; plain data, for messages between threads. */
export interface Proposal {
  /** The plan's revision it was made for. */
  readonly revision: number
  readonly changes: readonly ProposedChange[]
  /** Chosen missions that fit nowhere, highest priority first. */
  readonly unplaced: readonly Unplaced[]
  /** Chosen missions that stay as they are, and those that nothing may change. */
  readonly unchanged: number
  readonly untouched: readonly Id<'mission'>[]
  readonly goals: readonly GoalValue[]
  /** Null when no chosen mission has a time. */
  readonly finish: Finish | null
}

export interface ProposedUnit {
  readonly unit: Id<'unit'>
  readonly part: AssignmentPart
  readonly brings: readonly CapabilityQuantity[]
}

export interface ProposedChange {
  readonly mission: Id<'mission'>
  /** Minutes from H-hour. `from` is null while the mission has no time. */
  readonly start: { readonly from: number | null; readonly to: number }
  /** All units of the mission, reserves included, as they are and as they would be. */
  readonly units: { readonly from: readonly ProposedUnit[]; readonly to: readonly ProposedUnit[] }
  /** Only where it becomes another one. */
  readonly legalBasis?: Id<'legal-basis'>
  /** Changed missions without whose changes this one would clash or hang in the air: to be taken with it. */
  readonly needs: readonly Id<'mission'>[]
  /** Why not earlier: what stood in the way just before the start; empty where it starts as early as it may. */
  readonly whyThen: readonly TimeReason[]
  /** One for each unit that is new on the mission. */
  readonly whyThese: readonly UnitReason[]
}

export interface TimeReason {
  readonly requirement: Requirement
  /** The unit that is held, where it is one. */
  readonly unit: Id<'unit'> | null
  /** From when on it no longer stands in the way; null where no time does. */
  readonly until: number | null
}

export interface UnitReason {
  readonly unit: Id<'unit'>
  /** Units that could fill its place at any time, and those of them that could at the proposed one, itself included. */
  readonly able: number
  readonly free: number
  /**
   * What speaks for it: nobody else is free (`only`), it was on the mission before (`present`), it comes by the shortest
   * way (`nearest`), it has the least work (`rested`), it alone covers all that is asked (`whole`), or no more than the
   * goals together (`goals`).
   */
  readonly why: 'only' | 'present' | 'nearest' | 'rested' | 'whole' | 'goals'
  /** Minutes on the way to the mission; null where not known or not asked. */
  readonly travel: number | null
  /** Minutes of work it has in the plan with the proposal. */
  readonly work: number
}

/** A smallest set of what cannot hold together: leave out any one, and the mission fits. */
export interface Conflict {
  readonly requirements: readonly Demand[]
  /** Further missions that hold force, where they are too many to be named or tried one by one. */
  readonly more?: number
  /** False where other missions of the proposal stand in the way: another distribution might make room. */
  readonly isProven: boolean
  /** What missions ask of a capability in a time that they all have to be in, and what there is of it then. */
  readonly counted?: Count
}

export interface Count {
  readonly capability: string
  readonly missions: readonly Id<'mission'>[]
  /** Minutes from H-hour. */
  readonly from: number
  readonly to: number
  /** Minutes of one of the capability; recovery counts as work. */
  readonly asked: number
  readonly has: number
}

export interface Demand {
  readonly requirement: Requirement
  /** Numbers for the sentence: what is asked, what there is. Absent where the kind has none. */
  readonly asked?: number
  readonly has?: number
  /** First and last start that it allows, where it bounds them. */
  readonly first?: number
  readonly last?: number
  /** Units that could fill the place if they were free, at most five. */
  readonly units?: readonly Id<'unit'>[]
  /** Where the mission would start, and with whom, if this one were let go. */
  readonly freed: { readonly start: number; readonly units: readonly Id<'unit'>[] } | null
}

export interface Unplaced {
  readonly mission: Id<'mission'>
  readonly conflict: Conflict
}

/** Before: the plan as it stands. Units: `finish` minute of the end, `lateness` weighted minutes, `change` changes, `balance` busiest unit's minutes, `travel` minutes. */
export interface GoalValue {
  readonly goal: TaskingGoal
  readonly before: number | null
  readonly after: number
}

export interface Finish {
  readonly end: number
  /** No placement of the same missions ends earlier. */
  readonly bound: number
  /** What the bound rests on: the way through missions that wait for each other, or units that alone can do some work. */
  readonly reason:
    | { readonly kind: 'order'; readonly missions: readonly Id<'mission'>[] }
    | {
        readonly kind: 'work'
        readonly units: readonly Id<'unit'>[]
        readonly missions: readonly Id<'mission'>[]
        readonly minutes: number
      }
  readonly isProven: boolean
}

/** How far a search is. */
export interface TaskingProgress {
  readonly rounds: number
  readonly placed: number
  readonly chosen: number
  /** In the order of the request, for the best so far. */
  readonly goals: readonly GoalValue[]
}
