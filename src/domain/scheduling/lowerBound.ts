import { busiestUnits } from './busiestUnits.ts'
import type { CheckedProblem } from './checkProblem.ts'
import { workloadBound, type Workload } from './workloadBound.ts'

/** No schedule ends before `value`, and why. Activities and units are indexes of the problem. */
export type LowerBound = Readonly<{ value: number; because: BoundReason }>

export type BoundReason =
  /** Each waits for the one before it. */
  | Readonly<{ kind: 'path'; activities: readonly number[] }>
  /**
   * `work` (amount × time) of these activities falls to a resource of `capacity`, or to these units alone, which are as
   * many as `capacity`; none of it can begin before `after`, and `before` is yet to come when it ends.
   */
  | (Readonly<{ kind: 'resource'; resource: number }> & Load)
  | (Readonly<{ kind: 'units'; units: readonly number[] }> & Load)
  /** Were all over any earlier, these would be left no room by what comes before, beside and after them. */
  | Readonly<{ kind: 'squeeze'; activities: readonly number[] }>

type Load = Readonly<{ activities: readonly number[]; work: number; capacity: number; after: number; before: number }>

/** Sets of units beyond this number are not joined further. */
const MOST_SETS = 400

/** The best of several simple bounds on the makespan. */
export function lowerBound(checked: CheckedProblem): LowerBound {
  let best = pathBound(checked)
  for (const { workload, reason } of workloads(checked)) {
    const found = workloadBound(workload, best.value)
    if (!found) continue
    const { value, places, work, after, before } = found
    const activities = places.map((j) => checked.network.original[j]!)
    best = { value, because: { ...reason, activities, work, capacity: workload.capacity, after, before } }
  }
  return best
}

function pathBound({ network, earliest }: CheckedProblem): LowerBound {
  const { count, original, tail, before } = network
  let value = 0
  let at = -1
  for (let j = 0; j < count; j += 1) {
    if (earliest[j]! + tail[j]! <= value) continue
    value = earliest[j]! + tail[j]!
    at = j
  }
  const activities: number[] = []
  while (at >= 0) {
    activities.push(original[at]!)
    let next = -1
    for (let k = before.first[at]!; k < before.first[at + 1]!; k += 1) {
      const from = before.other[k]!
      if (earliest[at] === earliest[from]! + before.delay[k]!) next = from
    }
    at = next
  }
  const { after, duration } = network
  let last = activities.length === 0 ? -1 : network.place[activities[0]!]!
  const following: number[] = []
  while (last >= 0 && tail[last]! > duration[last]!) {
    let next = -1
    for (let k = after.first[last]!; k < after.first[last + 1]!; k += 1) {
      const to = after.other[k]!
      if (tail[last] === after.delay[k]! + duration[last]! - duration[to]! + tail[to]!) next = to
    }
    if (next >= 0) following.push(original[next]!)
    last = next
  }
  return { value, because: { kind: 'path', activities: [...activities.toReversed(), ...following] } }
}

export type NamedWorkload = Readonly<{
  workload: Workload
  reason: Readonly<{ kind: 'resource'; resource: number }> | Readonly<{ kind: 'units'; units: readonly number[] }>
}>

/** All the work that falls to a resource or to units of which some of it asks no others. */
export function* workloads({ problem, network, earliest }: CheckedProblem): Generator<NamedWorkload> {
  const { count, original, duration, tail } = network
  const rest = tail.map((time, j) => time - duration[j]!)
  const base = { head: earliest, rest, duration }
  for (const [resource, { capacity }] of problem.resources.entries()) {
    const amount = new Float64Array(count)
    for (let j = 0; j < count; j += 1) {
      for (const use of problem.activities[original[j]!]!.uses) if (use.resource === resource) amount[j]! += use.amount
    }
    if (capacity > 0) yield { workload: { ...base, amount, capacity }, reason: { kind: 'resource', resource } }
  }
  const { sets, needs } = capableSets(problem, original)
  const work = sets.map(() => 0)
  for (let j = 0; j < count; j += 1) {
    for (const { set, quantity } of needs[j]!) work[set]! += quantity * duration[j]!
  }
  for (const units of [busiestUnits(sets, work), ...closedUnions(sets)]) {
    if (units.size === 0) continue
    const amount = new Float64Array(count)
    const inside = sets.map((set) => set.every((unit) => units.has(unit)))
    for (let j = 0; j < count; j += 1) {
      for (const { set, quantity } of needs[j]!) if (inside[set]) amount[j]! += quantity
    }
    const list = [...units].sort((a, b) => a - b)
    yield { workload: { ...base, amount, capacity: list.length }, reason: { kind: 'units', units: list } }
  }
}

type SetNeeds = Readonly<{
  sets: readonly (readonly number[])[]
  needs: readonly (readonly Readonly<{ set: number; quantity: number }>[])[]
}>

/** The different sets of units that are capable of some need, and each activity's needs by those sets. */
function capableSets(problem: CheckedProblem['problem'], original: Int32Array): SetNeeds {
  const bySkill = new Map<string, number>()
  const byUnits = new Map<string, number>()
  const sets: number[][] = []
  const setOf = (skill: number, level: number): number => {
    const name = `${skill}/${level}`
    const known = bySkill.get(name)
    if (known !== undefined) return known
    const units = problem.units.flatMap(({ skills }, u) =>
      skills.some((own) => own.skill === skill && own.level >= level) ? [u] : [],
    )
    const key = units.join()
    const index = byUnits.get(key) ?? sets.push(units) - 1
    byUnits.set(key, index)
    bySkill.set(name, index)
    return index
  }
  const needs = Array.from(original, (j) =>
    (problem.activities[j]?.needs ?? []).map(({ skill, level, quantity }) => ({ set: setOf(skill, level), quantity })),
  )
  return { sets, needs }
}

/** Unions of the sets, small unions of few first, up to a number. */
function closedUnions(sets: readonly (readonly number[])[]): Set<number>[] {
  const found = new Map<string, Set<number>>()
  let layer: Set<number>[] = [new Set()]
  for (let depth = 0; depth < 4 && layer.length > 0 && found.size < MOST_SETS; depth += 1) {
    const next: Set<number>[] = []
    for (const base of layer) {
      for (const set of sets) {
        const union = new Set([...base, ...set])
        const key = [...union].sort((a, b) => a - b).join()
        if (found.has(key) || found.size >= MOST_SETS) continue
        found.set(key, union)
        next.push(union)
      }
    }
    layer = next
  }
  return [...found.values()]
}
