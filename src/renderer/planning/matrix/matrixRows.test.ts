import { expect, test } from 'vitest'
import { PlanDocument } from '../../../domain/plan/PlanDocument.ts'
import type { AnyRecord, RecordOf } from '../../../domain/records/catalog.ts'
import { makeId } from '../../../domain/records/ids.ts'
import { MatrixRows, type RowChoice } from './matrixRows.ts'
import { heightOf, laneTop, rowAt, rowTops } from './rowPlaces.ts'

const base = { createdRevision: 0, updatedRevision: 0 }
const ground = makeId('component', 'ground')
const unitId = (name: string) => makeId('unit', name)

const unit = (name: string, parent: string | null = null): AnyRecord =>
  ({
    id: unitId(name),
    ...base,
    component: ground,
    parent: parent === null ? null : unitId(parent),
    name,
    designation: name,
    states: { location: [], readiness: [], superior: [] },
  }) as unknown as AnyRecord

const mission = (name: string, start: number | null, likely = 60): RecordOf<'mission'> =>
  ({
    id: makeId('mission', name),
    ...base,
    start,
    type: makeId('mission-type', 't'),
    legalBasis: null,
    enablers: [],
    objectives: [],
    duration: { optimistic: likely, likely, pessimistic: likely },
  }) as unknown as RecordOf<'mission'>

const assignment = (name: string, missionName: string, unitName: string): AnyRecord =>
  ({
    id: makeId('assignment', name),
    ...base,
    mission: makeId('mission', missionName),
    unit: unitId(unitName),
    part: 'supported',
    brings: [],
  }) as unknown as AnyRecord

const records: readonly AnyRecord[] = [
  { id: makeId('plan', 'p'), ...base, hHour: 0 } as unknown as AnyRecord,
  { id: makeId('component', 'air'), ...base, kind: 'air', name: { es: 'Aire' }, order: 1 } as unknown as AnyRecord,
  { id: ground, ...base, kind: 'ground', name: { es: 'Tierra' }, order: 0 } as unknown as AnyRecord,
  unit('brigade'),
  unit('alpha', 'brigade'),
  unit('bravo', 'brigade'),
  mission('m1', 0),
  mission('m2', 30),
  mission('m3', null),
  assignment('a1', 'm1', 'alpha'),
  assignment('a2', 'm2', 'alpha'),
  assignment('a3', 'm3', 'bravo'),
]

const all: RowChoice = {
  collapsed: new Set(),
  unfolded: new Set(),
  isOnlyBusy: false,
  fits: null,
  instant: 0,
  ghosts: null,
}
const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id.slice(row.id.indexOf(':') + 1))

test('components stand in their order, units below their superiors', () => {
  const { rows, indexOf, time } = new MatrixRows().read(new PlanDocument(records, 0), all)
  expect(ids(rows)).toEqual(['ground', 'brigade', 'alpha', 'bravo', 'air'])
  expect(rows.map((row) => (row.kind === 'unit' ? row.depth : 0))).toEqual([0, 1, 2, 2, 0])
  expect(indexOf.get(unitId('bravo'))).toBe(3)
  expect(time).toEqual({ from: 0, to: 90 })
})

test('one edit leaves every row as it was but those of the mission’s units', () => {
  const plan = new PlanDocument(records, 0)
  const matrix = new MatrixRows()
  const before = matrix.read(plan, all).rows
  const m2 = plan.get(makeId('mission', 'm2'))
  if (m2 === undefined) throw new Error('no m2')
  plan.apply({ added: [], removed: [], updated: [[m2, { ...m2, start: 500, updatedRevision: 1 }]] })
  const after = matrix.read(plan, all).rows
  expect(after.map((row, i) => row === before[i])).toEqual([true, true, false, true, true])
  expect(after[2]?.lanes.lanes).toBe(1)
  plan.apply({ added: [], removed: [], updated: [[{ ...m2, start: 500, updatedRevision: 1 }, m2]] })
  expect(matrix.read(plan, all).rows[2]?.lanes.bars.map((b) => b.start)).toEqual([0, 30])
})

