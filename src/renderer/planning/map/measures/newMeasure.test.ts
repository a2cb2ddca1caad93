import { expect, test } from 'vitest'
import { PlanBuilder } from '../../../../domain/testing/planBuilder.testing.ts'
import { type Id, makeId } from '../../../../domain/records/ids.ts'
import { measureType, type MeasureType } from '../../../../domain/records/measureTypes.ts'
import type { Overlay } from '../../../../domain/records/overlay.ts'
import { PlanDocument } from '../../../../domain/plan/PlanDocument.ts'
import { textsIn } from '../../../texts/TextContext.tsx'
import { readMeasures, writeMeasures } from './measureClipboard.ts'
import { drawableKinds, type MeasureListing, measureRows } from './measureRows.ts'
import { copiesOf, freeName, newMeasure } from './newMeasure.ts'
import { testOverlay } from './overlay.testing.ts'

const named = (key: string): MeasureType => {
  const type = measureType(key)
  if (type === null) throw new Error(`no measure ${key}`)
  return type
}

const builder = new PlanBuilder()
const mission = builder.mission('m-1', 0, 60)
const unit = builder.unit('u-1', { echelon: 'battalion' })
const plan = new PlanDocument([...builder.records.values()], 0)
const id = makeId('overlay', 'new')

test('a measure belongs to the mission or the unit that alone is selected', () => {
  const points: [number, number][] = [
    [-74, -12],
    [-73, -12],
  ]
  const make = (type: string, selection: readonly Id[]) =>
    newMeasure(id, named(type), points, 'ALFA', plan, new Set(selection))
  expect(make('phase-line', [])).toMatchObject({
    mission: null,
    unit: null,
    component: null,
    kind: 'phase-line',
    points,
  })
  expect(make('phase-line', [mission])).toMatchObject({ mission, unit: null })
  expect(make('boundary', [unit])).toMatchObject({ unit, component: 'component:ground', echelon: 'battalion' })
  expect(make('phase-line', [unit]).echelon).toBe('none')
  expect(make('phase-line', [mission, unit])).toMatchObject({ mission: null, unit: null })
  expect(make('air-corridor', []).widths).toEqual([2000])
})

test('lines and areas are spelled, points numbered, tasks called by what they are', () => {
  const say = (number: number): string => `Asegurar ${number}`
  const taken = [testOverlay('a', { name: 'ALFA' }), testOverlay('b', { name: 'CHARLIE' })]
  expect(freeName(named('phase-line'), taken, say)).toBe('BRAVO')
  // What is taken by another kind is free.
  expect(freeName(named('boundary'), taken, say)).toBe('ALFA')
  expect(freeName(named('checkpoint'), taken, say)).toBe('1')
  expect(freeName(named('secure'), taken, say)).toBe('Asegurar 1')
  const all: Overlay[] = []
  for (let i = 0; i < 26; i++) all.push(testOverlay(`x${i}`, { name: freeName(named('phase-line'), all, say) }))
  expect(all.at(-1)?.name).toBe('ZULU')
  expect(freeName(named('phase-line'), all, say)).toBe('ALFA 2')
})

test('copies stand beside, under ids of their own, and let go of what is not in this plan', () => {
  const original = testOverlay('a', { unit, mission: makeId('mission', 'gone'), name: 'ALFA' })
  let count = 0
  const [copy] = copiesOf(
    [original],
    plan,
    100,
    () => makeId('overlay', `copy-${(count += 1)}`),
    (name) => `${name} (copia)`,
  )
  expect(copy).toMatchObject({ id: 'overlay:copy-1', name: 'ALFA (copia)', unit, mission: null })
  expect(copy?.points[0]?.[0]).toBeGreaterThan(-74)
  expect(copy?.points[0]?.[1]).toBeLessThan(-12.5)
  expect(copy).not.toHaveProperty('createdRevision')
})

test('the clipboard brings back whole measures and nothing else', () => {
  const measures = [testOverlay('a'), testOverlay('b')]
  expect(readMeasures(writeMeasures(measures))).toEqual(measures)
  expect(readMeasures('no JSON')).toEqual([])
  expect(readMeasures('{"id":"overlay:a"}')).toEqual([])
  expect(readMeasures(JSON.stringify([{ ...measures[0], points: [] }, { id: 'unit:x' }, null, measures[1]]))).toEqual([
    measures[1],
  ])
  expect(readMeasures(JSON.stringify(Array.from({ length: 501 }, () => measures[0])))).toEqual([])
})

const listing: MeasureListing = {
  overlays: [
    testOverlay('a', { name: 'BRAVO' }),
    testOverlay('b', { name: 'ALFA', unit }),
    testOverlay('c', { name: 'Norte', kind: 'boundary', label2: 'Sur' }),
  ],
  plan,
  query: '',
  grouping: 'kind',
  collapsed: new Set(),
  texts: textsIn('es'),
}
const rowsOf = (more: Partial<MeasureListing>): string[] => {
  const rows = measureRows({ ...listing, ...more })
  return Array.from({ length: rows.count }, (_, i) => {
    const row = rows.rowAt(i)
    return row.kind === 'group' ? `[${row.label}]` : row.overlay.name
  })
}

test('lists measures by kind in the order of the palette, or by whose they are', () => {
  expect(rowsOf({})).toEqual(['[Límite]', 'Norte', '[Línea de fase]', 'ALFA', 'BRAVO'])
  expect(rowsOf({ grouping: 'command' })).toEqual(['[Todo el plan]', 'BRAVO', 'Norte', '[u-1]', 'ALFA'])
  expect(rowsOf({ collapsed: new Set(['kind phase-line']) })).toEqual(['[Límite]', 'Norte', '[Línea de fase]'])
})

test('finds measures and what can be drawn in either language, without accents', () => {
  expect(rowsOf({ query: 'linea' })).toEqual(['[Línea de fase]', 'ALFA', 'BRAVO'])
  expect(rowsOf({ query: 'boundary sur' })).toEqual(['[Límite]', 'Norte'])
  expect(rowsOf({ query: 'xyz' })).toEqual([])
  expect(drawableKinds('AREA de operaciones', null, textsIn('es')).map((kind) => kind.key)).toEqual([
    'area-of-operations',
  ])
  expect(drawableKinds('area of operations', null, textsIn('es')).map((kind) => kind.key)).toEqual([
    'area-of-operations',
  ])
})

test('what suits the type of the selected mission stands first', () => {
  const kinds = drawableKinds('', 'AIR-4', textsIn('es'))
  expect(kinds[0]).toMatchObject({ key: 'demonstrate', isAtHand: true })
  expect(kinds.length).toBe(drawableKinds('', null, textsIn('es')).length)
})
