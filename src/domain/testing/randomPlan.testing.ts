import * as fc from 'fast-check'
import type { Command } from '../commands/catalog.ts'
import type { PlanDocument } from '../plan/PlanDocument.ts'
import type { RecordOf } from '../records/catalog.ts'
import { ENABLER_KINDS, type Position } from '../records/common.ts'
import { DEPENDENCY_KINDS } from '../records/dependency.ts'
import { type Id, makeId, type RecordKind } from '../records/ids.ts'
import type { AllocationPeriod } from '../records/unit.ts'
import { amounts, ANY_TIME, at, PlanBuilder, square, standing } from './planBuilder.testing.ts'

const UNITS = 7
const MISSIONS = 12
const TYPES = 4
const CAPABILITIES = ['infantry', 'helicopter']

const small = fc.integer({ min: 0, max: 6 })
const start = fc.option(fc.integer({ min: -300, max: 3_000 }), { nil: null, freq: 6 })
const list = fc.dictionary(fc.constantFrom(...CAPABILITIES), fc.integer({ min: 1, max: 4 })).map(amounts)
const position = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))
  .map(([x, y]): Position => [-74 + x / 20, -12 - y / 20])
const places = fc.oneof(
  { weight: 2, arbitrary: fc.constant<RecordOf<'mission'>['places']>([]) },
  {
    weight: 1,
    arbitrary: fc.constant<RecordOf<'mission'>['places']>([
      { shape: 'point', points: [{ place: makeId('place', 'L1') }] },
    ]),
  },
  { weight: 4, arbitrary: position.map(([lon, lat]) => standing(lon, lat)) },
  fc
    .tuple(fc.constantFrom('line' as const, 'area' as const), fc.array(position, { minLength: 1, maxLength: 4 }))
    .map(([shape, corners]) => [{ shape, points: corners.map((position) => ({ position })) }]),
)
/** Squares of two sizes over part of where missions are, one that encloses nothing, and one across the date line. */
const corners = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(position, fc.constantFrom(0.1, 0.4)).map(([at, size]) => square(...at, size)) },
  position.map((at) => [at, at, at]),
  fc.constant<Position[]>([
    [179, -13],
    [-73.5, -13],
    [-73.5, -11],
    [179, -11],
  ]),
)
const overlayPlan = fc.record({
  kind: fc.constantFrom('area-of-operations', 'area-of-operations', 'area-of-coordination', 'boundary'),
  shape: fc.constantFrom('area', 'area', 'area', 'line'),
  corners,
  unit: fc.option(small, { nil: null }),
  component: fc.constantFrom(null, 'ground', 'air'),
  mission: fc.option(fc.nat(MISSIONS - 1), { nil: null, freq: 2 }),
  phase: fc.constantFrom(null, null, 'F1'),
  time: fc.option(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 901, max: 3_000 })), { nil: null }),
})
const constraints = fc.record({
  light: fc.constantFrom('any', 'day', 'night'),
  minIlluminationPercent: fc.constantFrom(null, null, 0, 40),
  months: fc.constantFrom<number[] | null>(null, null, [], [2], [3, 12]),
  avoids: fc.subarray(['rains', 'low-water'] as const),
  maxAltitudeM: fc.constantFrom(null, null, 900),
})
type Constraints = RecordOf<'mission-type'>['constraints']

const sorties = fc.record({
  vehicles: fc.integer({ min: 0, max: 4 }),
  availablePercent: fc.constantFrom(50, 100),
  turnsPerDay: fc.constantFrom(1, 2),
})

