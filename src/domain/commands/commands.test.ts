import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Diff, reverseDiff, squashDiffs } from '../plan/diff.ts'
import { PlanDocument } from '../plan/PlanDocument.ts'
import type { AnyRecord } from '../records/catalog.ts'
import { type Id, makeId, type RecordKind } from '../records/ids.ts'
import { readTemplate } from '../templates/readTemplate.ts'
import { type Command, commands, type CommandType, prepare } from './catalog.ts'
import type { CommandContext } from './command.ts'

const template = readTemplate(JSON.parse(readFileSync('resources/templates/campaign-2023.json', 'utf8')))
if (!template.ok) throw new Error(template.error.code)
const records = template.value

const plan = (): PlanDocument => new PlanDocument(records, 0)
const contents = (document: PlanDocument): unknown => new Map([...document.records()].map((r) => [r.id, r]))

let ids = 0
const context: CommandContext = {
  now: 1_700_000_000_000,
  author: 'test',
  newId: <K extends RecordKind>(kind: K) => {
    ids += 1
    return makeId(kind, `new${ids}`)
  },
}

const idsOf = <K extends RecordKind>(kind: K): fc.Arbitrary<Id<K>> =>
  fc.constantFrom(...records.filter((r) => r.id.startsWith(`${kind}:`)).map((r) => r.id as Id<K>))
const orNull = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { nil: null })
const minutes = fc.integer({ min: -20_000, max: 500_000 })
const mission = idsOf('mission')
const unit = idsOf('unit')
const part = fc.constantFrom('supported', 'supporting', 'reserve')
const enabler = fc.constantFrom('insertion', 'extraction', 'air-cover', 'route', 'boats', 'medevac', 'resupply')

