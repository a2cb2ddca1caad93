import type { PlanDocument } from '../src/domain/plan/PlanDocument.ts'
import type { RecordOf } from '../src/domain/records/catalog.ts'
import type { EnablerKind, Position } from '../src/domain/records/common.ts'
import { DEPENDENCY_KINDS, type DependencyKind } from '../src/domain/records/dependency.ts'
import { type Id, makeId } from '../src/domain/records/ids.ts'
import { amounts, at, PlanBuilder, standing } from '../src/domain/testing/planBuilder.testing.ts'
import { DAY } from '../src/domain/time/planTime.ts'
import {
  type Branch,
  HOUR,
  hasRoom,
  type Planted,
  plantForces,
  randomPosition,
  RECOVERY,
  wayTo,
  writeForces,
} from './plantForces.ts'
import { Random } from './random.ts'

/** A plan whose chosen missions have neither time nor units, and the same plan with a clean solution. */
export interface PlantedTasking {
  readonly hidden: PlanDocument
  readonly planted: PlanDocument
  readonly chosen: readonly Id<'mission'>[]
  /** Last end of the chosen missions in the solution, minutes from H-hour. */
  readonly finish: number
}

export interface Plot {
  readonly seed: number
  /** At least 12, so that each branch can do its missions. */
  readonly units: number
  readonly missions: number
}

interface Kind {
  readonly code: string
  readonly lead: Branch
  readonly needs: Readonly<Record<string, number>>
  /** Shortest and longest, hours. */
  readonly hours: readonly [number, number]
  readonly enablers: readonly EnablerKind[]
  readonly provides: readonly EnablerKind[]
  readonly needsLegalBasis: boolean
}

const kind = (
  code: string,
  lead: Branch,
  needs: Kind['needs'],
  hours: Kind['hours'],
  more: Partial<Kind> = {},
): Kind => ({
  code,
  lead,
  needs,
  hours,
  enablers: [],
  provides: [],
  needsLegalBasis: false,
  ...more,
})

const FLIGHT = kind('FLY', 'air', { helicopter: 1 }, [1, 3], { provides: ['insertion', 'extraction'] })
const COVER = kind('CVR', 'air', { surveillance: 1 }, [9, 14], { provides: ['air-cover'] })
const KINDS: readonly Kind[] = [
  kind('PAT', 'ground', { infantry: 4 }, [4, 24]),
  kind('PAT', 'ground', { infantry: 4 }, [4, 24]),
  kind('SWP', 'ground', { infantry: 8 }, [6, 20]),
  kind('ENG', 'ground', { engineer: 2, infantry: 2 }, [5, 24]),
  kind('AID', 'ground', { infantry: 2, medical: 1 }, [6, 24], { needsLegalBasis: true }),
  kind('REC', 'sof', { sof: 4 }, [8, 30], { enablers: ['insertion', 'extraction'] }),
  kind('OBS', 'sof', { sof: 4 }, [6, 20]),
  kind('GRD', 'sof', { sof: 4 }, [4, 8], { enablers: ['air-cover'] }),
  kind('RIV', 'naval', { boat: 2 }, [5, 20]),
]

interface Sown {
  readonly id: Id<'mission'>
  readonly kind: Kind
  readonly position: Position
  readonly start: number
  readonly end: number
  readonly team: readonly { readonly unit: Planted; readonly brings: Record<string, number> }[]
  readonly enablers: RecordOf<'mission'>['enablers']
}

const BACKGROUND_SHARE = 0.08

/**
 * A plan made around a solution that keeps every rule: units work with little between their missions but the way, the
 * recovery, and what they wait for each other. Whoever solves it should end not much later.
 */