test('a mission that gets a start, and one that is removed, change its row', () => {
  const plan = new PlanDocument(records, 0)
  const matrix = new MatrixRows()
  expect(matrix.read(plan, all).rows[3]?.lanes.bars).toEqual([])
  const m3 = plan.get(makeId('mission', 'm3'))
  const a3 = plan.get(makeId('assignment', 'a3'))
  if (m3 === undefined || a3 === undefined) throw new Error('no m3')
  const started = { ...m3, start: 10, updatedRevision: 1 }
  plan.apply({ added: [], removed: [], updated: [[m3, started]] })
  expect(matrix.read(plan, all).rows[3]?.lanes.bars.length).toBe(1)
  plan.apply({ added: [], removed: [started, a3], updated: [] })
  expect(matrix.read(plan, all).rows[3]?.lanes.bars).toEqual([])
  plan.apply({ added: [started, a3], removed: [], updated: [] })
  expect(matrix.read(plan, all).rows[3]?.lanes.bars.length).toBe(1)
})

test('a closed row hides what is below it, and says how many units a closed component has', () => {
  const plan = new PlanDocument(records, 0)
  const closed = (id: string) => new MatrixRows().read(plan, { ...all, collapsed: new Set([id]) }).rows
  expect(ids(closed('unit:brigade'))).toEqual(['ground', 'brigade', 'air'])
  expect(ids(closed('component:ground'))).toEqual(['ground', 'air'])
  expect(closed('component:ground')[0]).toMatchObject({ units: 3, isCollapsed: true })
})

test('the filter keeps what is above a match, and only units with missions where asked', () => {
  const plan = new PlanDocument([...records, unit('charlie', 'brigade')], 0)
  const fits = (u: { name: string }) => u.name === 'bravo'
  expect(ids(new MatrixRows().read(plan, { ...all, fits }).rows)).toEqual(['ground', 'brigade', 'bravo'])
  expect(ids(new MatrixRows().read(plan, { ...all, isOnlyBusy: true }).rows)).toEqual([
    'ground',
    'brigade',
    'alpha',
    'bravo',
  ])
})

test('units that are each other’s superiors are still shown', () => {
  const ring = [unit('x', 'y'), unit('y', 'x')]
  expect(ids(new MatrixRows().read(new PlanDocument([...records, ...ring], 0), all).rows)).toContain('x')
})

test('more lanes than a row shows are counted until they are unfolded', () => {
  const many = Array.from({ length: 7 }, (_, i) => [mission(`x${i}`, 0), assignment(`x${i}`, `x${i}`, 'bravo')]).flat()
  const plan = new PlanDocument([...records, ...many], 0)
  const folded = new MatrixRows().read(plan, all).rows[3]
  expect(folded).toMatchObject({ shownLanes: 5, hiddenBars: 2 })
  const open = new MatrixRows().read(plan, { ...all, unfolded: new Set([unitId('bravo')]) }).rows[3]
  expect(open).toMatchObject({ shownLanes: 7, hiddenBars: 0 })
})

test('rows stand below each other, higher by their lanes, and are found by height', () => {
  const { rows } = new MatrixRows().read(new PlanDocument(records, 0), all)
  const tops = rowTops(rows, 24)
  expect([...tops]).toEqual([0, 24, 48, 92, 116, 140])
  expect(rows.map((row) => heightOf(row, 24))).toEqual([24, 24, 44, 24, 24])
  expect([0, 23, 24, 91, 92, 139, 9_999].map((y) => rowAt(tops, y))).toEqual([0, 0, 1, 2, 3, 4, 4])
  expect(laneTop(1, 24) - laneTop(0, 24)).toBe(20)
})
