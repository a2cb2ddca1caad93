import type { CheckedProblem } from '../checkProblem.ts'
import type { Activity, Unit } from '../Problem.ts'
import type { Fact } from './FlatModel.ts'
import { followers, type PairOrder } from './PairOrder.ts'

/** Most clauses of "the same unit, so one after the other". */
const MOST_CLAUSES = 40_000

/**
 * Says who serves what: enough units for each need, each in one place at a time, none while it is away. False when that
 * was too much to say, or when it is not the whole of what a schedule has to keep.
 */
export function serveNeeds(order: PairOrder, checked: CheckedProblem): boolean {
  const { problem, network } = checked
  const { count, original, duration } = network
  if (problem.units.length === 0) return true
  const able = Array.from(original, (activity) => ableUnits(problem.activities[activity]!, problem.units))
  if (countShared(able) > MOST_CLAUSES) return false
  /** By place and unit: that it serves. */
  const serving = able.map((needs, j) => chooseUnits(order, checked, j, needs))
  const follows = followers(checked)
  for (let i = 0; i < count; i += 1) {
    for (let j = i + 1; j < count; j += 1) {
      if (duration[i] === 0 || duration[j] === 0 || follows(i, j)) continue
      for (const [unit, own] of serving[i]!) {
        const other = serving[j]!.get(unit)
        if (other !== undefined) order.apart(i, j, [own, other])
      }
    }
  }
  return able.every((needs, j) => needs.length === 0 || duration[j]! > 0)
}

/** For each need, the units that could fill it. */
function ableUnits({ needs }: Activity, units: readonly Unit[]): number[][] {
  return needs.map((need) =>
    units.flatMap(({ skills }, unit) =>
      skills.some(({ skill, level }) => skill === need.skill && level >= need.level) ? [unit] : [],
    ),
  )
}

function countShared(able: readonly number[][][]): number {
  const users = new Map<number, number>()
  for (const needs of able) {
    for (const unit of new Set(needs.flat())) users.set(unit, (users.get(unit) ?? 0) + 1)
  }
  return [...users.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)
}

function chooseUnits(
  { model, starts }: PairOrder,
  { problem, network }: CheckedProblem,
  j: number,
  able: readonly number[][],
): Map<number, Fact> {
  const activity = network.original[j]!
  const { needs, fixedUnits = [] } = problem.activities[activity]!
  const places = new Map<number, Fact[]>()
  for (const [need, units] of able.entries()) {
    const fixed = fixedUnits.filter((own) => own.need === need).map(({ unit }) => unit)
    const quantity = Math.max(needs[need]!.quantity, fixed.length)
    const facts = units.map((unit) => {
      const fact = model.fact(`u${activity}_${need}_${unit}`)
      if (fixed.includes(unit)) model.clause([fact])
      places.set(unit, [...(places.get(unit) ?? []), fact])
      return fact
    })
    model.sum(
      facts,
      facts.map(() => 1),
      quantity,
      quantity,
    )
  }
  const serving = new Map<number, Fact>()
  for (const [unit, facts] of places) {
    const fact = facts.length === 1 ? facts[0]! : model.fact()
    serving.set(unit, fact)
    if (facts.length > 1) {
      for (const place of facts) model.clause([fact], [place])
      model.sum(
        facts,
        facts.map(() => 1),
        0,
        1,
      )
    }
    const span = network.duration[j]!
    for (const { from, to } of span === 0 ? [] : (problem.units[unit]!.away ?? [])) {
      const ended = model.fact()
      const begun = model.fact()
      model.below(starts[j]!, from - span, ended)
      model.above(starts[j]!, to, begun)
      model.clause([ended, begun], [fact])
    }
  }
  return serving
}
