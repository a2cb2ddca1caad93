import type { Problem, Service } from '../../src/domain/scheduling/Problem.ts'
import { makespanOf, verify } from './verify.ts'

/** The least makespan by trying every start under `horizon` and every choice of units. For tiny plain problems only. */
export function bruteForce(problem: Problem, horizon: number): number {
  const { activities, units } = problem
  let best = horizon
  const starts: number[] = []
  /** What is settled must hold by itself: the problem cut down to its first activities. */
  const holds = (services: readonly Service[]): boolean => {
    const count = starts.length
    const part: Problem = {
      ...problem,
      activities: activities.slice(0, count),
      precedences: problem.precedences.filter(({ from, to }) => from < count && to < count),
    }
    return verify(part, { starts, services }).length === 0
  }
  const serve = (i: number, services: readonly Service[], slots: readonly number[]): void => {
    const [need, ...rest] = slots
    if (need === undefined) {
      if (holds(services)) next(i + 1, services)
      return
    }
    const last = services.at(-1)
    for (let unit = 0; unit < units.length; unit += 1) {
      // Units of one need in rising order: other orders are the same choice.
      if (last?.activity === i && last.need === need && last.unit >= unit) continue
      const asked = activities[i]?.needs[need]
      const able = units[unit]?.skills.some((own) => own.skill === asked?.skill && own.level >= (asked?.level ?? 0))
      if (able) serve(i, [...services, { activity: i, need, unit }], rest)
    }
  }
  const next = (i: number, services: readonly Service[]): void => {
    const activity = activities[i]
    if (!activity) {
      best = Math.min(best, makespanOf(problem, starts))
      return
    }
    const slots = activity.needs.flatMap(({ quantity }, need) => Array.from({ length: quantity }, () => need))
    for (let start = 0; start + activity.duration < best; start += 1) {
      starts.push(start)
      serve(i, services, slots)
      starts.length = i
    }
  }
  next(0, [])
  return best
}