export function plantTasking({ seed, units: unitCount, missions }: Plot): PlantedTasking {
  const random = new Random(seed)
  const units = plantForces(unitCount, random)
  const sown = sow(units, missions, random)
  const finish = Math.max(...sown.map((s) => s.end))
  const tied = new Set(sown.flatMap((s) => (s.enablers.length > 0 ? [s.id, ...s.enablers.map((e) => e.mission)] : [])))
  const background = new Set(sown.filter((s) => !tied.has(s.id) && random.unit() < BACKGROUND_SHARE).map((s) => s.id))
  const chosen = sown.map((s) => s.id).filter((id) => !background.has(id))
  const build = (isHidden: boolean): PlanDocument => {
    // The same draws for both.
    const own = new Random(seed + 1)
    const b = new PlanBuilder({ parameters: [], phases: phasesOf(finish), horizon: { from: 0, to: finish + 60 * DAY } })
    writeForces(b, units, own)
    const bases = legalBases(b, finish)
    for (const k of [...KINDS, FLIGHT, COVER]) writeType(b, k)
    for (const s of sown) writeMission(b, s, isHidden && !background.has(s.id), finish, bases, own)
    writeDependencies(b, sown, own)
    return b.build()
  }
  const last = Math.max(0, ...sown.filter((s) => !background.has(s.id)).map((s) => s.end))
  return { hidden: build(true), planted: build(false), chosen, finish: last }
}

/** Missions one after the other, the next always of the branch that has the soonest free unit. */
function sow(units: readonly Planted[], count: number, random: Random): Sown[] {
  const sown: Sown[] = []
  const places = Array.from({ length: 10 + Math.floor(count / 8) }, () => randomPosition(random))
  const naval = { free: 0 }
  while (sown.length < count) {
    const soonest = (branch: Branch): number =>
      branch === 'naval' ? naval.free : Math.min(...units.filter((u) => u.branch === branch).map((u) => u.free))
    const branch = (['ground', 'sof', 'naval'] as const).toSorted((a, b) => soonest(a) - soonest(b))[0] ?? 'ground'
    const left = count - sown.length
    const chosen = random.pick(KINDS.filter((k) => k.lead === branch && k.enablers.length < left))
    // Short ways, which are hard to beat, and about one end for the last of all.
    const next = units.filter((u) => u.branch === branch).toSorted((a, b) => a.free - b.free)[0]
    const offered = Array.from({ length: 6 }, () => random.pick(places))
    const near = offered.toSorted((a, b) => (next === undefined ? 0 : wayTo(next, a) - wayTo(next, b)))[0] ?? [0, 0]
    const end = left < units.length ? Math.max(...sown.map((s) => s.end)) : null
    const group = sowOne(units, chosen, near, { number: sown.length, end }, random)
    if (group === null) throw new Error(`nothing can do a ${chosen.code}`)
    sown.push(...group)
    // Boats split: about as many missions at once as they have room for.
    const boats = units.filter((u) => u.branch === 'naval').length * 2
    if (branch === 'naval')
      naval.free += ((group[0]?.end ?? 0) - (group[0]?.start ?? 0) + RECOVERY) / Math.max(1, boats)
  }
  return sown
}