/** Arguments that any planner could ask for, for every verb: a verb without an entry here does not compile. */
const asked: Record<CommandType, fc.Arbitrary<Command>> = {
  acceptFinding: fc.record({
    type: fc.constant('acceptFinding'),
    finding: fc.constantFrom('a|b', 'c|d'),
    reason: fc.constant('visto'),
  }),
  addEnabler: fc.record({
    type: fc.constant('addEnabler'),
    mission,
    kind: enabler,
    missionType: idsOf('mission-type'),
    start: orNull(minutes),
  }),
  addMeasures: fc.integer({ min: 1, max: 3 }).map((count) => ({
    type: 'addMeasures',
    measures: Array.from({ length: count }, () => ({
      id: context.newId('overlay'),
      name: 'LF ALFA',
      label2: '',
      kind: 'phase-line',
      symbol: null,
      echelon: 'none',
      shape: 'line',
      points: [
        [-74, -12.5],
        [-73.8, -12.4],
      ],
      widths: [],
      unit: null,
      component: null,
      mission: null,
      phase: null,
      from: null,
      to: null,
    })),
  })),
  addRecord: fc.constantFrom(...records.slice(0, 60)).map((record) => ({
    type: 'addRecord',
    record: { ...record, id: context.newId(record.id.slice(0, record.id.indexOf(':')) as RecordKind) },
  })),
  assignUnit: fc.record({ type: fc.constant('assignUnit'), mission, unit, part }),
  attachUnits: fc.record({
    type: fc.constant('attachUnits'),
    units: fc.uniqueArray(unit, { minLength: 1, maxLength: 3 }),
    superior: orNull(unit),
    component: idsOf('component'),
    from: orNull(fc.integer({ min: 1_670_000_000_000, max: 1_700_000_000_000 })),
  }),
  draftMission: fc.record({
    type: fc.constant('draftMission'),
    mission: fc.constant(null).map(() => context.newId('mission')),
    missionType: idsOf('mission-type'),
    title: fc.constant('Ensayo'),
    unit: orNull(unit),
    start: orNull(minutes),
  }),
  duplicateMissions: fc.record({
    type: fc.constant('duplicateMissions'),
    missions: fc.uniqueArray(mission, { minLength: 1, maxLength: 3 }),
  }),
  editAtNewPlace: fc.record({
    type: fc.constant('editAtNewPlace'),
    place: fc.constant(null).map(() => ({
      id: context.newId('place'),
      name: 'Ayna',
      kind: 'town',
      position: [-73.9, -12.6],
      district: null,
      department: '',
      province: '',
      ubigeo: null,
    })),
    ids: fc.uniqueArray(mission, { minLength: 1, maxLength: 3 }),
    fields: fc.record({ places: fc.constant([{ shape: 'point', points: [{ position: [-73.9, -12.6] }] }]) }),
  }),
  editRecords: fc.record({
    type: fc.constant('editRecords'),
    ids: fc.uniqueArray(mission, { minLength: 1, maxLength: 4 }),
    fields: fc.oneof(fc.record({ title: fc.string() }), fc.record({ priority: fc.integer({ min: 0, max: 6 }) })),
  }),
  editUnits: fc.record({
    type: fc.constant('editUnits'),
    units: fc.uniqueArray(unit, { minLength: 1, maxLength: 4 }),
    component: idsOf('component'),
    echelon: fc.constantFrom('company', 'none'),
    readiness: fc.record({
      from: fc.integer({ min: 1_670_000_000_000, max: 1_700_000_000_000 }),
      percent: fc.nat(100),
    }),
  }),
  joinDistricts: fc.record({
    type: fc.constant('joinDistricts'),
    districts: fc.uniqueArray(
      fc.record({
        place: idsOf('place'),
        ubigeo: fc.constantFrom('080910', '050504'),
        province: fc.constantFrom('La Mar', ''),
      }),
      { minLength: 1, maxLength: 4, selector: ({ place }) => place },
    ),
    layer: fc.constant('Distritos'),
  }),
  linkEnabler: fc.record({ type: fc.constant('linkEnabler'), mission, kind: enabler, enabler: orNull(mission) }),
  linkMissions: fc.record({
    type: fc.constant('linkMissions'),
    predecessor: mission,
    successor: mission,
    kind: fc.constantFrom('finish-start', 'start-start'),
    lagMinutes: minutes,
  }),
  moveMissions: fc.record({
    type: fc.constant('moveMissions'),
    moves: fc.array(fc.record({ mission, start: orNull(minutes) }), { minLength: 1, maxLength: 4 }),
  }),
  moveUnitTo: fc.record({
    type: fc.constant('moveUnitTo'),
    unit,
    at: fc.oneof(fc.record({ place: idsOf('place') }), fc.constant({ position: [-73.5, -12.5] as [number, number] })),
    from: fc.constantFrom(1_670_000_000_000, 1_680_000_000_000, 1_690_000_000_000),
  }),
  pasteUnits: fc.record({
    type: fc.constant('pasteUnits'),
    added: fc.array(
      fc.record({
        designation: fc.constantFrom('A', 'B'),
        component: idsOf('component'),
        superior: orNull(fc.oneof(fc.record({ unit }), fc.record({ line: fc.nat(2) }))),
      }),
      { maxLength: 3 },
    ),
    changed: fc.array(fc.record({ unit, strength: fc.nat(900) }), { maxLength: 2 }),
  }),
  placeInDistricts: fc.record({
    type: fc.constant('placeInDistricts'),
    places: fc.uniqueArray(fc.record({ place: idsOf('place'), district: idsOf('place') }), {
      minLength: 1,
      maxLength: 4,
      selector: ({ place }) => place,
    }),
  }),
  placeMission: fc.record({ type: fc.constant('placeMission'), mission, unit, part, start: minutes }),
  reassignMission: fc.record({ type: fc.constant('reassignMission'), assignment: idsOf('assignment'), unit }),
  removeRecords: fc.record({
    type: fc.constant('removeRecords'),
    ids: fc.uniqueArray(fc.constantFrom(...records.map((r) => r.id)), { minLength: 1, maxLength: 3 }),
  }),
  stretchMission: fc.record({
    type: fc.constant('stretchMission'),
    mission,
    start: minutes,
    likelyMinutes: fc.integer({ min: 1, max: 9_000 }),
  }),
  takeProposal: fc.record({
    type: fc.constant('takeProposal'),
    changes: fc.array(
      fc.record({
        mission,
        start: minutes,
        units: fc.array(
          fc.record({
            unit,
            part,
            brings: fc.array(
              fc.record({ capability: fc.constant('rotary-wing'), quantity: fc.integer({ min: 1, max: 4 }) }),
              {
                maxLength: 2,
              },
            ),
          }),
          { maxLength: 4 },
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
}

for (const type of Object.keys(commands) as CommandType[]) {
  test(`${type}: applied and reversed, the plan is what it was`, () => {
    let done = 0
    fc.assert(
      fc.property(fc.array(asked[type], { minLength: 1, maxLength: 4 }), (list) => {
        const document = plan()
        const before = contents(document)
        const applied: Diff[] = []
        for (const command of list) {
          const change = prepare(command, document, context)
          if (!change.ok) continue
          expect(document.conflict(change.value.diff)).toBeNull()
          document.apply(change.value.diff)
          applied.push(change.value.diff)
          done += 1
        }
        const after = contents(document)
        const whole = squashDiffs(applied)
        for (const diff of applied.toReversed()) {
          const back = reverseDiff(diff)
          expect(document.conflict(back)).toBeNull()
          document.apply(back)
        }
        expect(contents(document)).toEqual(before)
        document.apply(whole)
        expect(contents(document)).toEqual(after)
      }),
      { numRuns: 40 },
    )
    expect(done).toBeGreaterThan(0)
  })
}

test('after random edits every index holds what a plan made anew from the same records holds', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(...Object.values(asked)), { maxLength: 30 }), (list) => {
      const document = plan()
      for (const command of list) {
        const change = prepare(command, document, context)
        if (change.ok) document.apply(change.value.diff)
      }
      const anew = new PlanDocument(document.records(), document.revision)
      for (const { id } of anew.records()) {
        for (const name of [
          'assignmentsOfMission',
          'assignmentsOfUnit',
          'dependenciesFrom',
          'dependenciesTo',
        ] as const) {
          expect(idList(document.indexes[name].get(id))).toEqual(idList(anew.indexes[name].get(id)))
        }
        for (const name of [
          'subordinatesEver',
          'missionsEnabledBy',
          'missionsOfObjective',
          'missionsOfType',
        ] as const) {
          expect(idList(document.indexes[name].get(id))).toEqual(idList(anew.indexes[name].get(id)))
        }
        expect(idList(document.indexes.pointingAt(id))).toEqual(idList(anew.indexes.pointingAt(id)))
      }
    }),
    { numRuns: 25 },
  )
})

const idList = (list: readonly AnyRecord[]): string[] => list.map((r) => r.id).sort()

test('no edit leaves a reference that leads nowhere', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(...Object.values(asked)), { maxLength: 30 }), (list) => {
      const document = plan()
      for (const command of list) {
        const change = prepare(command, document, context)
        if (change.ok) document.apply(change.value.diff)
      }
      const file = { template: 'x', version: 1, records: [...document.records()] }
      expect(readTemplate(file)).toMatchObject({ ok: true })
    }),
    { numRuns: 25 },
  )
})

