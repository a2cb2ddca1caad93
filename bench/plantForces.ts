import { PlanBuilder, amounts, at } from '../src/domain/testing/planBuilder.testing.ts'
import { makeId, type Id } from '../src/domain/records/ids.ts'
import type { Position } from '../src/domain/records/common.ts'
import { bestTravel } from '../src/domain/geo/travel.ts'
import { distanceKm } from '../src/domain/geo/distance.ts'
import { DAY } from '../src/domain/time/planTime.ts'
import type { Random } from './random.ts'

export type Branch = 'ground' | 'medical' | 'sof' | 'naval' | 'air'

/** A unit while a plan is planted around it. Times in minutes from H-hour. */
export interface Planted {
  readonly id: Id<'unit'>
  readonly branch: Branch
  readonly has: Readonly<Record<string, number>>
  readonly isWhole: boolean
  readonly speedKmh: number
  readonly mode: 'road' | 'foot' | 'river' | 'rotary-wing'
  readonly home: Position
  at: Position
  /** End of the last stay, recovery included: of a unit that does not split. */
  free: number
  /** Of all units. */
  readonly stays: { readonly start: number; readonly end: number; readonly brings: Readonly<Record<string, number>> }[]
}

export const HOUR = 60
export const RECOVERY = 120
/** As the check's parameters have them where the plan says nothing. */
const TERRAIN = { foot: 1.7, road: 1.6, river: 1.8, 'fixed-wing': 1.1, 'rotary-wing': 1.1 }

/** Aircraft turn so often a day. */
const TURNS = 3
const CREW_HOURS = 12

const SHARES: Readonly<Record<Branch, number>> = { ground: 0.5, medical: 0.07, sof: 0.17, naval: 0.13, air: 0.13 }

/** Units of five branches, at most `count` with the headquarters above each eight that work on the ground. */
export function plantForces(count: number, random: Random): Planted[] {
  const headquarters = Math.max(1, Math.floor(count / 24))
  const rest = Math.max(5, count - headquarters)
  const units: Planted[] = []
  for (const branch of ['medical', 'sof', 'naval', 'air', 'ground'] as const) {
    const share = branch === 'ground' ? rest - units.length : Math.max(1, Math.round(rest * SHARES[branch]))
    for (let n = 0; n < share; n += 1) {
      const home = randomPosition(random)
      units.push({
        id: makeId('unit', `${branch}-${n + 1}`),
        branch,
        ...means(branch, n),
        home,
        at: home,
        free: 0,
        stays: [],
      })
    }
  }
  return units
}

export const randomPosition = (random: Random): Position => [
  Math.round((-75 + random.unit() * 1.2) * 1e4) / 1e4,
  Math.round((-13 + random.unit() * 1.2) * 1e4) / 1e4,
]

function means(branch: Branch, n: number): Pick<Planted, 'has' | 'isWhole' | 'speedKmh' | 'mode'> {
  switch (branch) {
    case 'ground':
      return {
        has: n % 3 === 0 ? { infantry: 4, engineer: 2 } : { infantry: 4 },
        isWhole: true,
        speedKmh: 30,
        mode: 'road',
      }
    case 'medical':
      return { has: { medical: 3 }, isWhole: false, speedKmh: 30, mode: 'road' }
    case 'sof':
      return { has: { sof: n % 4 === 0 ? 6 : 4 }, isWhole: true, speedKmh: 30, mode: 'road' }
    case 'naval':
      return { has: { boat: 4 }, isWhole: false, speedKmh: 20, mode: 'river' }
    case 'air':
      return { has: { helicopter: 4, surveillance: 2 }, isWhole: false, speedKmh: 180, mode: 'rotary-wing' }
  }
}

/** Whole minutes on the way by the unit's own means. */
export function wayTo(unit: Planted, to: Position): number {
  const way = bestTravel(
    distanceKm(unit.at, to),
    [{ mode: unit.mode, speedKmh: unit.speedKmh }],
    (mode) => TERRAIN[mode],
  )
  return Math.ceil((way?.minutes ?? 0) + 1e-3)
}

