import { expect, test } from 'vitest'
import type { Position } from '../records/common.ts'
import { makeId } from '../records/ids.ts'
import { findingsBy, inBoth, theFinding, tryRepairs } from '../testing/findings.testing.ts'
import { at, PlanBuilder, square, standing } from '../testing/planBuilder.testing.ts'

const RULE = 'outside-area'
/** 0.1° of longitude at 12.05° S: 10.9 km. */
const north = square(-74, -12.1, 0.1)
const south = square(-74, -12.2, 0.1)
const inNorth = standing(-73.95, -12.05)
const outside = standing(-73.8, -12.05)

test('says how far outside, of whose area, and where', () => {
  const b = new PlanBuilder()
  const brigade = b.unit('Bda')
  const unit = b.unit('Cía', { parent: brigade })
  b.overlay('Norte', north, { unit: brigade })
  b.assign(b.mission('M-1', 0, 600, { places: outside }), unit)
  const plan = b.build()
  const finding = theFinding(RULE, plan)
  expect(finding.severity).toBe('error')
  expect(inBoth(finding, plan)).toEqual([
    'M-1 queda 10.9 km fuera del área de operaciones «Norte», de Bda, en 18L XM 30615 67631, sin coordinación; la cumple Cía desde 141200R FEB 23',
    'M-1 lies 10.9 km outside the area of operations “Norte”, of Bda, at 18L XM 30615 67631, without coordination; Cía is on it from 141200R FEB 23',
  ])
})

test('where no area is drawn, in time and with ground in it, nothing lies outside', () => {
  const b = new PlanBuilder()
  const unit = b.unit('U')
  b.assign(b.mission('M', 0, 600, { places: outside }), unit)
  expect(findingsBy(RULE, b.build())).toEqual([])
  b.overlay('Later', north, { unit, from: 601 })
  b.overlay('Over', north, { unit, to: 0 })
  b.overlay('Flat', [north[0], north[1], north[0]] as Position[], { unit })
  b.overlay('Line', north, { unit, shape: 'line' })
  expect(findingsBy(RULE, b.build())).toEqual([])
  b.overlay('Now', north, { unit, from: 0, to: 1 })
  expect(findingsBy(RULE, b.build())).toHaveLength(1)
})

test('an area with a phase is in force in that phase', () => {
  const b = new PlanBuilder({ phases: [{ key: 'F1', name: { es: 'Uno' }, from: 0, to: 1_000 }] })
  const unit = b.unit('U')
  b.overlay('Norte', north, { unit, phase: 'F1' })
  b.assign(b.mission('M', 0, 60, { places: outside }), unit)
  b.assign(b.mission('N', 1_000, 60, { places: outside }), unit)
  expect(findingsBy(RULE, b.build()).map((f) => f.params.mission)).toEqual(['mission:M'])
})

test('the nearest area counts: of the unit, of a superior at that time, of the component, of the plan', () => {
  const b = new PlanBuilder()
  const first = b.unit('A')
  const second = b.unit('B')
  const superior = [{ from: at(1_000), unit: second }]
  const unit = b.unit('C', { parent: first, states: { location: [], readiness: [], superior } })
  b.assign(b.mission('M', 0, 60, { places: inNorth }), unit)
  b.assign(b.mission('N', 1_000, 60, { places: inNorth }), unit)
  const found = (): unknown => findingsBy(RULE, b.build()).map((f) => [f.params.mission, f.params.owner])
  b.overlay('Plan', south)
  expect(found()).toEqual([
    ['mission:M', 'plan'],
    ['mission:N', 'plan'],
  ])
  b.overlay('Ground', north, { component: makeId('component', 'ground') })
  expect(found()).toEqual([])
  b.overlay('Second', south, { unit: second })
  expect(found()).toEqual([['mission:N', second]])
  b.overlay('Own', south, { unit })
  expect(found()).toEqual([
    ['mission:M', unit],
    ['mission:N', unit],
  ])
})

test('several areas of one command count together, and what crosses from one to the other is inside', () => {
  const b = new PlanBuilder()
  const unit = b.unit('U')
  b.overlay('Norte', north, { unit })
  b.overlay('Sur', south, { unit })
  const points = [
    [-73.95, -12.05],
    [-73.92, -12.18],
  ].map(([lon = 0, lat = 0]) => ({ position: [lon, lat] as Position }))
  b.assign(b.mission('M', 0, 60, { places: [{ shape: 'line', points }] }), unit)
  expect(findingsBy(RULE, b.build())).toEqual([])
})