test('a refused command says why and makes no difference', () => {
  const document = plan()
  const refused = (command: Command): unknown => {
    const change = prepare(command, document, context)
    return change.ok ? 'made' : change.error.code
  }
  const first = [...document.all('mission')][0]?.id as Id<'mission'>
  expect(refused({ type: 'moveMissions', moves: [{ mission: 'mission:none' as Id<'mission'>, start: 0 }] })).toBe(
    'missing',
  )
  expect(
    refused({ type: 'linkMissions', predecessor: first, successor: first, kind: 'finish-start', lagMinutes: 0 }),
  ).toBe('itself')
  expect(refused({ type: 'editRecords', ids: [first], fields: { id: 'mission:x' } })).toBe('invalid')
  expect(refused({ type: 'editRecords', ids: [first], fields: { priority: 9 } })).toBe('invalid')
  expect(refused({ type: 'editRecords', ids: [first], fields: { type: 'mission-type:none' } })).toBe('dangling')
  expect(refused({ type: 'constructor' } as unknown as Command)).toBe('invalid')
  const [top] = document.all('unit')
  const below = [...document.all('unit')].find((u) => u.parent === top?.id)
  expect(
    refused({ type: 'attachUnits', units: [top?.id as Id<'unit'>], superior: below?.id as Id<'unit'>, from: null }),
  ).toBe('circle')
  expect(refused({ type: 'removeRecords', ids: [document.meta.id] })).toBe('in-use')
})