function sowOne(
  units: readonly Planted[],
  k: Kind,
  position: Position,
  { number, end }: { readonly number: number; readonly end: number | null },
  random: Random,
): Sown[] | null {
  const whole = wholeTeam(units, k, position)
  const drawn = random.whole(...k.hours) * HOUR
  const longest = end === null ? drawn : Math.floor((end - (whole?.ready ?? end - drawn)) / HOUR) * HOUR
  const minutes = Math.min(k.hours[1] * HOUR, Math.max(k.hours[0] * HOUR, longest))
  const flights = k.enablers.map((enabler) => {
    const of = enabler === 'air-cover' ? COVER : FLIGHT
    const lasts = enabler === 'air-cover' ? minutes + HOUR : random.whole(...of.hours) * HOUR
    const wait = random.whole(0, 4) * 30
    const offset = enabler === 'insertion' ? -lasts - wait : enabler === 'extraction' ? minutes + wait : -30
    return { enabler, of, lasts, offset }
  })
  const first = Math.max(whole?.ready ?? 0, ...flights.map((f) => -f.offset))
  for (let start = first; start < first + 60 * DAY; start += 30) {
    const split = splitTeam(units, k, start, start + minutes)
    if (split === null) continue
    const booked: { readonly unit: Planted; readonly flight: (typeof flights)[number] }[] = []
    for (const flight of flights) {
      const from = start + flight.offset
      const unit = units.find((u) => u.branch === 'air' && hasRoom(u, from, from + flight.lasts, flight.of.needs))
      if (unit === undefined) break
      unit.stays.push({ start: from, end: from + flight.lasts, brings: flight.of.needs })
      booked.push({ unit, flight })
    }
    if (booked.length < flights.length) {
      for (const { unit } of booked) unit.stays.pop()
      continue
    }
    const id = (n: number) => makeId('mission', `M-${String(n + 1).padStart(5, '0')}`)
    const team = [...(whole?.team ?? []), ...split]
    for (const { unit, brings } of team) {
      unit.stays.push({ start, end: start + minutes, brings })
      unit.free = start + minutes + RECOVERY
      unit.at = position
    }
    const main: Sown = {
      id: id(number),
      kind: k,
      position,
      start,
      end: start + minutes,
      team,
      enablers: flights.map((f, n) => ({ kind: f.enabler, mission: id(number + 1 + n) })),
    }
    const others = booked.map(
      ({ unit, flight }, n): Sown => ({
        id: id(number + 1 + n),
        kind: flight.of,
        position,
        start: start + flight.offset,
        end: start + flight.offset + flight.lasts,
        team: [{ unit, brings: { ...flight.of.needs } }],
        enablers: [],
      }),
    )
    return [main, ...others]
  }
  return null
}

/** Of units that do not split, those there first, until they cover what such units can. */
function wholeTeam(
  units: readonly Planted[],
  k: Kind,
  position: Position,
): { readonly team: Sown['team']; readonly ready: number } | null {
  const open: Record<string, number> = { ...k.needs }
  const able = units.filter(
    (u) => u.isWhole && u.branch === k.lead && Object.keys(open).some((c) => (u.has[c] ?? 0) > 0),
  )
  const ready = new Map(able.map((u) => [u, u.stays.length === 0 ? 0 : u.free + wayTo(u, position)]))
  const scarce = Object.keys(open).find((c) => able.some((u) => !(c in u.has)) && able.some((u) => c in u.has))
  const sorted = able.sort((a, b) => (ready.get(a) ?? 0) - (ready.get(b) ?? 0) || (a.id < b.id ? -1 : 1))
  const order =
    scarce === undefined
      ? sorted
      : [...sorted.filter((u) => scarce in u.has), ...sorted.filter((u) => !(scarce in u.has))]
  const team: { unit: Planted; brings: Record<string, number> }[] = []
  for (const unit of order) {
    const brings: Record<string, number> = {}
    for (const [capability, quantity] of Object.entries(open)) {
      const amount = Math.min(quantity, unit.has[capability] ?? 0)
      if (amount > 0) brings[capability] = amount
    }
    if (Object.keys(brings).length === 0) continue
    for (const [capability, quantity] of Object.entries(brings)) open[capability] = (open[capability] ?? 0) - quantity
    team.push({ unit, brings })
  }
  return team.length === 0 ? null : { team, ready: Math.max(...team.map((m) => ready.get(m.unit) ?? 0)) }
}

/** Of units that split, for each capability that only they have, the first with room. */
function splitTeam(units: readonly Planted[], k: Kind, start: number, end: number): Sown['team'] | null {
  const team: { unit: Planted; brings: Record<string, number> }[] = []
  for (const [capability, quantity] of Object.entries(k.needs)) {
    const able = units.filter((u) => !u.isWhole && capability in u.has)
    if (able.length === 0) continue
    const brings = { [capability]: quantity }
    const unit = able.find((u) => hasRoom(u, start, end, brings))
    if (unit === undefined) return null
    team.push({ unit, brings })
  }
  return team
}