const unitPlan = fc.record({
  kind: fc.constantFrom('ground', 'naval', 'air', 'sof'),
  parent: fc.option(small, { nil: null }),
  capabilities: list,
  splittable: fc.boolean(),
  speed: fc.option(fc.integer({ min: 1, max: 300 }), { nil: null }),
  allocation: fc.constantFrom<AllocationPeriod[]>([{ from: 0, to: null }], [{ from: at(0), to: at(2_000) }], []),
  readiness: fc.option(fc.tuple(fc.integer({ min: 0, max: 1_500 }), fc.integer({ min: 30, max: 100 })), { nil: null }),
  superior: fc.option(fc.tuple(fc.integer({ min: 0, max: 2_500 }), fc.option(small, { nil: null })), { nil: null }),
  located: fc.boolean(),
  supplyDays: fc.option(fc.constantFrom(0, 0.1, 0.3), { nil: null }),
  mode: fc.constantFrom('road' as const, 'foot' as const, 'rotary-wing' as const),
  sorties: fc.option(sorties, { nil: null }),
})

const missionPlan = fc.record({
  start,
  likely: fc.integer({ min: 1, max: 600 }),
  type: fc.integer({ min: 0, max: 3 }),
  places,
  bounds: fc.option(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 900, max: 3_000 })), { nil: null }),
  phase: fc.constantFrom(null, 'F1', 'F2'),
  objectives: fc.subarray(['O', 'P']),
  status: fc.constantFrom('planned', 'planned', 'planned', 'cancelled', 'draft'),
  basis: fc.constantFrom(null, 'B1', 'B2'),
  enablers: fc.array(fc.tuple(fc.constantFrom(...ENABLER_KINDS), fc.nat(MISSIONS - 1)), { maxLength: 3 }),
  order: fc.option(fc.tuple(fc.integer({ min: -900, max: 0 }), fc.integer({ min: 0, max: 900 })), { nil: null }),
  reserve: fc.boolean(),
  airspace: fc.option(
    fc.constantFrom({ lowM: 0, highM: 900 }, { lowM: 800, highM: 2_000 }, { lowM: 900, highM: 1_000 }),
    {
      nil: null,
      freq: 2,
    },
  ),
  units: fc.uniqueArray(fc.tuple(fc.nat(UNITS - 1), list), { maxLength: 3, selector: ([unit]) => unit }),
})

const relationshipPlan = fc.record({
  subordinate: small,
  superior: small,
  kind: fc.constantFrom('organic', 'opcon', 'tacon', 'direct-support'),
  from: fc.integer({ min: -300, max: 1_500 }),
  lasts: fc.option(fc.integer({ min: 1, max: 2_000 }), { nil: null }),
})

const tie = fc.record({
  from: fc.nat(MISSIONS - 1),
  to: fc.nat(MISSIONS - 1),
  kind: fc.constantFrom(...DEPENDENCY_KINDS),
  lag: fc.integer({ min: -100, max: 100 }),
})

const missionId = (n: number) => makeId('mission', `M-${n}`)
const unitId = (n: number) => makeId('unit', `U-${n}`)

