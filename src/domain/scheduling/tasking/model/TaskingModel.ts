import type { CheckContext } from '../../../check/CheckContext.ts'
import type { RuleId } from '../../../check/Finding.ts'
import type { PlanReader } from '../../../plan/PlanDocument.ts'
import type { Assignment, AssignmentPart } from '../../../records/assignment.ts'
import type { CapabilityQuantity, EnablerKind } from '../../../records/common.ts'
import type { Id } from '../../../records/ids.ts'
import type { Mission } from '../../../records/mission.ts'
import type { MissionType } from '../../../records/missionType.ts'
import type { Unit } from '../../../records/unit.ts'
import type { LightStarts } from './LightStarts.ts'
import type { StartSpan } from './StartSpan.ts'
import type { TaskingRequest } from '../TaskingRequest.ts'

/** The plan as the search for a proposal sees it: the chosen missions, and what of the rest stands in their way. */
export interface TaskingModel {
  readonly plan: PlanReader
  /** Of the plan as it stands. */
  readonly context: CheckContext
  readonly request: TaskingRequest
  /** Chosen missions that may change, in the order of the request, each once. */
  readonly tasks: readonly Task[]
  readonly taskOf: ReadonlyMap<Id<'mission'>, Task>
  /** Units that may serve a task, that stay on one, or that are on one now. */
  readonly units: readonly Unit[]
  readonly unitIndex: ReadonlyMap<Id<'unit'>, number>
  /** Chosen missions that nothing may change: cancelled, done, under way, or gone from the plan. */
  readonly untouched: readonly Id<'mission'>[]
}

export interface Task {
  /** Place in the model's list. */
  readonly index: number
  readonly mission: Mission
  readonly type: MissionType | undefined
  /** Likely duration, at least 1. */
  readonly minutes: number
  /** What has to be brought beyond what `kept` brings; each capability once. */
  readonly needs: readonly CapabilityQuantity[]
  /** Assignments that stay as they are: all where units are kept or fixed, else at least the reserves. */
  readonly kept: readonly Assignment[]
  /** Whether a leader has to be found: no kept assignment is `supported`. */
  readonly needsLeader: boolean
  /** Places in the model's list of units: who may lead, and who may support, by what no time changes. */
  readonly leaders: readonly number[]
  readonly supporters: readonly number[]
  /** Start that the planner has fixed. */
  readonly fixedStart: number | null
  /** Bounds on the start by all that the search cannot change, arcs through other tasks included. May be empty (first > last). */
  readonly first: number
  readonly last: number
  /** Starts allowed by each thing that the search cannot change, light apart. */
  readonly bounds: readonly Bound[]
  /** Starts within all bounds at once. */
  readonly spans: readonly StartSpan[]
  /** The light its type asks for at its place. */
  readonly light: LightStarts | null
  /** Ties to other tasks, seen from this one; each is listed at both. */
  readonly relations: readonly Relation[]
  /** Needs of this task that one of several missions may fill, some of them tasks. */
  readonly choices: readonly EnablerChoice[]
  /** Needs of other missions, tasks or not, that this task is one of several to fill. */
  readonly serves: readonly EnablerChoice[]
  /** 6 − priority. */
  readonly weight: number
}

/** Starts that one requirement allows, in order, apart from each other. */
export interface Bound {
  readonly requirement: Requirement
  readonly spans: readonly StartSpan[]
}

/** A need for a kind of enabler that any one of several missions may fill. */
export interface EnablerChoice {
  readonly kind: EnablerKind
  readonly mission: Id<'mission'>
  /** The task that needs it; where it is none, its start. */
  readonly enabled: number | null
  readonly start: number
  /** Starts of the enabled at which a mission outside the tasks fills it. */
  readonly fixed: readonly StartSpan[]
  /** Tasks that may fill it: where the enabled's start minus theirs lies within one of the spans. */
  readonly ties: readonly { readonly task: number; readonly spans: readonly DifferenceSpan[] }[]
}

export interface DifferenceSpan {
  readonly least: number
  readonly most: number
}

/** This task's start minus the other's lies within one of the spans, bounds included; they may be infinite. */
export interface Relation {
  readonly other: number
  readonly spans: readonly DifferenceSpan[]
  /** The record that says so: a dependency, or the mission that is enabled. */
  readonly by: Id<'dependency'> | Id<'mission'>
  readonly kind: 'dependency' | 'enabler'
  /** Of an enabler, which kind, and whether this task is the one that needs it. */
  readonly enabler?: EnablerKind
  readonly isEnabled?: boolean
}

/** Where and with whom a task is. */
export interface Placement {
  readonly start: number
  /** Without those the task keeps. */
  readonly team: readonly Member[]
  /** The legal basis it rests on, which may be another than the mission's. */
  readonly legalBasis: Id<'legal-basis'> | null
}

export interface Member {
  /** Place in the model's list of units. */
  readonly unit: number
  readonly part: Exclude<AssignmentPart, 'reserve'>
  readonly brings: readonly CapabilityQuantity[]
}

/**
 * What a task asks that may stand in the way of a placement: the unit of explanation. `busy` names one other mission that
 * holds force; the others are about the task or its units as such.
 */
export type Requirement =
  | { readonly kind: 'not-before' | 'not-after' | 'phase' | 'horizon' | 'fixed-start' | 'asked-from' }
  | { readonly kind: 'dependency'; readonly dependency: Id<'dependency'>; readonly other: Id<'mission'> }
  | { readonly kind: 'enabler'; readonly enabler: string; readonly other: Id<'mission'> | null }
  | { readonly kind: 'legal-basis' | 'light' | 'season' }
  | { readonly kind: 'leader' }
  | { readonly kind: 'capability'; readonly capability: string }
  | { readonly kind: 'allocation' | 'readiness' | 'area' | 'command' | 'travel' | 'sorties' | 'crews' | 'supply' }
  | { readonly kind: 'busy'; readonly other: Id<'mission'> }
  /** A rule of the check that spoke against the placement when it was tried out. */
  | { readonly kind: 'check'; readonly rule: RuleId }
