import type { Activity, Precedence, Problem, Schedule, Service, Span } from '../../src/domain/scheduling/Problem.ts'
import { Random } from '../random.ts'

export type Planted = Readonly<{ problem: Problem; schedule: Schedule }>

export type Plot = Readonly<{ seed: number; activities: number; units: number; places: number; skills: number }>

const HOUR = 60
const DAY = 24 * HOUR

/**
 * A problem in minutes with absences, ways, sorties, lags, releases and deadlines, made around a schedule that keeps
 * them all: whoever solves it must find one that is feasible, and should end no later.
 */
export function plant({ seed, activities: count, units: unitCount, places, skills }: Plot): Planted {
  const random = new Random(seed)
  const at = Array.from({ length: places }, () => [random.whole(0, 400), random.whole(0, 400)] as const)
  const times = at.flatMap(([x, y]) => at.map(([u, v]) => Math.ceil(Math.hypot(x - u, y - v))))
  const units = Array.from({ length: unitCount }, (_, u) => ({
    own: [...new Set([u % skills, random.whole(0, skills - 1)])],
    home: random.whole(0, places - 1),
    free: 0,
    place: -1,
    idle: [] as Span[],
    flown: new Map<number, number>(),
  }))
  for (const unit of units) unit.place = unit.home
  const starts: number[] = []
  const services: Service[] = []
  const activities: Activity[] = []
  for (let i = 0; i < count; i += 1) {
    const skill = random.whole(0, skills - 1)
    const able = units.flatMap(({ own, free }, u) => (own.includes(skill) ? [{ u, free }] : []))
    const quantity = random.whole(1, Math.min(3, able.length))
    // Those free first, so that the planted schedule is a tight one.
    const chosen = able.sort((a, b) => a.free - b.free || a.u - b.u).slice(0, quantity)
    const place = random.whole(0, places - 1)
    const duration = HOUR * random.whole(2, 48)
    const sorties = random.whole(0, 3) === 0 ? random.whole(1, 2) : 0
    const members = chosen.map(({ u }) => ({ u, unit: units[u] as (typeof units)[number] }))
    const start = Math.max(...members.map(({ unit }) => unit.free + (times[unit.place * places + place] ?? 0)))
    for (const { u, unit } of members) {
      const spare = start - unit.free - (times[unit.place * places + place] ?? 0)
      if (spare > 1) unit.idle.push({ from: unit.free, to: unit.free + spare })
      unit.free = start + duration
      unit.place = place
      const day = Math.floor(start / DAY)
      unit.flown.set(day, (unit.flown.get(day) ?? 0) + sorties)
      services.push({ activity: i, need: 0, unit: u })
    }
    starts.push(start)
    activities.push({
      duration,
      uses: [],
      needs: [{ skill, level: 0, quantity }],
      place,
      sorties,
      release: Math.max(0, start - random.whole(0, 10 * DAY)),
      ...(random.whole(0, 3) === 0 ? { deadline: start + duration + random.whole(0, 20 * DAY) } : {}),
    })
  }
  const problem: Problem = {
    activities,
    precedences: arcs(random, activities, starts),
    resources: [],
    units: units.map(({ own, home, idle, flown }) => ({
      skills: own.map((skill) => ({ skill, level: 0 })),
      home,
      away: idle.filter(() => random.whole(0, 1) === 0),
      sortiesPerDay: Math.max(2, ...flown.values()),
    })),
    travel: { places, times: [times] },
    dayLength: DAY,
    goals: ['makespan'],
  }
  return { problem, schedule: { starts, services } }
}

/** Arcs that the planted starts keep, with lags up to what lies between. */
function arcs(random: Random, activities: readonly Activity[], starts: readonly number[]): Precedence[] {
  return activities.flatMap((_, to): Precedence[] => {
    const from = random.whole(0, activities.length - 1)
    const gap = (starts[to] ?? 0) - (starts[from] ?? 0) - (activities[from]?.duration ?? 0)
    if (from === to || gap < 0) return []
    return [{ from, to, kind: 'finish-start', lag: random.whole(0, Math.min(gap, DAY)) }]
  })
}
