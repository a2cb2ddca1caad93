import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { prepare } from '../commands/catalog.ts'
import { distanceKm } from '../geo/distance.ts'
import type { Position } from '../records/common.ts'
import type { Id } from '../records/ids.ts'
import { at, countingContext, PlanBuilder, standing } from '../testing/planBuilder.testing.ts'
import { randomCommand, randomPlan } from '../testing/randomPlan.testing.ts'
import { PlanDocument } from './PlanDocument.ts'
import { positionOn, type Track } from './Track.ts'
import { positionsAt, trackOf } from './unitTrack.ts'
import { UnitTracks } from './UnitTracks.ts'

/** One degree of latitude: 111.195 km, at 66.717 km/h and factor 1 100 minutes. */
const SPEED = 66.717
const road = [{ mode: 'road', speedKmh: SPEED } as const]
const parameters = [
  { key: 'recovery-minutes', value: 0, unit: 'min', source: 'prueba' },
  { key: 'terrain-factor-road', value: 1, unit: '×', source: 'prueba' },
]
const builder = (): PlanBuilder => new PlanBuilder({ parameters })

const home: Position = [-74, -12]
const north: Position = [-74, -11]

function track(b: PlanBuilder, unit: Id<'unit'>): Track {
  const plan = b.build()
  const record = plan.get(unit)
  if (record === undefined) throw new Error('no such unit')
  return trackOf(plan, record)
}

const where = (of: Track, minutes: number): Position | undefined => positionOn(of, at(minutes))?.at
const kinds = (of: Track): string[] => of.legs.map((l) => l.kind)

test('a unit rests at home, leaves in time for its mission, and comes back after it', () => {
  const b = builder()
  const unit = b.unit('U', { home: { position: home }, mobility: road })
  b.assign(b.mission('M', 1_000, 60, { places: standing(...north) }), unit)
  const of = track(b, unit)
  expect(kinds(of)).toEqual(['rest', 'way', 'mission', 'way', 'rest'])
  expect(where(of, -100_000)).toEqual(home)
  expect(where(of, 899)).toEqual(home)
  expect(where(of, 950)?.[1]).toBeCloseTo(-11.5, 4)
  expect(positionOn(of, at(950))).toMatchObject({ isMoving: true, leg: { mode: 'road', isLate: false } })
  expect(where(of, 1_000)).toEqual(north)
  expect(positionOn(of, at(1_059))).toMatchObject({ isMoving: false, leg: { kind: 'mission', mission: 'mission:M' } })
  expect(where(of, 1_110)?.[1]).toBeCloseTo(-11.5, 4)
  expect(where(of, 90_000)).toEqual(home)
})

test('between two missions it waits at the first until it has to leave', () => {
  const b = builder()
  const unit = b.unit('U', { mobility: road })
  b.assign(b.mission('M', 0, 60, { places: standing(...home) }), unit)
  b.assign(b.mission('N', 1_000, 60, { places: standing(...north) }), unit)
  const of = track(b, unit)
  expect(kinds(of)).toEqual(['mission', 'rest', 'way', 'mission', 'rest'])
  expect(where(of, -1)).toBeUndefined()
  expect(where(of, 899)).toEqual(home)
  expect(where(of, 5_000)).toEqual(north)
})

test('what it cannot reach in time it reaches late, and what is over by then not at all', () => {
  const b = builder()
  const unit = b.unit('U', { mobility: road })
  b.assign(b.mission('M', 0, 60, { places: standing(...home) }), unit)
  b.assign(b.mission('N', 100, 120, { places: standing(...north) }), unit)
  b.assign(b.mission('O', 230, 50, { places: standing(...home) }), unit)
  const of = track(b, unit)
  expect(of.legs.map((l) => [l.kind, l.isLate, Math.round((l.from - at(0)) / 60_000)])).toEqual([
    ['mission', false, 0],
    ['way', true, 60],
    ['mission', true, 160],
    ['way', true, 220],
    ['rest', false, 320],
  ])
})

test('along a line it moves for as long as the mission lasts, and goes on from its end', () => {
  const b = builder()
  const unit = b.unit('U', { mobility: road })
  const line = [home, [-74, -11.75] as Position, north].map((position) => ({ position }))
  b.assign(b.mission('M', 0, 100, { places: [{ shape: 'line', points: line }] }), unit)
  b.assign(b.mission('N', 300, 60, { places: standing(-74, -10) }), unit)
  const of = track(b, unit)
  expect(where(of, 50)?.[1]).toBeCloseTo(-11.5, 4)
  expect(where(of, 150)).toEqual(north)
  expect(where(of, 250)?.[1]).toBeCloseTo(-10.5, 4)
  expect(of.legs.some((l) => l.isLate)).toBe(false)
})

test('an area counts by its middle', () => {
  const b = builder()
  const unit = b.unit('U')
  const corners = [
    [-74, -12],
    [-73, -12],
    [-73, -11],
    [-74, -11],
  ].map(([lon = 0, lat = 0]) => ({ position: [lon, lat] as Position }))
  b.assign(b.mission('M', 0, 100, { places: [{ shape: 'area', points: corners }] }), unit)
  expect(where(track(b, unit), 10)).toEqual([-73.5, -11.5])
})