/** Small plans in which everything happens: circles of superiors, of dependencies, ties to cancelled missions. */
export const randomPlan: fc.Arbitrary<PlanDocument> = fc
  .record({
    units: fc.array(unitPlan, { minLength: UNITS, maxLength: UNITS }),
    missions: fc.array(missionPlan, { minLength: MISSIONS, maxLength: MISSIONS }),
    ties: fc.array(tie, { maxLength: 8 }),
    recovery: fc.constantFrom(0, 30),
    relationships: fc.array(relationshipPlan, { maxLength: 5 }),
    overlays: fc.array(overlayPlan, { maxLength: 4 }),
    constraints: fc.option(fc.array(constraints, { minLength: TYPES, maxLength: TYPES }), { nil: [] }),
  })
  .map(({ units, missions, ties, recovery, relationships, overlays, constraints }) => {
    const b = new PlanBuilder({
      parameters: [{ key: 'recovery-minutes', value: recovery, unit: 'min', source: 'prueba' }],
      phases: [
        { key: 'F1', name: { es: 'Uno' }, from: 0, to: 1_000 },
        { key: 'F2', name: { es: 'Dos' }, from: 1_000, to: 3_000 },
      ],
    })
    addCatalogue(b, constraints)
    for (const [i, u] of units.entries()) {
      b.unit(`U-${i}`, {
        component: makeId('component', u.kind),
        parent: u.parent === null ? null : unitId(u.parent),
        capabilities: u.capabilities,
        splittable: u.splittable,
        sorties: u.sorties,
        ...(u.supplyDays === null ? {} : { supplyDays: u.supplyDays }),
        allocation: u.allocation,
        mobility: u.speed === null ? [] : [{ mode: u.mode, speedKmh: u.speed }],
        states: {
          location: u.located ? [{ from: at(0), at: { place: makeId('place', 'L1') } }] : [],
          readiness: u.readiness === null ? [] : [{ from: at(u.readiness[0]), percent: u.readiness[1] }],
          superior:
            u.superior === null
              ? []
              : [{ from: at(u.superior[0]), unit: u.superior[1] === null ? null : unitId(u.superior[1]) }],
        },
      })
    }
    for (const [i, m] of missions.entries()) {
      const id = b.mission(`M-${i}`, m.start, m.likely, {
        type: makeId('mission-type', `T${m.type}`),
        places: m.places,
        phase: m.phase,
        status: m.status as 'planned',
        earliest: m.bounds?.[0] ?? null,
        latest: m.bounds?.[1] ?? null,
        objectives: m.objectives.map((o) => makeId('objective', o)),
        legalBasis: m.basis === null ? null : makeId('legal-basis', m.basis),
        ...(m.order === null ? {} : { received: m.order[0], ordered: m.order[1] }),
        ...(m.airspace === null ? {} : { airspace: m.airspace }),
        enablers: m.enablers.map(([kind, n]) => ({ kind, mission: missionId(n) })),
      })
      for (const [unit, brings] of m.units) {
        b.assign(id, unitId(unit), Object.fromEntries(brings.map((x) => [x.capability, x.quantity])))
        if (m.reserve && unit === 0) b.hold(id, unitId(unit))
      }
    }
    for (const t of ties) b.dependency(missionId(t.from), missionId(t.to), { kind: t.kind, lagMinutes: t.lag })
    for (const [i, r] of relationships.entries()) {
      b.relationship(`R-${i}`, unitId(r.subordinate), unitId(r.superior), {
        kind: r.kind as 'organic',
        from: at(r.from),
        to: r.lasts === null ? null : at(r.from + r.lasts),
      })
    }
    for (const [i, o] of overlays.entries()) {
      b.overlay(`V-${i}`, o.corners, {
        kind: o.kind as 'boundary',
        shape: o.shape as 'area',
        unit: o.unit === null ? null : unitId(o.unit),
        component: o.component === null ? null : makeId('component', o.component),
        mission: o.mission === null ? null : missionId(o.mission),
        phase: o.phase,
        from: o.time?.[0] ?? null,
        to: o.time?.[1] ?? null,
      })
    }
    return b.build()
  })

function addCatalogue(b: PlanBuilder, constraints: readonly Constraints[]): void {
  const asks = (type: number) => (constraints[type] === undefined ? {} : { constraints: constraints[type] })
  b.objective('O')
  b.objective('P')
  const district = b.place('D1', { kind: 'district' })
  b.place('L1', { position: [-73.9, -12.1], district, elevationM: 5_000 })
  b.legalBasis('B1', { from: at(0), to: at(1_500) })
  b.legalBasis('B2', { districts: [district] })
  b.type('T0', { components: ['ground', 'sof'], capabilities: amounts({ infantry: 2 }), ...asks(0) })
  b.type('T1', {
    components: ['air'],
    capabilities: amounts({ helicopter: 1 }),
    provides: ['insertion', 'extraction', 'resupply'],
    ...asks(1),
  })
  b.type('T2', {
    components: ['sof'],
    enablers: ['insertion', 'extraction', 'boats'],
    needsLegalBasis: true,
    ...asks(2),
  })
  b.type('T3', {
    components: ['naval'],
    provides: ['boats', 'route', 'medevac'],
    enablers: ['medevac', 'route'],
    ...asks(3),
  })
}