/** Whether a unit that splits has so much left for a stay, its sorties and crew-hours counted. */
export function hasRoom(unit: Planted, start: number, end: number, brings: Readonly<Record<string, number>>): boolean {
  const beside = unit.stays.filter((s) => s.start < end + RECOVERY && s.end + RECOVERY > start)
  for (const [capability, quantity] of Object.entries(brings)) {
    const bound = beside.reduce((sum, s) => sum + (s.brings[capability] ?? 0), 0)
    if (bound + quantity > (unit.has[capability] ?? 0)) return false
  }
  if (unit.branch !== 'air') return true
  const vehicles = vehiclesOf(unit)
  const near = unit.stays.filter((s) => s.start < end + DAY && s.end > start - DAY)
  // Too careful on purpose: two days and all that touches them.
  const flown = near.reduce((sum, s) => sum + mostOf(s.brings), 0)
  const hours = near.reduce((sum, s) => sum + (mostOf(s.brings) * (s.end - s.start)) / HOUR, 0)
  const most = mostOf(brings)
  return flown + most <= vehicles * TURNS && hours + (most * (end - start)) / HOUR <= vehicles * CREW_HOURS
}

const mostOf = (brings: Readonly<Record<string, number>>): number => Math.max(1, ...Object.values(brings))

const vehiclesOf = (unit: Planted): number => unit.has['helicopter'] ?? 0

/** Records of units, allocated and ready as long as they were needed, some no longer; with the headquarters above them. */
export function writeForces(b: PlanBuilder, units: readonly Planted[], random: Random): void {
  const ground = units.filter((u) => u.branch === 'ground')
  for (let n = 0; n * 8 < ground.length; n += 1) {
    const below = ground.slice(n * 8, n * 8 + 8)
    b.unit(`hq-${n + 1}`, {
      capabilities: amounts({
        infantry: below.reduce((sum, u) => sum + (u.has['infantry'] ?? 0), 0),
        engineer: Math.max(
          1,
          below.reduce((sum, u) => sum + (u.has['engineer'] ?? 0), 0),
        ),
      }),
      mobility: [{ mode: 'road', speedKmh: 30 }],
      echelon: 'brigade',
      states: { location: located([-74.4, -12.4]), readiness: [], superior: [] },
    })
  }
  for (const [i, unit] of units.entries()) {
    const from = Math.min(...unit.stays.map((s) => s.start), 30 * DAY)
    const to = Math.max(...unit.stays.map((s) => s.end), 0) + RECOVERY
    const at0 = from - random.whole(0, DAY)
    const n = ground.indexOf(unit)
    b.unit(unit.id.slice(5), {
      component: makeId('component', unit.branch === 'medical' ? 'ground' : unit.branch),
      parent: n < 0 ? null : makeId('unit', `hq-${Math.floor(n / 8) + 1}`),
      echelon: 'company',
      capabilities: amounts(unit.has),
      splittable: !unit.isWhole,
      mobility: [{ mode: unit.mode, speedKmh: unit.speedKmh }],
      allocation: [i % 6 === 1 ? { from: at(at0), to: at(to + random.whole(0, 2 * DAY)) } : { from: 0, to: null }],
      sorties: unit.branch === 'air' ? { vehicles: vehiclesOf(unit), availablePercent: 100, turnsPerDay: TURNS } : null,
      states: {
        location: located(unit.home),
        readiness:
          i % 6 === 3
            ? [
                { from: at(at0 - 90 * DAY), percent: 50 },
                { from: at(at0), percent: 85 },
                { from: at(to + DAY), percent: 60 },
              ]
            : [],
        superior: [],
      },
    })
  }
}

const located = (position: Position) => [{ from: at(-60 * DAY), at: { position } }]