test('a dated location is a fact: there it is at that time, though it cuts a mission short', () => {
  const b = builder()
  const location = [{ from: at(500), at: { position: north } }]
  const states = { location, readiness: [], superior: [] }
  const early = b.unit('A', { home: { position: home }, mobility: road, states })
  const bound = b.unit('B', { home: { position: home }, mobility: road, states })
  b.assign(b.mission('M', 450, 300, { places: standing(...home) }), bound)
  const plan = b.build()
  const [a, c] = [plan.get(early), plan.get(bound)].map((u) => (u === undefined ? { legs: [] } : trackOf(plan, u)))
  if (a === undefined || c === undefined) throw new Error('no tracks')
  expect(where(a, 450)?.[1]).toBeCloseTo(-11.5, 4)
  expect(where(a, 500)).toEqual(north)
  expect(where(c, 499)).toEqual(home)
  expect(positionOn(c, at(500))).toMatchObject({ at: north, leg: { kind: 'rest' } })
  expect(where(c, 700)).toEqual(north)
  expect(c.legs.every((l, i) => i === 0 || c.legs[i - 1]?.to === l.from)).toBe(true)
})

test('without a known speed it is on its mission in time, and no way is guessed', () => {
  const b = builder()
  const unit = b.unit('U', { home: { position: home } })
  b.assign(b.mission('M', 1_000, 60, { places: standing(...north) }), unit)
  const of = track(b, unit)
  expect(kinds(of)).toEqual(['rest', 'mission', 'rest'])
  expect(of.legs.some((l) => l.isLate)).toBe(false)
})

test('a unit that another mission takes there travels by its means', () => {
  const b = builder()
  const air = b.unit('H', {
    component: 'component:air' as Id<'component'>,
    mobility: [{ mode: 'road', speedKmh: 667.17 }],
  })
  const lift = b.mission('L', 900, 60)
  b.assign(lift, air)
  const unit = b.unit('U', { home: { position: home }, mobility: road })
  const enablers = [{ kind: 'insertion' as const, mission: lift }]
  b.assign(b.mission('M', 1_000, 60, { places: standing(...north), enablers }), unit)
  const way = track(b, unit).legs.find((l) => l.kind === 'way')
  expect(way?.from).toBeCloseTo(at(990), -3)
})

test('a unit that splits leads with the mission it began first, and none of it is late', () => {
  const b = builder()
  const unit = b.unit('U', { splittable: true, home: { position: home }, mobility: road })
  b.assign(b.mission('M', 0, 500, { places: standing(...north) }), unit)
  b.assign(b.mission('N', 100, 50, { places: standing(-70, -12) }), unit)
  b.assign(b.mission('O', 501, 50, { places: standing(...home) }), unit)
  const of = track(b, unit)
  expect(where(of, 120)).toEqual(north)
  expect(where(of, 501)).toEqual(home)
  expect(of.legs.some((l) => l.isLate)).toBe(false)
})

test('a unit with no place of its own is with its superior at that time, a chain up if need be', () => {
  const b = builder()
  const first = b.unit('A', { home: { position: home } })
  const second = b.unit('B', { home: { position: north } })
  const between = b.unit('C', {
    parent: first,
    states: { location: [], readiness: [], superior: [{ from: at(100), unit: second }] },
  })
  const unit = b.unit('D', { parent: between })
  b.assign(b.mission('M', 1_000, 60, { places: standing(-70, -12) }), unit)
  const plan = b.build()
  const found = (minutes: number): Position | undefined => positionsAt(plan, at(minutes)).get(unit)?.at
  expect(found(99)).toEqual(home)
  expect(found(100)).toEqual(north)
  expect(positionsAt(plan, at(100)).get(unit)?.leg.kind).toBe('follow')
  expect(found(1_010)).toEqual([-70, -12])
})

test('units that follow one another in a circle are nowhere', () => {
  const b = builder()
  const unit = b.unit('A', { parent: 'unit:B' as Id<'unit'> })
  b.unit('B', { parent: unit })
  expect(track(b, unit).legs).toEqual([])
})

test('legs follow one another without overlap, and what is found on them is a place', () => {
  fc.assert(
    fc.property(randomPlan, fc.integer({ min: -500, max: 5_000 }), (plan, minutes) => {
      for (const unit of plan.all('unit')) {
        const { legs } = trackOf(plan, unit)
        for (const [i, leg] of legs.entries()) {
          expect(leg.from).toBeLessThanOrEqual(leg.to)
          expect(leg.from).toBeGreaterThanOrEqual(legs[i - 1]?.to ?? Number.NEGATIVE_INFINITY)
        }
        const found = positionOn({ legs }, at(minutes))?.at ?? home
        expect(distanceKm(found, home)).toBeLessThan(200)
      }
    }),
    { numRuns: 100 },
  )
})

test('change by change the tracks are those of a plan read anew', () => {
  fc.assert(
    fc.property(randomPlan, fc.array(randomCommand, { maxLength: 8 }), (drawn, commands) => {
      const plan = new PlanDocument(drawn.records(), 0)
      const tracks = new UnitTracks(plan)
      const context = countingContext()
      for (const command of commands) {
        for (const unit of plan.all('unit')) tracks.of(unit.id)
        const change = prepare(command, plan, context)
        if (!change.ok) continue
        plan.apply(change.value.diff)
        tracks.update(change.value.diff)
        const anew = new UnitTracks(plan)
        for (const unit of plan.all('unit')) expect(tracks.of(unit.id)).toEqual(anew.of(unit.id))
      }
    }),
    { numRuns: 100 },
  )
})
