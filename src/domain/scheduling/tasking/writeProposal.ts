import type { Checker } from '../../check/Checker.ts'
import type { RuleId } from '../../check/Finding.ts'
import type { PlanDocument, PlanReader } from '../../plan/PlanDocument.ts'
import type { Id } from '../../records/ids.ts'
import { changeOf } from './changesOf.ts'
import { Explainer } from './explain/Explainer.ts'
import { finishBound } from './search/finishBound.ts'
import { NeededWith } from './NeededWith.ts'
import type { Conflict, Finish, GoalValue, ProposedChange, Proposal, Unplaced } from './Proposal.ts'
import { refusedBy } from './refusedBy.ts'
import type { StuckTasks } from './StuckTasks.ts'
import type { Placement, Task, TaskingModel } from './model/TaskingModel.ts'
import type { TaskingRequest } from './TaskingRequest.ts'
import { Timetable } from './timetable/Timetable.ts'
import { verifyChanges } from './verifyChanges.ts'

/** Changes written between two yields. */
const SLICE = 5
/** Of more missions without a place nobody reads why. */
const MOST_EXPLAINED = 500

export interface Written {
  readonly proposal: Proposal
  /** Missions that the check spoke against, with the rule. */
  readonly refused: ReadonlyMap<Id<'mission'>, RuleId>
}

/**
 * Writes placements as a proposal: what changes, what has to be taken together, why, and what fits nowhere. The check has
 * tried it out, and what it would call an error is left out. The checker has to be up to date with the plan. Unless the
 * answer is whole, missions without a place that have a time stay as they are, and of the rest nothing is known.
 */
export function* writeProposal(
  plan: PlanDocument,
  checker: Checker,
  stuck: StuckTasks,
  placements: readonly (Placement | null)[],
  goals: readonly GoalValue[],
  isWhole: boolean,
): Generator<undefined, Written> {
  const { model } = stuck
  const timetable = new Timetable(model)
  for (const { index } of model.tasks) {
    const placement = placements[index] ?? null
    if (placement !== null) timetable.place(index, placement)
  }
  const explainer = new Explainer(model, timetable)
  yield
  const bare = model.tasks.flatMap((task) => {
    const placement = placements[task.index] ?? null
    return placement === null ? [] : (changeOf(model, task, placement) ?? [])
  })
  const needed = new NeededWith(model, placements, bare)
  const written: ProposedChange[] = []
  for (const [i, change] of bare.entries()) {
    const index = model.taskOf.get(change.mission)?.index ?? 0
    const why = { whyThen: explainer.whyThen(index), whyThese: explainer.whyThese(index) }
    written.push({ ...change, needs: needed.of(change), ...why })
    if (i % SLICE === 0) yield
  }
  const { changes, refused } = verifyChanges(plan, checker, written)
  yield
  const rules = new Map(refused.map((r) => [r.mission, r.rule]))
  const unplaced: Unplaced[] = []
  for (const one of stuck.unplaced(placements)) {
    unplaced.push(one)
    yield
  }
  const left = leftOut(model, placements, rules).filter(
    ({ mission }) => isWhole || mission.start === null || rules.has(mission.id),
  )
  for (const [i, task] of left.entries()) {
    const rule = rules.get(task.mission.id)
    const isExplained = isWhole && i < MOST_EXPLAINED
    const why = (): Conflict => (isExplained ? explainer.conflictOf(task.index) : NOT_FOUND)
    const conflict = rule === undefined ? why() : refusedBy(rule)
    unplaced.push({ mission: task.mission.id, conflict })
    yield
  }
  const out = new Set(left)
  const isStaying = (task: Task): boolean => !out.has(task) || rules.has(task.mission.id)
  const proposal: Proposal = {
    revision: plan.revision,
    changes,
    unplaced: byPriority(plan, unplaced),
    unchanged: model.tasks.filter(isStaying).length - written.length,
    untouched: model.untouched,
    goals,
    finish: finishOf(model, placements, rules),
  }
  return { proposal, refused: rules }
}

/** What is left to say when there was no time to begin. */
export const emptyProposal = (plan: PlanReader, { missions }: TaskingRequest): Proposal => ({
  revision: plan.revision,
  changes: [],
  unplaced: [],
  unchanged: missions.length,
  untouched: [],
  goals: [],
  finish: null,
})

const NOT_FOUND: Conflict = { requirements: [], isProven: false }

/** Tasks without a place, those among them whose place the check refused. */
const leftOut = (
  model: TaskingModel,
  placements: readonly (Placement | null)[],
  refused: ReadonlyMap<Id<'mission'>, RuleId>,
): Task[] => model.tasks.filter((t) => (placements[t.index] ?? null) === null || refused.has(t.mission.id))

/** Highest priority first, then as they came. */
function byPriority(plan: PlanReader, unplaced: readonly Unplaced[]): Unplaced[] {
  const priorityOf = ({ mission }: Unplaced): number => plan.get(mission)?.priority ?? Number.MAX_SAFE_INTEGER
  return unplaced.toSorted((a, b) => priorityOf(a) - priorityOf(b))
}

function finishOf(
  model: TaskingModel,
  placements: readonly (Placement | null)[],
  refused: ReadonlyMap<Id<'mission'>, RuleId>,
): Finish | null {
  const isPlaced = (index: number): boolean => {
    const task = model.tasks[index]
    return task !== undefined && (placements[index] ?? null) !== null && !refused.has(task.mission.id)
  }
  let end = Number.NEGATIVE_INFINITY
  for (const task of model.tasks) {
    if (isPlaced(task.index)) end = Math.max(end, (placements[task.index]?.start ?? 0) + task.minutes)
  }
  const bound = end === Number.NEGATIVE_INFINITY ? null : finishBound(model, isPlaced)
  if (bound === null) return null
  return { end, ...bound, isProven: bound.bound >= end }
}
