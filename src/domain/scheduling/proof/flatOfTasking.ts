import { quantityOf } from '../../check/CheckContext.ts'
import type { Unit } from '../../records/unit.ts'
import type { Task } from '../tasking/model/TaskingModel.ts'
import { type Fact, FlatModel, type Term } from './FlatModel.ts'
import type { Question } from './Question.ts'

/** What of a model of tasks the question knows. */
export type TasksOfUnits = Readonly<{
  tasks: readonly Pick<
    Task,
    | 'index'
    | 'minutes'
    | 'needs'
    | 'needsLeader'
    | 'leaders'
    | 'supporters'
    | 'fixedStart'
    | 'first'
    | 'last'
    | 'relations'
  >[]
  units: readonly Pick<Unit, 'capabilities' | 'splittable'>[]
  context: Readonly<{ recoveryMinutes: number }>
}>

type KnownTask = TasksOfUnits['tasks'][number]

/** Minutes that no start or end is beyond: a hundred years. */
const FAR = 52_560_000
/** Beyond these a model takes longer to read than it is worth; what is left out makes it say less, never wrong. */
const MOST_FACTS = 20_000
const MOST_CLAUSES = 40_000

/**
 * "Can these tasks all be placed, and all end before `under`?" Leaves out ways, sorties, supplies, superiors and what is
 * booked already: what satisfies it need be no placement, but if nothing does, there is none that the check would pass.
 *
 * @param among places of the tasks in the model; minutes from H-hour; `under` null for no bound on the end
 */
export function flatOfTasking(model: TasksOfUnits, among: ReadonlySet<number>, under: number | null): Question {
  const flat = new FlatModel()
  const tasks = model.tasks.filter(({ index }) => among.has(index))
  const starts = new Map<number, Term>()
  const windows = new Map<number, readonly [number, number]>()
  for (const task of tasks) {
    const { index, minutes, fixedStart } = task
    const first = Math.ceil(Math.max(task.first, fixedStart ?? -FAR, -FAR))
    const last = Math.floor(Math.min(task.last, fixedStart ?? FAR, under === null ? FAR : under - 1 - minutes))
    windows.set(index, [first, last])
    starts.set(index, first <= last ? flat.int(`s${index}`, first, last) : flat.int(`s${index}`, 1, 0))
  }
  for (const task of tasks) relate(flat, task, starts)
  boundCapabilities(flat, model, tasks, starts)
  const serving = serve(flat, model, tasks)
  keepApart(flat, model, { tasks, starts, windows, serving })
  return flat.isRefuted ? { kind: 'refuted' } : { kind: 'open', text: flat.text(), isExact: false }
}

/** Each tie is listed at both tasks; said once. */
function relate(flat: FlatModel, task: KnownTask, starts: ReadonlyMap<number, Term>): void {
  const start = starts.get(task.index)
  for (const { other, spans } of task.relations) {
    const from = starts.get(other)
    if (start === undefined || from === undefined || other < task.index) continue
    const only = spans.length === 1
    const ways = spans.map(({ least, most }) => {
      const way = only ? undefined : flat.fact()
      if (least > -FAR) flat.after(from, start, Math.ceil(least), way)
      if (most < FAR) flat.after(start, from, -Math.floor(most), way)
      return way
    })
    if (!only) flat.clause(ways.filter((way) => way !== undefined))
  }
}

/** What tasks need of one capability at one time is no more than all who could serve them have of it. */
function boundCapabilities(
  flat: FlatModel,
  { units, context }: TasksOfUnits,
  tasks: readonly KnownTask[],
  starts: ReadonlyMap<number, Term>,
): void {
  const capabilities = new Set(tasks.flatMap(({ needs }) => needs.map(({ capability }) => capability)))
  for (const capability of capabilities) {
    const able = new Set<number>()
    const loads = tasks.flatMap((task) => {
      const amount = quantityOf(task.needs, capability)
      const start = starts.get(task.index)
      if (amount <= 0 || start === undefined) return []
      for (const unit of [...task.leaders, ...task.supporters]) able.add(unit)
      return [{ start, duration: task.minutes + context.recoveryMinutes, amount }]
    })
    const has = [...able].reduce((sum, unit) => sum + quantityOf(units[unit]?.capabilities ?? [], capability), 0)
    flat.cumulative(loads, has)
  }
}

