import { err, ok, type Result } from '../result.ts'
import { buildNetwork, type Network } from './Network.ts'
import { type Activity, LATEST_TIME, type Problem, type Span } from './Problem.ts'

/** Why a problem has no answer, or cannot be read as one. Indexes are those of the problem's lists. */
export type ProblemError =
  | Readonly<{
      kind: 'bad-number'
      of: 'activity' | 'precedence' | 'resource' | 'unit' | 'travel'
      index: number
      field: string
    }>
  | Readonly<{ kind: 'unknown-index'; of: 'activity' | 'precedence' | 'unit'; index: number; field: string }>
  | Readonly<{ kind: 'too-long' }>
  | Readonly<{ kind: 'circle'; activities: readonly number[] }>
  | Readonly<{ kind: 'over-capacity'; activity: number; resource: number }>
  | Readonly<{ kind: 'no-units'; activity: number; need: number }>
  | Readonly<{ kind: 'no-window'; activity: number }>
  /** By precedence and fixed starts alone it cannot begin before `earliest` and must by `latest`, which is earlier. */
  | Readonly<{ kind: 'contradiction'; activity: number; earliest: number; latest: number }>

/** A problem found sound, with what follows from its arcs, releases, deadlines and fixed starts. By place. */
export type CheckedProblem = Readonly<{
  problem: Problem
  network: Network
  earliest: Int32Array
  /** Latest starts; `LATEST_TIME` where nothing says otherwise. */
  latest: Int32Array
}>

const isWhole = (value: number, least = 0, most = LATEST_TIME): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most

const areSpans = (spans: readonly Span[] | undefined): boolean =>
  (spans ?? []).every(
    ({ from, to }, i) => isWhole(from) && isWhole(to) && from < to && from >= (spans?.[i - 1]?.to ?? 0),
  )

const badField = (activity: Activity): string | undefined => {
  if (!isWhole(activity.duration)) return 'duration'
  for (const name of ['release', 'deadline', 'due', 'sorties', 'fixedStart'] as const) {
    const value = activity[name]
    if (value !== undefined && !isWhole(value)) return name
  }
  if (activity.weight !== undefined && !(activity.weight >= 0 && activity.weight <= LATEST_TIME)) return 'weight'
  if (!areSpans(activity.windows)) return 'windows'
  if (activity.uses.some(({ amount }) => !isWhole(amount))) return 'uses'
  if (activity.needs.some(({ quantity }) => !isWhole(quantity))) return 'needs'
  return undefined
}

const unknownField = (activity: Activity, problem: Problem): string | undefined => {
  const isIndex = (value: number, count: number): boolean => isWhole(value, 0, count - 1)
  if (activity.uses.some(({ resource }) => !isIndex(resource, problem.resources.length))) return 'uses'
  if (activity.place !== undefined && !isIndex(activity.place, problem.travel?.places ?? 0)) return 'place'
  const fixed = activity.fixedUnits ?? []
  const isKnown = fixed.every(
    ({ unit, need }) => isIndex(unit, problem.units.length) && isIndex(need, activity.needs.length),
  )
  const isOnce = new Set(fixed.map(({ unit }) => unit)).size === fixed.length
  return isKnown && isOnce ? undefined : 'fixedUnits'
}

/** Numbers in range and indexes known; nothing about whether there is an answer. */
function checkNumbers(problem: Problem): ProblemError | undefined {
  for (const [index, activity] of problem.activities.entries()) {
    const bad = badField(activity)
    if (bad) return { kind: 'bad-number', of: 'activity', index, field: bad }
    const unknown = unknownField(activity, problem)
    if (unknown) return { kind: 'unknown-index', of: 'activity', index, field: unknown }
  }
  const count = problem.activities.length
  for (const [index, { from, to, lag }] of problem.precedences.entries()) {
    if (!isWhole(from, 0, count - 1)) return { kind: 'unknown-index', of: 'precedence', index, field: 'from' }
    if (!isWhole(to, 0, count - 1)) return { kind: 'unknown-index', of: 'precedence', index, field: 'to' }
    if (!isWhole(lag, -LATEST_TIME)) return { kind: 'bad-number', of: 'precedence', index, field: 'lag' }
  }
  for (const [index, { capacity }] of problem.resources.entries()) {
    if (!isWhole(capacity)) return { kind: 'bad-number', of: 'resource', index, field: 'capacity' }
  }
  const { travel } = problem
  for (const [index, unit] of problem.units.entries()) {
    if (!areSpans(unit.away)) return { kind: 'bad-number', of: 'unit', index, field: 'away' }
    if (unit.sortiesPerDay !== undefined && !isWhole(unit.sortiesPerDay)) {
      return { kind: 'bad-number', of: 'unit', index, field: 'sortiesPerDay' }
    }
    if (travel && !isWhole(unit.mobility ?? 0, 0, travel.times.length - 1)) {
      return { kind: 'unknown-index', of: 'unit', index, field: 'mobility' }
    }
    if (unit.home !== undefined && !isWhole(unit.home, 0, (travel?.places ?? 0) - 1)) {
      return { kind: 'unknown-index', of: 'unit', index, field: 'home' }
    }
  }
  for (const [index, row] of (travel?.times ?? []).entries()) {
    const isSquare = row.length === (travel?.places ?? 0) ** 2
    const isSound = isSquare && Array.from(row).every((time) => time === Number.POSITIVE_INFINITY || isWhole(time))
    if (!isSound) return { kind: 'bad-number', of: 'travel', index, field: 'times' }
  }
  if (!isWhole(problem.dayLength ?? 1, 1)) return { kind: 'bad-number', of: 'travel', index: 0, field: 'dayLength' }
  return isWhole(problem.dayStart ?? 0) ? undefined : { kind: 'bad-number', of: 'travel', index: 0, field: 'dayStart' }
}