/** Edits of all sorts on a random plan; some are refused, as a planner's may be. */
export const randomCommand: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({ n: fc.nat(MISSIONS - 1), start })
      .map(({ n, start }): Command => ({ type: 'moveMissions', moves: [{ mission: missionId(n), start }] })),
  },
  fc
    .record({
      n: fc.nat(MISSIONS - 1),
      start: fc.integer({ min: 0, max: 2_000 }),
      likely: fc.integer({ min: 1, max: 900 }),
    })
    .map(
      ({ n, start, likely }): Command => ({
        type: 'stretchMission',
        mission: missionId(n),
        start,
        likelyMinutes: likely,
      }),
    ),
  fc
    .record({ n: fc.nat(MISSIONS - 1), unit: fc.nat(UNITS - 1) })
    .map(
      ({ n, unit }): Command => ({ type: 'assignUnit', mission: missionId(n), unit: unitId(unit), part: 'supporting' }),
    ),
  fc
    .record({ n: fc.nat(MISSIONS - 1), unit: fc.nat(UNITS - 1) })
    .map(
      ({ n, unit }): Command => ({ type: 'assignUnit', mission: missionId(n), unit: unitId(unit), part: 'reserve' }),
    ),
  fc.record({ n: fc.nat(MISSIONS - 1), from: fc.nat(UNITS - 1), to: fc.nat(UNITS - 1) }).map(
    ({ n, from, to }): Command => ({
      type: 'reassignMission',
      assignment: makeId('assignment', `M-${n}-U-${from}`),
      unit: unitId(to),
    }),
  ),
  tie.map(
    ({ from, to, kind, lag }): Command => ({
      type: 'linkMissions',
      predecessor: missionId(from),
      successor: missionId(to),
      kind,
      lagMinutes: lag,
    }),
  ),
  fc
    .record({ n: fc.nat(MISSIONS - 1), m: fc.nat(MISSIONS - 1), kind: fc.constantFrom(...ENABLER_KINDS) })
    .map(({ n, m, kind }): Command => ({ type: 'linkEnabler', mission: missionId(n), kind, enabler: missionId(m) })),
  fc.record({ n: fc.nat(MISSIONS - 1), kind: fc.constantFrom(...ENABLER_KINDS), start }).map(
    ({ n, kind, start }): Command => ({
      type: 'addEnabler',
      mission: missionId(n),
      kind,
      missionType: makeId('mission-type', 'T1'),
      start,
    }),
  ),
  fc
    .record({
      n: fc.nat(UNITS - 1),
      m: fc.nat(UNITS - 1),
      from: fc.option(fc.integer({ min: 0, max: 2_000 }), { nil: null }),
    })
    .map(
      ({ n, m, from }): Command => ({
        type: 'attachUnits',
        units: [unitId(n)],
        superior: unitId(m),
        from: from === null ? null : at(from),
      }),
    ),
  {
    weight: 2,
    arbitrary: fc
      .constantFrom<(readonly [RecordKind, string])[]>(
        ['mission', 'M-1'],
        ['mission', 'M-5'],
        ['unit', 'U-3'],
        ['objective', 'P'],
        ['legal-basis', 'B1'],
        ['dependency', 'M-1-M-2'],
        ['assignment', 'M-2-U-2'],
        ['overlay', 'V-0'],
        ['overlay', 'V-1'],
        ['relationship', 'R-0'],
        ['component', 'air'],
      )
      .map(([kind, local]): Command => ({ type: 'removeRecords', ids: [makeId(kind, local)] })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom<(readonly [Id, Record<string, unknown>])[]>(
        [makeId('mission', 'M-3'), { status: 'cancelled' }],
        [makeId('mission', 'M-3'), { status: 'planned', type: makeId('mission-type', 'T2') }],
        [makeId('mission', 'M-4'), { places: standing(-73.7, -12.4), objectives: [] }],
        [
          makeId('mission', 'M-4'),
          {
            places: [{ shape: 'point', points: [{ place: makeId('place', 'L1') }] }],
            legalBasis: makeId('legal-basis', 'B2'),
          },
        ],
        [makeId('mission-type', 'T0'), { components: ['naval'], capabilities: amounts({ infantry: 4 }) }],
        [makeId('mission-type', 'T1'), { provides: ['boats'] }],
        [makeId('component', 'ground'), { kind: 'air' }],
        [makeId('place', 'L1'), { elevationM: 950 }],
        [makeId('mission', 'M-2'), { received: -500, ordered: 0 }],
        [makeId('mission', 'M-6'), { airspace: { lowM: 900, highM: 1_500 } }],
        [makeId('plan', 'p'), { parameters: [{ key: 'airspace-separation-km', value: 1, unit: 'km', source: '' }] }],
        [makeId('mission', 'M-6'), { phase: 'F1' }],
        [makeId('mission', 'M-7'), { phase: 'F2', status: 'cancelled' }],
        [makeId('assignment', 'M-2-U-2'), { part: 'reserve' }],
        [makeId('plan', 'p'), { parameters: [{ key: 'troops-altitude-limit-m', value: 900, unit: 'm', source: '' }] }],
        [makeId('place', 'L1'), { position: [-73.5, -12.5], district: null }],
        [makeId('legal-basis', 'B1'), { to: at(400) }],
        [
          makeId('unit', 'U-2'),
          { capabilities: amounts({ infantry: 1 }), splittable: true, mobility: [{ mode: 'foot', speedKmh: 1 }] },
        ],
        [
          makeId('unit', 'U-1'),
          { allocation: [], states: { location: [], readiness: [{ from: 0, percent: 10 }], superior: [] } },
        ],
        [makeId('plan', 'p'), { hHour: at(600) }],
        [makeId('plan', 'p'), { parameters: [{ key: 'light-limit-degrees', value: 6, unit: '°', source: '' }] }],
        [makeId('mission-type', 'T2'), { constraints: { ...ANY_TIME, light: 'night', minIlluminationPercent: 30 } }],
        [makeId('mission-type', 'T3'), { constraints: { ...ANY_TIME, avoids: ['rains'] } }],
        [makeId('mission-type', 'T0'), { constraints: { ...ANY_TIME, light: 'day', months: [3] } }],
        [makeId('unit', 'U-0'), { sorties: { vehicles: 1, availablePercent: 100, turnsPerDay: 1 } }],
        [makeId('unit', 'U-4'), { component: makeId('component', 'air'), parent: makeId('unit', 'U-5') }],
        [makeId('unit', 'U-0'), { supplyDays: 0.2 }],
        [makeId('relationship', 'R-0'), { kind: 'opcon', to: null }],
        [makeId('relationship', 'R-1'), { superior: makeId('unit', 'U-1'), from: at(0) }],
        [makeId('plan', 'p'), { parameters: [{ key: 'resupply-hours', value: 1, unit: 'h', source: '' }] }],
        [makeId('overlay', 'V-0'), { points: square(-74, -12.5, 0.3) }],
        [makeId('overlay', 'V-0'), { unit: null, component: makeId('component', 'ground') }],
        [makeId('overlay', 'V-1'), { kind: 'area-of-operations', unit: makeId('unit', 'U-2') }],
        [makeId('overlay', 'V-1'), { kind: 'area-of-coordination', mission: makeId('mission', 'M-1') }],
        [makeId('overlay', 'V-2'), { unit: null, component: null, from: 500, to: null }],
      )
      .map(([id, fields]): Command => ({ type: 'editRecords', ids: [id], fields })),
  },
)
