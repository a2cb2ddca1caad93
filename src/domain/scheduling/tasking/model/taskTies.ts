import { type CheckContext, type Span, spanOf } from '../../../check/CheckContext.ts'
import { enablerStarts } from '../../../check/enablerTiming.ts'
import { predecessorStart, successorStart } from '../../../check/fit.ts'
import type { EnablerKind } from '../../../records/common.ts'
import type { Dependency } from '../../../records/dependency.ts'
import type { Id } from '../../../records/ids.ts'
import type { Mission } from '../../../records/mission.ts'
import { assertNever } from '../../../result.ts'
import { joinedStarts, type StartSpan, startsWithin } from './StartSpan.ts'
import type { Bound, DifferenceSpan, EnablerChoice, Relation } from './TaskingModel.ts'

/** What ties need to know of a task while the model is built. */
export interface TiedTask {
  readonly index: number
  readonly mission: Mission
  readonly minutes: number
  readonly bounds: Bound[]
  readonly relations: Relation[]
  readonly choices: EnablerChoice[]
  readonly serves: EnablerChoice[]
}

interface Tasks {
  readonly byMission: ReadonlyMap<Id<'mission'>, TiedTask>
  /** By index. */
  readonly list: readonly TiedTask[]
}

const EVER = Number.POSITIVE_INFINITY

/** Writes the dependencies of the tasks into them: bounds by missions outside, relations among themselves. */
export function tieDependencies(context: CheckContext, tasks: ReadonlyMap<Id<'mission'>, TiedTask>): void {
  const { plan } = context
  for (const task of tasks.values()) {
    for (const dependency of plan.indexes.dependenciesTo.get(task.mission.id)) {
      const { id, predecessor } = dependency
      if (predecessor === task.mission.id || !Number.isFinite(dependency.lagMinutes)) continue
      const before = tasks.get(predecessor)
      if (before !== undefined) {
        const least = leastDifference(dependency, before.minutes, task.minutes)
        relate(task, before, [{ least, most: EVER }], { by: id, kind: 'dependency' })
        continue
      }
      const first = successorStart(plan, dependency, task.minutes)
      if (first === null) continue
      const requirement = { kind: 'dependency', dependency: id, other: predecessor } as const
      task.bounds.push({ requirement, spans: startsWithin(Math.ceil(first), EVER) })
    }
    for (const dependency of plan.indexes.dependenciesFrom.get(task.mission.id)) {
      const { id, successor } = dependency
      if (successor === task.mission.id || tasks.has(successor)) continue
      const last = predecessorStart(plan, dependency, task.minutes)
      if (last === null) continue
      const requirement = { kind: 'dependency', dependency: id, other: successor } as const
      task.bounds.push({ requirement, spans: startsWithin(-EVER, Math.floor(last)) })
    }
  }
}

/** Least start of the successor minus start of the predecessor. */
function leastDifference({ kind, lagMinutes }: Dependency, before: number, after: number): number {
  switch (kind) {
    case 'finish-start':
      return before + lagMinutes
    case 'start-start':
      return lagMinutes
    case 'finish-finish':
      return before + lagMinutes - after
    case 'start-finish':
      return lagMinutes - after
    default:
      return assertNever(kind)
  }
}

type Said = Pick<Relation, 'by' | 'kind' | 'enabler'>

function relate(task: TiedTask, other: TiedTask, spans: readonly DifferenceSpan[], said: Said): void {
  const isEnabler = said.kind === 'enabler'
  task.relations.push({ ...said, other: other.index, spans, ...(isEnabler ? { isEnabled: true } : {}) })
  const turned = spans.map(({ least, most }) => ({ least: -most, most: -least })).toReversed()
  other.relations.push({ ...said, other: task.index, spans: turned, ...(isEnabler ? { isEnabled: false } : {}) })
}

/**
 * Writes what mission types need of others into the tasks: of each needed kind one tie has to be there, to a mission that
 * gives it at the right time. Needs of missions outside the tasks bind the tasks that fill them alone.
 */