test('of a line and an area all of the way counts, not its corners alone', () => {
  const b = new PlanBuilder()
  const unit = b.unit('U')
  b.overlay(
    'Norte',
    [
      [-74, -12.1],
      [-73.9, -12.1],
      [-73.95, -12.05],
      [-73.9, -12],
      [-74, -12],
    ] as Position[],
    { unit },
  )
  const points = [
    [-73.91, -12.095],
    [-73.91, -12.005],
  ].map(([lon = 0, lat = 0]) => ({ position: [lon, lat] as Position }))
  b.assign(b.mission('M', 0, 60, { places: [{ shape: 'line', points }] }), unit)
  b.assign(b.mission('N', 0, 60, { places: [{ shape: 'point', points }] }), unit)
  expect(findingsBy(RULE, b.build()).map((f) => f.params.mission)).toEqual(['mission:M'])
})

test('coordination that names the mission, or is of the command, covers it', () => {
  const around = square(-73.85, -12.1, 0.1)
  const kind = 'area-of-coordination' as const
  const drawn = (fields: object): number => {
    const b = new PlanBuilder()
    const brigade = b.unit('Bda')
    const other = b.unit('Otra')
    const unit = b.unit('U', { parent: brigade })
    const mission = b.mission('M', 0, 60, { places: outside })
    b.mission('N', 0, 60)
    b.assign(mission, unit)
    b.overlay('Norte', north, { unit: brigade })
    b.overlay('Coordinación', around, { kind, ...fields })
    expect(other).toBe('unit:Otra')
    return findingsBy(RULE, b.build()).length
  }
  expect(drawn({ mission: makeId('mission', 'M') })).toBe(0)
  expect(drawn({ unit: makeId('unit', 'Bda') })).toBe(0)
  expect(drawn({})).toBe(0)
  expect(drawn({ mission: makeId('mission', 'N') })).toBe(1)
  expect(drawn({ unit: makeId('unit', 'Otra') })).toBe(1)
  expect(drawn({ component: makeId('component', 'air') })).toBe(1)
  expect(drawn({ to: 0 })).toBe(1)
})

test('units of one command are one finding, those of another another', () => {
  const b = new PlanBuilder()
  const [first, second] = [b.unit('A'), b.unit('B')]
  b.overlay('Norte', north, { unit: first })
  b.overlay('Sur', south, { unit: second })
  const mission = b.mission('M', 0, 60, { places: outside })
  for (const unit of [
    b.unit('A1', { parent: first }),
    b.unit('A2', { parent: first }),
    b.unit('B1', { parent: second }),
  ]) {
    b.assign(mission, unit)
  }
  const plan = b.build()
  expect(findingsBy(RULE, plan).map((f) => f.records)).toEqual([
    ['mission:M', 'unit:A1', 'unit:A2'],
    ['mission:M', 'unit:B1'],
  ])
  expect(inBoth(findingsBy(RULE, plan)[0] ?? theFinding(RULE, plan), plan)[0]).toContain('la cumplen A1, A2 desde')
})

test('mended by a unit whose area it is, or by coordination around the place', () => {
  const b = new PlanBuilder()
  const unit = b.unit('A')
  b.unit('B')
  b.unit('C')
  b.overlay('A', north, { unit })
  b.overlay('B', south, { unit: makeId('unit', 'B') })
  b.overlay('C', square(-73.9, -12.1, 0.2), { unit: makeId('unit', 'C') })
  b.assign(b.mission('M', 0, 60, { places: outside }), unit)
  const plan = b.build()
  const tried = tryRepairs(theFinding(RULE, plan), plan)
  expect(tried.map((t) => [t.repair.text, t.isMended, t.errorsLeft])).toEqual([
    ['Dar M a C en lugar de A', true, 0],
    ['Dibujar un área de coordinación para M, con 2 km de margen', true, 0],
  ])
})

test('coordination drawn around a line across the date line holds all of it', () => {
  const b = new PlanBuilder()
  const unit = b.unit('A')
  b.overlay('A', north, { unit })
  const points = [
    [179.9, 0],
    [-179.9, 0.1],
  ].map(([lon = 0, lat = 0]) => ({ position: [lon, lat] as Position }))
  b.assign(b.mission('M', 0, 60, { places: [{ shape: 'line', points }] }), unit)
  const plan = b.build()
  expect(tryRepairs(theFinding(RULE, plan), plan).map((t) => t.isMended)).toEqual([true])
})

test('a place known by name only is not judged', () => {
  const b = new PlanBuilder()
  const unit = b.unit('A')
  b.overlay('A', north, { unit })
  const place = b.place('X')
  b.assign(b.mission('M', 0, 60, { places: [{ shape: 'point', points: [{ place }] }] }), unit)
  expect(findingsBy(RULE, b.build())).toEqual([])
})
