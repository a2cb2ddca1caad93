import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlanDocument } from '../../../../domain/plan/PlanDocument.ts'
import { type Id, makeId } from '../../../../domain/records/ids.ts'
import type { Mission } from '../../../../domain/records/mission.ts'
import { PlanBuilder, run, standing } from '../../../../domain/testing/planBuilder.testing.ts'
import { campaignPlan } from '../../../fields/campaignPlan.testing.ts'
import { FindingsView } from '../../../session/FindingsView.ts'
import { textsIn } from '../../../texts/TextContext.tsx'
import { columnsOf } from './columnsOf.testing.ts'
import { MissionScene, type MissionSceneInput } from './MissionScene.ts'
import { MISSION_SCOPES, type MissionScope, MOST_SHOWN } from './shownMissions.ts'

const texts = textsIn('es')
const NOBODY: ReadonlySet<Id> = new Set()
const FILTERS = MISSION_SCOPES.map((scope) => ({ scope, hiddenKinds: new Set<never>() }))
/** The same filter each time, as the map's own. */
function at(scope: MissionScope): MissionSceneInput['filter'] {
  const filter = FILTERS.find((each) => each.scope === scope)
  if (filter === undefined) throw new Error(`no filter ${scope}`)
  return filter
}

function sceneOf(plan: PlanDocument, findings = new FindingsView()) {
  const columns = columnsOf(plan)
  const scene = new MissionScene(plan, columns)
  const look = (time: number, change: Partial<MissionSceneInput> = {}) => {
    columns.refresh()
    return scene.look({ time, texts, selection: NOBODY, findings, findingsVersion: 0, filter: at('moment'), ...change })
  }
  return { look }
}

const codes = (items: readonly { id: string; emphasis: string }[]): string[] =>
  items.map((item) => `${item.id.replace('mission:', '')} ${item.emphasis}`)

test('the moment shows what is under way, the phase and all add the rest in faint', () => {
  const phases = [{ key: 'F1', name: { es: 'F' }, from: 0, to: 1_000 }]
  const builder = new PlanBuilder({ phases })
  const places = standing(-73.8, -12.5)
  builder.mission('now', 0, 100, { places })
  builder.mission('later', 500, 100, { places })
  builder.mission('beyond', 2_000, 100, { places })
  builder.mission('unplanned', null, 100, { places, phase: 'F1' })
  builder.mission('cancelled', 0, 100, { places, status: 'cancelled' })
  builder.mission('nowhere', 0, 100)
  const { look } = sceneOf(builder.build())
  expect(codes(look(50).items)).toEqual(['now normal'])
  expect(codes(look(50, { filter: at('phase') }).items)).toEqual([
    'now normal',
    'later faded',
    'unplanned faded',
    'cancelled faded',
  ])
  expect(look(50, { filter: at('all') }).items).toHaveLength(5)
  expect(look(100).items).toEqual([])
})

test('what is selected shows at any time; hidden components do not', () => {
  const builder = new PlanBuilder()
  const mission = builder.mission('M', 500, 100, { places: standing(-73.8, -12.5) })
  const { look } = sceneOf(builder.build())
  expect(look(0).items).toEqual([])
  expect(look(0, { selection: new Set([mission]) }).items).toMatchObject([{ emphasis: 'selected', cluster: null }])
  const hidden: MissionSceneInput['filter'] = { scope: 'all', hiddenKinds: new Set(['ground']) }
  expect(look(0, { filter: hidden }).items).toEqual([])
})

test('points, lines and areas each have a flag; lines lead somewhere', () => {
  const points = [
    [-73.8, -12.5],
    [-73.6, -12.5],
    [-73.6, -12.3],
  ].map((position) => ({ position })) as Mission['places'][0]['points']
  const places = (['point', 'line', 'area'] as const).map((shape) => ({ shape, points }))
  const builder = new PlanBuilder()
  builder.mission('M', 0, 100, { places, status: 'executing' })
  const { items } = sceneOf(builder.build()).look(0)
  expect(items.map((item) => [item.id, item.kind])).toEqual([
    ['mission:M', 'symbol'],
    ['mission:M 1 line', 'line'],
    ['mission:M 1', 'symbol'],
    ['mission:M 2 area', 'area'],
    ['mission:M 2', 'symbol'],
  ])
  expect(items[1]).toMatchObject({ arrow: 'end', path: points.map((p) => 'position' in p && p.position) })
  expect(new Set(items.map((item) => item.record))).toEqual(new Set(['mission:M']))
})