/** By task: that a unit serves it. Enough is brought of each need, and one who may leads. */
function serve(
  flat: FlatModel,
  { units }: TasksOfUnits,
  tasks: readonly KnownTask[],
): ReadonlyMap<number, ReadonlyMap<number, Fact>> {
  const serving = new Map<number, Map<number, Fact>>()
  let facts = 0
  for (const { index, needs, needsLeader, leaders, supporters } of tasks) {
    if (facts > MOST_FACTS) break
    const own = new Map<number, Fact>()
    serving.set(index, own)
    const factOf = (unit: number): Fact => {
      const known = own.get(unit)
      if (known !== undefined) return known
      facts += 1
      const fact = flat.fact()
      own.set(unit, fact)
      return fact
    }
    const candidates = [...new Set([...leaders, ...supporters])]
    for (const { capability, quantity } of needs) {
      const has = (unit: number): number => quantityOf(units[unit]?.capabilities ?? [], capability)
      const able = candidates.filter((unit) => has(unit) > 0)
      flat.sum(
        able.map(factOf),
        able.map((unit) => Math.min(has(unit), quantity)),
        quantity,
        Number.POSITIVE_INFINITY,
      )
    }
    if (needsLeader) flat.clause([...new Set(leaders)].map(factOf))
  }
  return serving
}

type Served = Readonly<{
  tasks: readonly KnownTask[]
  starts: ReadonlyMap<number, Term>
  /** First and last starts. */
  windows: ReadonlyMap<number, readonly [number, number]>
  serving: ReadonlyMap<number, ReadonlyMap<number, Fact>>
}>

/** A unit that does not split serves one task after the other, with its recovery between. Those asked for least come first. */
function keepApart(flat: FlatModel, model: TasksOfUnits, { tasks, starts, windows, serving }: Served): void {
  const recovery = model.context.recoveryMinutes
  const tasksOf = new Map<number, KnownTask[]>()
  for (const task of tasks) {
    for (const unit of serving.get(task.index)?.keys() ?? []) {
      if (model.units[unit]?.splittable !== false) continue
      tasksOf.set(unit, [...(tasksOf.get(unit) ?? []), task])
    }
  }
  const order = new Map<string, Fact | null>()
  const before = (a: KnownTask, b: KnownTask): Fact | null => {
    const key = `${a.index} ${b.index}`
    const known = order.get(key)
    if (known !== undefined) return known
    const span = a.minutes + recovery
    const isPossible = windows.get(a.index)![0] + span <= windows.get(b.index)![1]
    const fact = isPossible ? flat.fact() : null
    if (fact !== null) flat.after(starts.get(a.index)!, starts.get(b.index)!, span, fact)
    order.set(key, fact)
    return fact
  }
  let clauses = 0
  for (const [unit, users] of [...tasksOf].sort(([, a], [, b]) => a.length - b.length)) {
    clauses += (users.length * (users.length - 1)) / 2
    if (clauses > MOST_CLAUSES) return
    for (const [i, a] of users.entries()) {
      for (const b of users.slice(i + 1)) {
        if (isEver(windows, a, b, recovery)) continue
        const ways = [before(a, b), before(b, a)].filter((fact) => fact !== null)
        flat.clause(ways, [serving.get(a.index)!.get(unit)!, serving.get(b.index)!.get(unit)!])
      }
    }
  }
}

/** Whether one of the two is over before the other may begin, whenever they are. */
function isEver(windows: Served['windows'], a: KnownTask, b: KnownTask, recovery: number): boolean {
  const [firstA, lastA] = windows.get(a.index)!
  const [firstB, lastB] = windows.get(b.index)!
  return lastA + a.minutes + recovery <= firstB || lastB + b.minutes + recovery <= firstA
}
