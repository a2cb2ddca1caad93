import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Finding } from '../../../../domain/check/Finding.ts'
import { UnitTracks } from '../../../../domain/plan/UnitTracks.ts'
import type { PlanDocument } from '../../../../domain/plan/PlanDocument.ts'
import { type Command, prepare } from '../../../../domain/commands/catalog.ts'
import { type Id, makeId } from '../../../../domain/records/ids.ts'
import { at, countingContext, PlanBuilder, standing } from '../../../../domain/testing/planBuilder.testing.ts'
import { DAY, HOUR } from '../../../../domain/time/planTime.ts'
import { campaignPlan } from '../../../fields/campaignPlan.testing.ts'
import { FindingsView } from '../../../session/FindingsView.ts'
import { textsIn } from '../../../texts/TextContext.tsx'
import { UnitScene, type UnitSceneInput } from './UnitScene.ts'

const texts = textsIn('es')
const NOBODY: ReadonlySet<Id> = new Set()
const EVERYTHING: UnitSceneInput['filter'] = { hiddenComponents: new Set(), hiddenEchelons: new Set() }

function sceneOf(plan: PlanDocument, findings = new FindingsView()) {
  const source = { tracks: new UnitTracks(plan) }
  const scene = new UnitScene(plan, source)
  const look = (time: number, change: Partial<UnitSceneInput> = {}) =>
    scene.items({ time, texts, selection: NOBODY, findings, findingsVersion: 0, filter: EVERYTHING, ...change })
  /** Does what can be done. */
  const edit = (command: Command): void => {
    const change = prepare(command, plan, countingContext())
    if (!change.ok) return
    plan.apply(change.value.diff)
    source.tracks.update(change.value.diff)
  }
  return { scene, look, edit }
}

const HOME = { position: [-73.8, -12.5] as [number, number] }
const ROAD = [{ mode: 'road', speedKmh: 25 }] as const

test('units stand where the plan knows them to be, and those it does not know are counted', () => {
  const builder = new PlanBuilder()
  const known = builder.unit('A', { home: HOME })
  builder.unit('B')
  const { scene, look } = sceneOf(builder.build())
  expect(look(0)).toMatchObject([{ id: known, record: known, at: HOME.position, label: 'A', cluster: 'units' }])
  expect(scene.unplaced).toBe(1)
})

test('higher echelons come first, those without one last', () => {
  const builder = new PlanBuilder()
  for (const echelon of ['none', 'platoon', 'brigade', 'company'] as const)
    builder.unit(echelon, { home: HOME, echelon })
  const { look } = sceneOf(builder.build())
  const inOrder = look(0).toSorted((a, b) => a.rank - b.rank)
  expect(inOrder.map((item) => item.label)).toEqual(['brigade', 'company', 'platoon', 'none'])
})

test('low readiness and time outside the allocation change picture and label, and turn back', () => {
  const builder = new PlanBuilder()
  builder.unit('A', {
    home: HOME,
    allocation: [{ from: at(100), to: at(500) }],
    states: {
      location: [],
      readiness: [
        { from: at(200), percent: 55 },
        { from: at(300), percent: 90 },
      ],
      superior: [],
    },
  })
  const { look } = sceneOf(builder.build())
  const [planned, present, low, ready] = [0, 100, 200, 300].map((time) => look(time)[0])
  expect(planned?.picture).not.toBe(present?.picture)
  expect(low?.label).toBe('A ▾55 %')
  expect(low?.picture).not.toBe(present?.picture)
  expect(ready?.picture).toBe(present?.picture)
  expect(look(500)[0]?.picture).toBe(planned?.picture)
})

test('a badge tells the worst finding while its missions last', () => {
  const builder = new PlanBuilder()
  const unit = builder.unit('A', { home: HOME })
  const mission = builder.mission('M', 100, 100)
  const plan = builder.build()
  const findings = new FindingsView()
  const finding = (severity: Finding['severity'], key: string): Finding => ({
    key,
    rule: 'readiness-low',
    severity,
    records: [unit, mission],
    params: {},
  })
  findings.take(true, [], [finding('warning', 'w'), finding('error', 'e1'), finding('error', 'e2')])
  const { look, edit } = sceneOf(plan, findings)
  expect([99, 100, 199, 200].map((time) => look(time)[0]?.badge)).toEqual([
    null,
    { tone: 'error', text: '2' },
    { tone: 'error', text: '2' },
    null,
  ])
  edit({ type: 'acceptFinding', finding: 'e1', reason: 'visto' })
  expect(look(150)[0]?.badge).toEqual({ tone: 'error', text: '1' })
})

