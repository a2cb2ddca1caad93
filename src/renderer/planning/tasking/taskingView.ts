import { createStore } from 'zustand/vanilla'
import type { Id } from '../../../domain/records/ids.ts'
import {
  DEFAULT_SECONDS,
  TASKING_GOALS,
  type TaskingGoal,
  type UnitFreedom,
} from '../../../domain/scheduling/tasking/TaskingRequest.ts'
import type { TaskingScope } from './taskingScopes.ts'

export type AnswerSection = 'changes' | 'unplaced' | 'result'

/** A goal of the list, whether it counts or is left out. */
export interface GoalChoice {
  readonly goal: TaskingGoal
  readonly isOn: boolean
}

/** What checking or unchecking one change did to others, to be said. */
export interface ChoiceNotice {
  readonly kind: 'taken-along' | 'left-along'
  readonly mission: Id<'mission'>
  readonly others: readonly Id<'mission'>[]
}

/** What is asked of a proposal and how the answer is looked at; stays while one goes to other places. */
export interface TaskingView {
  readonly planId: Id<'plan'> | null
  readonly scope: TaskingScope
  /** Missions of the scope `selection`: those selected when it was chosen, whatever is selected since. */
  readonly picked: readonly Id<'mission'>[]
  readonly mayMove: boolean
  readonly units: UnitFreedom
  readonly fixedTimes: ReadonlySet<Id<'mission'>>
  readonly fixedUnits: ReadonlySet<Id<'mission'>>
  /** Minutes from H-hour. */
  readonly notBefore: number | null
  /** The first before all others. */
  readonly goals: readonly GoalChoice[]
  readonly seconds: number
  readonly seed: number
  /** The scope of the last question that was put. */
  readonly asked: Pick<TaskingView, 'scope' | 'picked'> | null
  /** Whether the question stands beside the answer. */
  readonly isQuestionShown: boolean
  readonly section: AnswerSection
  /** Changes that are not to be taken. */
  readonly left: ReadonlySet<Id<'mission'>>
  readonly notice: ChoiceNotice | null
  /** Mission of the change, and of the unplaced, that is looked at. */
  readonly change: Id<'mission'> | null
  readonly unplaced: Id<'mission'> | null
}

const START: TaskingView = {
  planId: null,
  scope: 'lacking',
  picked: [],
  mayMove: false,
  units: 'add',
  fixedTimes: new Set(),
  fixedUnits: new Set(),
  notBefore: null,
  goals: TASKING_GOALS.map((goal) => ({ goal, isOn: true })),
  seconds: DEFAULT_SECONDS,
  seed: 1,
  asked: null,
  isQuestionShown: true,
  section: 'changes',
  left: new Set(),
  notice: null,
  change: null,
  unplaced: null,
}

export const taskingView = createStore<TaskingView>(() => START)

export function lookAtPlan(planId: Id<'plan'>): void {
  if (taskingView.getState().planId !== planId) taskingView.setState({ ...START, planId })
}

/** Another set of missions is asked about; what fits it goes along, and stays in sight to be changed. */
export function chooseScope(scope: TaskingScope, selected: readonly Id<'mission'>[]): void {
  taskingView.setState({
    scope,
    ...(scope === 'selection' ? { picked: selected } : {}),
    // Errors are seldom mended without moving something, but no more than that; what lacks is filled in without.
    ...(scope === 'errors' ? { mayMove: true, units: 'change', goals: withFewChangesFirst() } : {}),
    ...(scope === 'lacking' ? { mayMove: false, units: 'add' } : {}),
  })
}

function withFewChangesFirst(): readonly GoalChoice[] {
  const { goals } = taskingView.getState()
  return [{ goal: 'change', isOn: true }, ...goals.filter((g) => g.goal !== 'change')]
}
