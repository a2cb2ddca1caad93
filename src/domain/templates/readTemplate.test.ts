import milsymbol from 'milsymbol'
import { expect, test } from 'vitest'
import { Area } from '../geo/Area.ts'
import { outsideOf } from '../geo/outsideOf.ts'
import { PlanDocument } from '../plan/PlanDocument.ts'
import { isScheduled } from '../plan/missionTimes.ts'
import { type AnyRecord, isRecordOf, type RecordOf } from '../records/catalog.ts'
import type { RecordKind } from '../records/ids.ts'
import { measureTypeOf } from '../records/measureTypes.ts'
import { readTemplate } from './readTemplate.ts'
import { readTemplateFile } from './templateFile.testing.ts'

function read(name: 'campaign-2023' | 'catalogue'): readonly AnyRecord[] {
  const template = readTemplate(readTemplateFile(name))
  if (!template.ok) throw new Error(JSON.stringify(template.error))
  return template.value
}

const campaign = read('campaign-2023')
const plan = new PlanDocument(campaign, 0)
const of = <K extends RecordKind>(kind: K): RecordOf<K>[] => [...plan.all(kind)]

/** An id of `facts/campaign-2023.md`: alone, or before the list of what is assumed beside it. */
const FACT = /^(?:CMD|OBJ|AREA|THR|WHO|WAY|ROLE|GND|NAV|AIR|SOF)(?:-\d)?(?:;|$)/
const DATA = /^(?:GeoNames \(CC BY 4\.0\)(?:, altitud: dem)?|OurAirports \S+ \(ODbL\))$/

test('the campaign has the counts the source and its sample year give', () => {
  expect(
    of('component')
      .map((c) => c.kind)
      .sort(),
  ).toEqual(['air', 'ground', 'naval', 'partners', 'sof'])
  expect(of('mission-type')).toHaveLength(18)
  expect(of('objective').map((o) => o.code)).toEqual(['OBJ-1', 'OBJ-2', 'OBJ-3'])
  expect(plan.meta.strategicRoles.map((r) => r.key)).toEqual(['ROLE-1', 'ROLE-2', 'ROLE-3', 'ROLE-4', 'ROLE-5'])
  expect(of('place').filter((p) => p.kind === 'district')).toHaveLength(9)
  expect(plan.meta.phases).toHaveLength(8)
  expect(of('mission')).toHaveLength(120)
  expect(of('unit').length).toBeGreaterThanOrEqual(36)
  expect(of('unit').length).toBeLessThanOrEqual(46)
  expect(of('assignment').length).toBeGreaterThanOrEqual(180)
  expect(of('dependency').length).toBeGreaterThanOrEqual(55)
  expect(new Set(of('dependency').map((d) => d.kind)).size).toBe(4)
})

test('missions are numbered without a gap and use every type', () => {
  const codes = Array.from({ length: 120 }, (_, i) => `M-${String(i + 1).padStart(3, '0')}`)
  expect(of('mission').map((m) => m.code)).toEqual(codes)
  expect(new Set(of('mission').map((m) => m.type)).size).toBe(18)
})

test('exactly six missions wait for units and a time, with a window to place them in', () => {
  const unassigned = of('mission').filter((m) => plan.indexes.assignmentsOfMission.get(m.id).length === 0)
  const unscheduled = of('mission').filter((m) => !isScheduled(m))
  expect(unassigned).toHaveLength(6)
  expect(unscheduled).toEqual(unassigned)
  for (const m of unassigned) expect((m.latest ?? 0) - (m.earliest ?? 0)).toBeGreaterThan(m.duration.likely)
})

const idsOf = (records: readonly { id: string }[]): string[] => records.map((r) => r.id)

test('every record is a fact with its id, data with its source, or marked notional', () => {
  const isSourced = ({ source }: AnyRecord): boolean => source !== undefined && (FACT.test(source) || DATA.test(source))
  expect(idsOf(campaign.filter((r) => !isSourced(r) && (r.source !== undefined || r.notional !== true)))).toEqual([])
})

test('what the source does not say is marked notional', () => {
  const invented = [
    'unit',
    'mission-type',
    'mission',
    'assignment',
    'dependency',
    'relationship',
    'legal-basis',
    'decision-point',
    'overlay',
  ]
  const kindOfRecord = (r: AnyRecord): string => r.id.slice(0, r.id.indexOf(':'))
  expect(idsOf(campaign.filter((r) => invented.includes(kindOfRecord(r)) && r.notional !== true))).toEqual([])
  expect(plan.meta.phases.filter((p) => p.notional !== true)).toEqual([])
  expect(plan.meta.capabilities.filter((c) => c.notional !== true)).toEqual([])
  const placed = of('place').filter((p) => p.position !== null)
  expect(idsOf(placed.filter((p) => p.notional !== true && !DATA.test(p.source ?? '')))).toEqual([])
})