test('while time passes only units that move or turn are made anew', () => {
  const builder = new PlanBuilder()
  builder.unit('A', { home: HOME })
  const mover = builder.unit('B', { home: HOME, mobility: [...ROAD] })
  const mission = builder.mission('M', 10 * HOUR, DAY, { places: standing(-73.4, -12.5) })
  builder.assign(mission, mover)
  const { look } = sceneOf(builder.build())
  const [still, resting] = look(0)
  const [, moving] = look(9 * HOUR)
  expect(look(9 * HOUR)[0]).toBe(still)
  expect(moving?.at[0]).toBeGreaterThan(-73.8)
  expect(moving?.at[0]).toBeLessThan(-73.4)
  expect(look(9 * HOUR + 1)[1]).not.toBe(moving)
  const [, there] = look(11 * HOUR)
  expect(there?.at).toEqual([-73.4, -12.5])
  expect(look(20 * HOUR)).toBe(look(11 * HOUR))
  expect(resting?.at).toEqual(HOME.position)
})

test('a selected unit goes first, is never clustered, and lets go when another is chosen', () => {
  const builder = new PlanBuilder()
  const one = builder.unit('A', { home: HOME, echelon: 'team' })
  builder.unit('B', { home: HOME, echelon: 'command' })
  const { look } = sceneOf(builder.build())
  const [first, second] = look(0)
  const [chosen, other] = look(0, { selection: new Set([one]) })
  expect(chosen).toMatchObject({ emphasis: 'selected', cluster: null })
  expect(chosen?.rank).toBeLessThan(second?.rank ?? 0)
  expect(other).toBe(second)
  expect(look(0)[0]).toEqual(first)
})

test('components and echelons that are hidden leave no item', () => {
  const builder = new PlanBuilder()
  builder.unit('A', { home: HOME, echelon: 'company' })
  builder.unit('B', { home: HOME, component: makeId('component', 'naval') })
  const { look } = sceneOf(builder.build())
  const labels = (filter: Partial<UnitSceneInput['filter']>): (string | null)[] =>
    look(0, { filter: { ...EVERYTHING, ...filter } }).map((item) => item.label)
  expect(labels({ hiddenComponents: new Set([makeId('component', 'naval')]) })).toEqual(['A'])
  expect(labels({ hiddenEchelons: new Set(['company']) })).toEqual(['B'])
  expect(labels({})).toEqual(['A', 'B'])
})

test('after any edits and at any times the items are those a scene made anew gives', () => {
  const units = [...campaignPlan().all('unit')].map((unit) => unit.id)
  const missions = [...campaignPlan().all('mission')].map((mission) => mission.id)
  const minutes = fc.integer({ min: -40_000, max: 400_000 })
  const step = fc.oneof(
    fc.record({ type: fc.constant('look' as const), time: minutes }),
    fc.record({
      type: fc.constant('moveMissions' as const),
      moves: fc.array(fc.record({ mission: fc.constantFrom(...missions), start: minutes }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
    fc.record({
      type: fc.constant('moveUnitTo' as const),
      unit: fc.constantFrom(...units),
      at: fc.constant({ position: [-73.9, -12.4] as [number, number] }),
      from: minutes.map(at),
    }),
    fc.record({
      type: fc.constant('removeRecords' as const),
      ids: fc.array(fc.constantFrom(...units), { minLength: 1, maxLength: 2 }),
    }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), minutes, (stepsTaken, last) => {
      const plan = campaignPlan()
      const { look, edit } = sceneOf(plan)
      for (const taken of stepsTaken) {
        if (taken.type === 'look') look(taken.time)
        else edit(taken)
      }
      const anew = sceneOf(plan).look(last)
      expect(look(last)).toEqual(anew)
      expect(anew.length).toBeGreaterThan(20)
    }),
    { numRuns: 25 },
  )
})