const phasesOf = (finish: number) => [
  { key: 'F1', name: { es: 'Fase 1' }, from: 0, to: Math.round(finish * 0.6) },
  { key: 'F2', name: { es: 'Fase 2' }, from: Math.round(finish * 0.25), to: finish + 30 * DAY },
]

function legalBases(b: PlanBuilder, finish: number): readonly Id<'legal-basis'>[] {
  return [
    b.legalBasis('B1', { from: at(-60 * DAY), to: at(Math.round(finish / 2) + DAY) }),
    b.legalBasis('B2', { from: at(Math.round(finish / 2)), to: null }),
  ]
}

function writeType(b: PlanBuilder, k: Kind): void {
  const { lead, needs, enablers, provides, needsLegalBasis } = k
  const components = [lead === 'medical' ? ('ground' as const) : lead]
  b.type(k.code, {
    components,
    capabilities: amounts(needs),
    enablers: [...enablers],
    provides: [...provides],
    needsLegalBasis,
  })
}

function writeMission(
  b: PlanBuilder,
  s: Sown,
  isHidden: boolean,
  finish: number,
  bases: readonly Id<'legal-basis'>[],
  random: Random,
): void {
  const [early, late, isPhased] = [random.unit(), random.unit(), random.unit() < 0.25]
  // Early enough that the ends hang on the work, not on what may not begin before.
  const [share, slackAfter] = [0.3 + 0.5 * random.unit(), random.whole(6 * HOUR, 2 * DAY)]
  const priority = random.pick([1, 2, 3, 4, 5] as const)
  const phase = phasesOf(finish).find((p) => p.from <= s.start && s.end <= p.to)
  const basis = s.end <= Math.round(finish / 2) + DAY ? bases[0] : bases[1]
  const id = b.mission(s.id.slice(8), isHidden ? null : s.start, s.end - s.start, {
    type: makeId('mission-type', s.kind.code),
    places: standing(...s.position),
    earliest: early < 0.3 ? Math.floor(s.start * share) : null,
    latest: late < 0.3 ? s.end + slackAfter : null,
    phase: isPhased ? (phase?.key ?? null) : null,
    priority,
    legalBasis: isHidden || !s.kind.needsLegalBasis ? null : (basis ?? null),
    enablers: [...s.enablers],
  })
  if (isHidden) return
  for (const [n, { unit, brings }] of s.team.entries()) {
    const assignment = b.assign(id, unit.id, brings)
    if (n > 0) b.put<'assignment'>({ ...(b.records.get(assignment) as RecordOf<'assignment'>), part: 'supporting' })
  }
}

/** Ties of four kinds that the planted times keep, from earlier to later starts. */
function writeDependencies(b: PlanBuilder, sown: readonly Sown[], random: Random): void {
  const main = sown.filter((s) => s.kind !== FLIGHT && s.kind !== COVER).toSorted((x, y) => x.start - y.start)
  for (const [i, after] of main.entries()) {
    if (i === 0 || random.unit() > 0.5) continue
    const before = main[random.whole(Math.max(0, i - 40), i - 1)]
    if (before === undefined || before.start >= after.start) continue
    const of = random.pick(DEPENDENCY_KINDS)
    const gap = gapOf(of, before, after)
    const lagMinutes = gap < 0 ? gap - random.whole(0, 4 * HOUR) : random.whole(0, Math.min(gap, DAY))
    b.dependency(before.id, after.id, { kind: of, lagMinutes })
  }
}

function gapOf(of: DependencyKind, before: Sown, after: Sown): number {
  switch (of) {
    case 'finish-start':
      return after.start - before.end
    case 'start-start':
      return after.start - before.start
    case 'finish-finish':
      return after.end - before.end
    case 'start-finish':
      return after.end - before.start
  }
}
