import type { CheckedProblem } from '../checkProblem.ts'
import { workloads } from '../lowerBound.ts'
import type { Schedule, Service } from '../Problem.ts'
import { FlatModel, type Term } from './FlatModel.ts'
import { orderPairs, PairOrder } from './PairOrder.ts'
import type { Question, Values } from './Question.ts'
import { serveNeeds } from './serveNeeds.ts'

/** Sets of units whose work is said as a whole; more slow the search. */
const MOST_SETS = 12

/**
 * "Is there a schedule whose last end is before `under`?" Knows all but ways, sorties and work without duration that
 * needs units, and leaves out who does what where that would be too large: then a schedule found may be none, but none
 * found means that there is none.
 */
export function flatOfProblem(checked: CheckedProblem, under: number): Question {
  const { problem, network, earliest, latest } = checked
  const { count, original, before, duration, tail } = network
  const model = new FlatModel()
  const last = (j: number): number => Math.min(latest[j]!, under - 1 - tail[j]!)
  const starts = Array.from({ length: count }, (_, j) => model.int(nameOfStart(original[j]!), earliest[j]!, last(j)))
  for (let j = 0; j < count; j += 1) {
    for (let k = before.first[j]!; k < before.first[j + 1]!; k += 1) {
      model.after(starts[before.other[k]!]!, starts[j]!, before.delay[k]!)
    }
    windows(model, checked, j, starts[j]!)
  }
  for (const { amount, capacity } of heaviest(checked)) {
    const loads = starts.map((start, j) => ({ start, duration: duration[j]!, amount: amount[j]! }))
    model.cumulative(loads, capacity)
  }
  const order = new PairOrder(model, checked, starts, last)
  const areOrdered = orderPairs(order, checked)
  const isServed = areOrdered && serveNeeds(order, checked)
  const end = model.int('makespan', 0, under - 1)
  for (let j = 0; j < count; j += 1) {
    if (tail[j] === duration[j]) model.after(starts[j]!, end, duration[j]!)
  }
  if (model.isRefuted) return { kind: 'refuted' }
  const isWhole = !problem.travel && problem.activities.every(({ sorties }) => !sorties)
  return { kind: 'open', text: model.text(end), isExact: isWhole && isServed }
}

/** The schedule that an answer to an exact question tells. */
export function scheduleOf({ problem }: CheckedProblem, values: Values): Schedule {
  const all = values.all()
  const starts = problem.activities.map((_, activity) => all.get(nameOfStart(activity)) ?? -1)
  const services: Service[] = []
  for (const [name, value] of all) {
    if (!name.startsWith('u') || value !== 1) continue
    const [activity = 0, need = 0, unit = 0] = name.slice(1).split('_').map(Number)
    services.push({ activity, need, unit })
  }
  return { starts, services }
}

const nameOfStart = (activity: number): string => `s${activity}`

function windows(model: FlatModel, { problem, network }: CheckedProblem, j: number, start: Term): void {
  const spans = problem.activities[network.original[j]!]!.windows
  const fitting = spans?.filter(({ from, to }) => to - from >= network.duration[j]!)
  if (fitting)
    gaps(
      model,
      start,
      fitting.map(({ from, to }) => [from, to - network.duration[j]!]),
    )
}

/** `start` lies in one of the spans, bounds included. */
function gaps(model: FlatModel, start: Term, spans: readonly (readonly [number, number])[]): void {
  const inside = spans.map(([from, to]) => {
    const fact = model.fact()
    model.above(start, from, fact)
    model.below(start, to, fact)
    return fact
  })
  model.clause(inside)
}

/** Resources, and sets of units that have most work each. */
function heaviest(checked: CheckedProblem): { amount: ArrayLike<number>; capacity: number }[] {
  const resources = []
  const sets = []
  for (const { workload, reason } of workloads(checked)) {
    const { amount, capacity, duration } = workload
    let work = 0
    for (let j = 0; j < amount.length; j += 1) work += amount[j]! * duration[j]!
    if (reason.kind === 'resource') resources.push({ amount, capacity })
    else sets.push({ amount, capacity, load: work / capacity })
  }
  return [...resources, ...sets.sort((a, b) => b.load - a.load).slice(0, MOST_SETS)]
}
