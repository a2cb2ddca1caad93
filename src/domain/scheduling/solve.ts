import { err, ok, type Result } from '../result.ts'
import { type CheckedProblem, checkProblem, type ProblemError } from './checkProblem.ts'
import { findUnserved } from './findUnserved.ts'
import { buildGeneralSearch } from './general/buildGeneralSearch.ts'
import type { Pace } from './Pace.ts'
import type { Problem } from './Problem.ts'
import { Random } from './Random.ts'
import { buildResourceSearch } from './rcpsp/buildResourceSearch.ts'
import type { BuiltSearch } from './Search.ts'
import { Solving } from './Solving.ts'
import { buildSingleSearch } from './single/buildSingleSearch.ts'
import { buildSkillSearch } from './skills/buildSkillSearch.ts'

export type SolveOptions = Readonly<{
  /** The same seed and `schedules` give the same answer, as long as no time is given. Whole. */
  seed: number
  /** Most schedules to make: every serial and every justification pass counts. */
  schedules?: number
  /** Most time to take, by `now`, from the call on. */
  milliseconds?: number
  /** A clock in milliseconds; needed when `milliseconds` is given. */
  now?: () => number
}>

/** Schedules expected before any was timed. */
const FIRST_GUESS = 5_000

/** Starts solving: cheap by itself, the work is in `step`. Errors are those of the problem, never of the search. */
export function solve(problem: Problem, options: SolveOptions): Result<Solving, ProblemError> {
  const { now = () => 0 } = options
  const began = now()
  const checked = checkProblem(problem)
  if (!checked.ok) return checked
  const unserved = findUnserved(checked.value)
  if (unserved) return err(unserved)
  const schedules = options.schedules ?? Number.POSITIVE_INFINITY
  const milliseconds = options.milliseconds ?? Number.POSITIVE_INFINITY
  const running: { search?: BuiltSearch['search'] } = {}
  const made = (): number => running.search?.schedules ?? 0
  const spent = (): number => (Number.isFinite(milliseconds) ? (now() - began) / Math.max(1e-9, milliseconds) : 0)
  const share = (): number => Math.min(1, Math.max(made() / Math.max(1, schedules), spent()))
  const pace: Pace = {
    share,
    left: () => Math.max(0, schedules - made()),
    expected: () => {
      if (Number.isFinite(schedules) && !Number.isFinite(milliseconds)) return schedules
      if (!Number.isFinite(milliseconds)) return Math.max(FIRST_GUESS, 2 * made())
      return Math.min(schedules, made() === 0 ? FIRST_GUESS : made() / Math.max(1e-6, spent()))
    },
  }
  const built = buildSearch(checked.value, new Random(options.seed), pace)
  running.search = built.search
  return ok(new Solving(checked.value, built, { schedules, isOutOfTime: () => spent() >= 1 }))
}

/** The fastest search that knows everything the problem asks for. */
function buildSearch(checked: CheckedProblem, random: Random, pace: Pace): BuiltSearch {
  return (
    buildResourceSearch(checked, random, pace) ??
    buildSingleSearch(checked, random, pace) ??
    buildSkillSearch(checked, random, pace) ??
    buildGeneralSearch(checked, random, pace)
  )
}
