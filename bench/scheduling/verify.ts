// Checks an answer against the problem by its definition alone: nothing here comes from the engine but the types.
import type { Activity, Problem, Schedule, Service, Span } from '../../src/domain/scheduling/Problem.ts'

/** Everything that is wrong with a schedule, as sentences; empty when it keeps every hard limit. */
export function verify(problem: Problem, { starts, services }: Schedule): string[] {
  const { activities } = problem
  if (starts.length !== activities.length) return [`${starts.length} starts for ${activities.length} activities`]
  const wrong = starts.flatMap((start, i) =>
    Number.isSafeInteger(start) && start >= 0 ? [] : [`start of ${i} is ${start}`],
  )
  if (wrong.length > 0) return wrong
  return [
    ...activities.flatMap((activity, i) =>
      wrongTimes(activity, starts[i] ?? 0).map((what) => `activity ${i}: ${what}`),
    ),
    ...wrongOrder(problem, starts),
    ...wrongResources(problem, starts),
    ...wrongServices(problem, services),
    ...wrongUnits(problem, starts, services),
  ]
}

/** The last end. */
export const makespanOf = (problem: Problem, starts: readonly number[]): number =>
  Math.max(0, ...problem.activities.map(({ duration }, i) => (starts[i] ?? 0) + duration))

function wrongTimes({ duration, release, deadline, windows, fixedStart }: Activity, start: number): string[] {
  const end = start + duration
  const said: string[] = []
  if (release !== undefined && start < release) said.push(`starts at ${start}, before ${release}`)
  if (deadline !== undefined && end > deadline) said.push(`ends at ${end}, after ${deadline}`)
  if (fixedStart !== undefined && start !== fixedStart) said.push(`starts at ${start}, fixed at ${fixedStart}`)
  if (windows && !windows.some(({ from, to }) => from <= start && end <= to)) said.push('lies in none of its windows')
  return said
}

function wrongOrder({ precedences, activities }: Problem, starts: readonly number[]): string[] {
  return precedences.flatMap(({ from, to, kind, lag }) => {
    const [first, second] = kind.split('-')
    const endOf = (i: number, end: string | undefined): number =>
      (starts[i] ?? 0) + (end === 'finish' ? (activities[i]?.duration ?? 0) : 0)
    const gap = endOf(to, second) - endOf(from, first)
    return gap >= lag ? [] : [`${kind} from ${from} to ${to} has ${gap}, not ${lag}`]
  })
}

function wrongResources({ resources, activities }: Problem, starts: readonly number[]): string[] {
  return resources.flatMap(({ capacity }, resource) => {
    const changes = activities.flatMap(({ duration, uses }, i) => {
      const amount = uses.reduce((sum, use) => sum + (use.resource === resource ? use.amount : 0), 0)
      const start = starts[i] ?? 0
      const isHeld = amount > 0 && duration > 0
      return isHeld ? [[start, amount] as const, [start + duration, -amount] as const] : []
    })
    // At equal times what ends goes first.
    changes.sort(([a, x], [b, y]) => a - b || x - y)
    let used = 0
    for (const [time, change] of changes) {
      used += change
      if (used > capacity) return [`resource ${resource} holds ${used} of ${capacity} at ${time}`]
    }
    return []
  })
}

function wrongServices({ activities, units }: Problem, services: readonly Service[]): string[] {
  const filled = new Map<string, number>()
  const serving = new Set<string>()
  const said: string[] = []
  for (const { activity, need, unit } of services) {
    const asked = activities[activity]?.needs[need]
    const able = units[unit]?.skills.some(({ skill, level }) => skill === asked?.skill && level >= (asked?.level ?? 0))
    if (!asked || !able) said.push(`unit ${unit} cannot fill need ${need} of ${activity}`)
    if (serving.has(`${activity} ${unit}`)) said.push(`unit ${unit} serves ${activity} twice`)
    serving.add(`${activity} ${unit}`)
    filled.set(`${activity} ${need}`, (filled.get(`${activity} ${need}`) ?? 0) + 1)
  }
  for (const [i, { needs, fixedUnits = [] }] of activities.entries()) {
    for (const [n, { quantity }] of needs.entries()) {
      const count = filled.get(`${i} ${n}`) ?? 0
      const least = Math.max(quantity, fixedUnits.filter(({ need }) => need === n).length)
      if (count !== least) said.push(`need ${n} of ${i} has ${count} units, not ${least}`)
    }
    for (const { unit, need } of fixedUnits) {
      const isKept = services.some((own) => own.activity === i && own.unit === unit && own.need === need)
      if (!isKept) said.push(`unit ${unit} was fixed on ${i}`)
    }
  }
  return said
}

function wrongUnits(problem: Problem, starts: readonly number[], services: readonly Service[]): string[] {
  return problem.units.flatMap((unit, u) => {
    const jobs = services
      .filter((service) => service.unit === u)
      .map(({ activity }) => {
        const { duration = 0, place, sorties = 0 } = problem.activities[activity] ?? {}
        const start = starts[activity] ?? 0
        return { activity, start, end: start + duration, place, sorties }
      })
      .sort((a, b) => a.start - b.start || a.end - b.end)
    const said: string[] = []
    const way = (from: number | undefined, to: number | undefined): number => {
      if (!problem.travel || from === undefined || to === undefined || from === to) return 0
      return problem.travel.times[unit.mobility ?? 0]?.[from * problem.travel.places + to] ?? 0
    }
    let free = 0
    let at = unit.home
    const days = new Map<number, number>()
    for (const { activity, start, end, place, sorties } of jobs) {
      if (start < free + way(at, place)) said.push(`unit ${u} cannot be at ${activity} by ${start}`)
      if (unit.away?.some((span: Span) => overlaps(span, start, end))) said.push(`unit ${u} is away during ${activity}`)
      const day = Math.floor((start - (problem.dayStart ?? 0)) / (problem.dayLength ?? 1_440))
      days.set(day, (days.get(day) ?? 0) + sorties)
      free = end
      at = place
    }
    for (const [day, flown] of days) {
      if (flown > (unit.sortiesPerDay ?? Number.POSITIVE_INFINITY)) said.push(`unit ${u} flies ${flown} on day ${day}`)
    }
    return said
  })
}

const overlaps = ({ from, to }: Span, start: number, end: number): boolean =>
  start === end ? from <= start && start < to : from < end && start < to