/** What no schedule could get around, one activity at a time. */
function checkActivities({ activities, resources, units }: Problem): ProblemError | undefined {
  const capable = new Map<string, number>()
  for (const [activity, { duration, uses, needs, windows }] of activities.entries()) {
    const taken = new Map<number, number>()
    for (const { resource, amount } of uses) taken.set(resource, (taken.get(resource) ?? 0) + amount)
    const over = uses.find(({ resource }) => (taken.get(resource) ?? 0) > (resources[resource]?.capacity ?? 0))
    if (over) return { kind: 'over-capacity', activity, resource: over.resource }
    if (windows && !windows.some(({ from, to }) => to - from >= duration)) return { kind: 'no-window', activity }
    for (const [need, { skill, level, quantity }] of needs.entries()) {
      const name = `${skill}/${level}`
      const count =
        capable.get(name) ??
        units.filter(({ skills }) => skills.some((own) => own.skill === skill && own.level >= level)).length
      capable.set(name, count)
      if (count < quantity) return { kind: 'no-units', activity, need }
    }
  }
  return undefined
}

/** Finds a problem sound, or says what is wrong with it. Time: linear in its size but for the count of capable units. */
export function checkProblem(problem: Problem): Result<CheckedProblem, ProblemError> {
  const wrong = checkNumbers(problem) ?? checkActivities(problem)
  if (wrong) return err(wrong)
  const built = buildNetwork(
    problem.activities.map(({ duration }) => duration),
    problem.precedences,
  )
  if (!built.ok) return err({ kind: 'circle', activities: built.error })
  const network = built.value
  const { count, original, before, after, duration } = network
  const earliest = new Float64Array(count)
  const latest = new Float64Array(count)
  let work = 0
  for (let j = 0; j < count; j += 1) {
    const { release = 0, fixedStart, windows } = problem.activities[original[j]!]!
    earliest[j] = Math.max(release, fixedStart ?? 0, windows?.[0]?.from ?? 0)
    for (let k = before.first[j]!; k < before.first[j + 1]!; k += 1) {
      earliest[j] = Math.max(earliest[j]!, earliest[before.other[k]!]! + before.delay[k]!)
    }
    if (earliest[j]! + duration[j]! > LATEST_TIME) return err({ kind: 'too-long' })
    work += duration[j]!
  }
  for (let j = count - 1; j >= 0; j -= 1) {
    const { deadline = LATEST_TIME, fixedStart = LATEST_TIME, windows } = problem.activities[original[j]!]!
    latest[j] = Math.min(fixedStart, deadline - duration[j]!, (windows?.at(-1)?.to ?? LATEST_TIME) - duration[j]!)
    for (let k = after.first[j]!; k < after.first[j + 1]!; k += 1) {
      const next = after.other[k]!
      const delay = after.delay[k]! - duration[next]! + duration[j]!
      latest[j] = Math.min(latest[j]!, latest[next]! - delay)
    }
  }
  const torn = earliest.findIndex((time, j) => time > latest[j]!)
  if (torn >= 0) {
    return err({ kind: 'contradiction', activity: original[torn]!, earliest: earliest[torn]!, latest: latest[torn]! })
  }
  if (work + earliest.reduce((most, t) => Math.max(most, t), 0) > LATEST_TIME) return err({ kind: 'too-long' })
  return ok({
    problem,
    network,
    earliest: Int32Array.from(earliest),
    latest: Int32Array.from(latest, (t) => Math.max(-LATEST_TIME, t)),
  })
}