export function tieEnablers(context: CheckContext, byMission: ReadonlyMap<Id<'mission'>, TiedTask>): void {
  const tasks: Tasks = { byMission, list: [...byMission.values()] }
  const { plan } = context
  const asking = new Map<Id<'mission'>, Mission>()
  for (const { mission } of tasks.list) {
    asking.set(mission.id, mission)
    for (const enabled of plan.indexes.missionsEnabledBy.get(mission.id)) asking.set(enabled.id, enabled)
  }
  for (const mission of asking.values()) {
    for (const kind of new Set(plan.get(mission.type)?.enablers ?? [])) tieKind(context, tasks, mission, kind)
  }
}

function tieKind(context: CheckContext, tasks: Tasks, mission: Mission, kind: EnablerKind): void {
  const { plan, enablerLeadMinutes: lead } = context
  const task = tasks.byMission.get(mission.id)
  const span = task === undefined ? spanOf(mission) : null
  if (task === undefined && span === null) return
  const minutes = task?.minutes ?? mission.duration.likely
  const given = mission.enablers.filter((tie) => tie.kind === kind && tie.mission !== mission.id)
  const fixed: StartSpan[] = []
  const ties: { task: number; spans: readonly DifferenceSpan[] }[] = []
  for (const id of new Set(given.map((tie) => tie.mission))) {
    const enabler = plan.get(id)
    if (enabler === undefined || !(plan.get(enabler.type)?.provides.includes(kind) ?? false)) continue
    const other = tasks.byMission.get(id)
    if (other !== undefined) {
      const spans = enabledDifferences(kind, minutes, other.minutes, lead)
      if (spans.length > 0) ties.push({ task: other.index, spans })
      continue
    }
    const at = spanOf(enabler)
    if (at === null) continue
    for (const { least, most } of enabledDifferences(kind, minutes, at.end - at.start, lead)) {
      fixed.push({ first: at.start + least, last: at.start + most })
    }
  }
  const named = given[0]?.mission ?? null
  const requirement = { kind: 'enabler', enabler: kind, other: named } as const
  const allowed = joinedStarts(fixed)
  const [only] = ties
  const choice = { kind, mission: mission.id, fixed: allowed, ties }
  if (task !== undefined) {
    if (only === undefined) task.bounds.push({ requirement, spans: allowed })
    else if (ties.length === 1 && allowed.length === 0) {
      relate(task, at(tasks, only.task), only.spans, { by: mission.id, kind: 'enabler', enabler: kind })
    } else note(tasks, { ...choice, enabled: task.index, start: 0 })
    return
  }
  if (span === null || only === undefined || allowed.some((s) => s.first <= span.start && span.start <= s.last)) return
  if (ties.length > 1) note(tasks, { ...choice, enabled: null, start: span.start })
  else bindEnabler(tasks, only, span, { ...requirement, other: mission.id })
}

function bindEnabler(
  tasks: Tasks,
  { task, spans }: EnablerChoice['ties'][number],
  { start }: Span,
  requirement: Bound['requirement'],
): void {
  const starts = joinedStarts(spans.map(({ least, most }) => ({ first: start - most, last: start - least })))
  at(tasks, task).bounds.push({ requirement, spans: starts })
}

function note(tasks: Tasks, choice: EnablerChoice): void {
  if (choice.enabled !== null) at(tasks, choice.enabled).choices.push(choice)
  for (const tie of choice.ties) at(tasks, tie.task).serves.push(choice)
}

function at(tasks: Tasks, index: number): TiedTask {
  const task = tasks.list[index]
  if (task === undefined) throw new Error(`no task ${index}`)
  return task
}

/** Start of the mission that needs a kind minus start of the one that gives it. */
function enabledDifferences(kind: EnablerKind, minutes: number, given: number, lead: number): DifferenceSpan[] {
  const starts = enablerStarts(kind, given, { start: 0, end: minutes }, lead)
  const spans = starts === null ? [] : [{ least: -starts.last, most: -starts.first }]
  if (kind === 'route') {
    // It may also have been opened before.
    const cover = spans[0]
    if (cover !== undefined && cover.most >= given - 1) return [{ least: cover.least, most: EVER }]
    spans.push({ least: given, most: EVER })
  }
  return spans
}