test('status and component are told by shape too, not by colour alone', () => {
  const statuses = ['draft', 'planned', 'ordered', 'executing', 'done', 'cancelled'] as const
  const builder = new PlanBuilder()
  for (const status of statuses) builder.mission(status, 0, 100, { places: standing(-73.8, -12.5), status })
  const { items } = sceneOf(builder.build()).look(0, { filter: at('all') })
  const plain = items.map((item) => (item.kind === 'symbol' ? item.picture.svg.replaceAll(/var\([^)]*\)/g, '') : ''))
  expect(new Set(plain).size).toBe(statuses.length)
})

test('while time passes nothing is made anew but what begins or ends', () => {
  const builder = new PlanBuilder()
  builder.mission('A', 0, 1_000, { places: standing(-73.8, -12.5) })
  builder.mission('B', 500, 100, { places: standing(-73.8, -12.5) })
  const { look } = sceneOf(builder.build())
  const before = look(100)
  expect(look(200)).toBe(before)
  const during = look(550)
  expect(during.items[0]).toBe(before.items[0])
  expect(during.items).toHaveLength(2)
  expect(look(700).items).toEqual(before.items)
})

test('an edited mission, its unit or its place changes its item only', () => {
  const builder = new PlanBuilder()
  const place = builder.place('P', { position: [-73.8, -12.5] })
  const places: Mission['places'] = [{ shape: 'point', points: [{ place }] }]
  const first = builder.mission('A', 0, 1_000, { places })
  builder.mission('B', 0, 1_000, { places: standing(-73, -12) })
  const unit = builder.unit('U', { component: makeId('component', 'naval') })
  const plan = builder.build()
  const { look } = sceneOf(plan)
  const [a, b] = look(0).items
  run(plan, { type: 'assignUnit', mission: first, unit, part: 'supported' })
  const [naval, same] = look(0).items
  expect(naval).not.toEqual(a)
  expect(same).toBe(b)
  run(plan, { type: 'editRecords', ids: [place], fields: { position: [-73.5, -12.5] } })
  expect(look(0).items[0]).toMatchObject({ at: [-73.5, -12.5] })
})

test('of too many the nearest in time are shown, and the count says so', () => {
  const builder = new PlanBuilder({ horizon: { from: 0, to: 100_000 } })
  const places = standing(-73.8, -12.5)
  for (let i = 0; i < MOST_SHOWN + 500; i += 1) builder.mission(`M${i}`, i * 10, 10, { places })
  const { look } = sceneOf(builder.build())
  const { items, found, shown } = look(0, { filter: at('all') })
  expect([items.length, found, shown]).toEqual([MOST_SHOWN, MOST_SHOWN + 500, MOST_SHOWN])
  expect(items.at(-1)?.id).toBe(`mission:M${MOST_SHOWN - 1}`)
  const chosen = makeId('mission', `M${MOST_SHOWN + 400}`)
  const kept = look(0, { filter: at('all'), selection: new Set([chosen]) })
  expect(kept.items.some((item) => item.id === chosen)).toBe(true)
})

test('after any edits and at any times the items are those a scene made anew gives', () => {
  const missions = [...campaignPlan().all('mission')].map((mission) => mission.id)
  const minutes = fc.integer({ min: -40_000, max: 400_000 })
  const scope = fc.constantFrom('moment', 'phase', 'all')
  const step = fc.oneof(
    fc.record({ type: fc.constant('look' as const), time: minutes, scope }),
    fc.record({
      type: fc.constant('moveMissions' as const),
      moves: fc.array(fc.record({ mission: fc.constantFrom(...missions), start: minutes }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
    fc.record({
      type: fc.constant('duplicateMissions' as const),
      missions: fc.uniqueArray(fc.constantFrom(...missions), { minLength: 1, maxLength: 2 }),
    }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), minutes, scope, (steps, last, lastScope) => {
      const plan = campaignPlan()
      const { look } = sceneOf(plan)
      for (const taken of steps) {
        if (taken.type === 'look') look(taken.time, { filter: at(taken.scope) })
        else run(plan, taken)
      }
      const filter = at(lastScope)
      expect(look(last, { filter })).toEqual(sceneOf(plan).look(last, { filter }))
    }),
    { numRuns: 25 },
  )
})