test('facts stand under the ids of the source', () => {
  const cited = (record: AnyRecord): string => (record.source ?? '').split(';')[0] ?? ''
  for (const type of of('mission-type')) expect(cited(type as AnyRecord)).toBe(type.code)
  for (const objective of of('objective')) expect(objective.source).toBe(objective.code)
  expect(
    new Set(
      of('place')
        .filter((p) => p.kind === 'district')
        .map((p) => p.source),
    ),
  ).toEqual(new Set(['AREA-2']))
  expect(plan.meta.facts.map((f) => f.id)).toEqual([
    'CMD-1',
    'CMD-2',
    'CMD-3',
    'CMD-4',
    'AREA-1',
    'AREA-2',
    'AREA-3',
    'AREA-4',
    'AREA-5',
    'AREA-6',
    'THR-1',
    'THR-2',
    'THR-3',
    'WHO-1',
    'WHO-2',
    'WAY-1',
    'WAY-2',
  ])
  for (const fact of plan.meta.facts) expect(fact.text.en).toBeTruthy()
})

test('day D plus 42 is the 14th of February 2023 in Lima', () => {
  expect(new Date(plan.meta.hHour + 42 * 86_400_000).toISOString()).toBe('2023-02-14T11:00:00.000Z')
})

const ECHELON_DIGITS: Partial<Record<RecordOf<'unit'>['echelon'], string>> = {
  none: '00',
  platoon: '14',
  company: '15',
  battalion: '16',
  regiment: '17',
  brigade: '18',
}

test('symbols are valid and say the echelon of their unit', () => {
  const isRight = ({ symbol, echelon }: RecordOf<'unit'>): boolean =>
    new milsymbol.Symbol(symbol).isValid() && symbol.slice(8, 10) === ECHELON_DIGITS[echelon]
  expect(
    of('unit')
      .filter((u) => !isRight(u))
      .map((u) => `${u.designation} ${u.symbol}`),
  ).toEqual([])
})

test('control measures are of kinds that can be drawn, with the points their symbols take', () => {
  expect(of('overlay')).toHaveLength(33)
  for (const overlay of of('overlay')) {
    const type = measureTypeOf(overlay)
    expect(type, overlay.name).toMatchObject({ kind: overlay.kind, shape: overlay.shape, symbol: overlay.symbol })
    expect(overlay.points.length).toBeGreaterThanOrEqual(type?.minPoints ?? 0)
    expect(overlay.points.length).toBeLessThanOrEqual(type?.maxPoints ?? 0)
    expect(overlay.widths).toHaveLength(type?.widths.length ?? 0)
  }
})

test('areas of operations lie in that of the whole command', () => {
  const areas = of('overlay').filter((o) => o.kind === 'area-of-operations')
  const [whole] = areas.filter((o) => o.unit === null && o.component === null).map((o) => Area.of(o.points))
  const outside = areas.filter((o) => whole && outsideOf([whole], 'area', o.points) !== null)
  expect(outside.map((o) => o.name)).toEqual([])
  expect(areas).toHaveLength(5)
})

test('missions take place at points, along lines and over areas', () => {
  const shapes = of('mission').map((m) => m.places[0]?.shape)
  expect(shapes.filter((s) => s === 'line').length).toBeGreaterThan(15)
  expect(shapes.filter((s) => s === 'area').length).toBeGreaterThan(15)
})

test('a superior has at least what its subordinates bring together', () => {
  for (const unit of of('unit')) {
    const below = of('unit').filter((u) => u.parent === unit.id)
    for (const { capability, quantity } of unit.capabilities) {
      const parts = below.flatMap((u) => u.capabilities).filter((c) => c.capability === capability)
      expect(quantity).toBeGreaterThanOrEqual(parts.reduce((sum, c) => sum + c.quantity, 0))
    }
  }
})

test('each kind of flaw is planted one to three times, and the mission says so', () => {
  const notes = of('mission').map((m) => m.notes)
  const planted = notes.filter((n) => n.startsWith('Ejemplo para la verificación: '))
  expect(planted.length).toBeGreaterThanOrEqual(10)
  expect(notes.filter((n) => n !== '')).toHaveLength(planted.length + 6)
})

test('the catalogue is the same in both templates', () => {
  const catalogue = read('catalogue')
  const kept = (records: readonly AnyRecord[]) =>
    records.filter((r) => isRecordOf('component', r) || isRecordOf('mission-type', r))
  expect(kept(catalogue)).toEqual(kept(campaign))
  const { capabilities, parameters, strategicRoles } = new PlanDocument(catalogue, 0).meta
  expect({ capabilities, parameters, strategicRoles }).toEqual({
    capabilities: plan.meta.capabilities,
    parameters: plan.meta.parameters,
    strategicRoles: plan.meta.strategicRoles,
  })
})

const minimal = readTemplateFile('catalogue') as { template: string; version: number; records: { id: string }[] }

test.each([
  ['no object', null, 'not-a-template'],
  ['another version', { ...minimal, version: 2 }, 'not-a-template'],
  ['a record with a field too many', { ...minimal, records: [{ ...minimal.records[0], extra: 1 }] }, 'invalid'],
  ['a record twice', { ...minimal, records: [...minimal.records, minimal.records[1]] }, 'duplicate'],
  ['no plan record', { ...minimal, records: minimal.records.slice(1) }, 'plan-count'],
])('refuses %s', (_, value, code) => {
  expect(readTemplate(value)).toMatchObject({ ok: false, error: { code } })
})

test('refuses a reference that leads nowhere, and names it', () => {
  const file = readTemplateFile('campaign-2023') as { records: { id: string }[] }
  const records = file.records.filter((r) => r.id !== 'mission:m-006')
  expect(readTemplate({ ...file, records })).toMatchObject({
    ok: false,
    error: { code: 'dangling', reference: 'mission:m-006' },
  })
})
