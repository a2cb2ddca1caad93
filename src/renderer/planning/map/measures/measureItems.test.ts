import { expect, test } from 'vitest'
import type { Overlay } from '../../../../domain/records/overlay.ts'
import type { MultipointDrawing } from '../../../map-engine/multipoint/Multipoint.ts'
import { textsIn } from '../../../texts/TextContext.tsx'
import { measureItems, type MeasureLook } from './measureItems.ts'
import type { MeasureWords } from './MeasureWords.ts'
import { measureRequest } from './measureRequest.ts'
import { testOverlay } from './overlay.testing.ts'
import type { TextItem } from '../../../map-engine/Scene.ts'
import { roomForLabels } from './roomForLabels.ts'
import { scaleStep } from './scaleStep.ts'

const { t } = textsIn('es')
const write: MeasureWords = { t, writeTime: (minutes) => `T${minutes}` }

const itemsOf = (overlay: Overlay, drawing: MultipointDrawing | null, look: MeasureLook, title: string, metres = 10) =>
  measureItems(overlay, drawing, look, title, metres, t)

test('asks for the symbol with its echelon, texts, times and widths where it shows them', () => {
  const boundary = testOverlay('b', { kind: 'boundary', label2: 'BRAVO', echelon: 'brigade', from: 60, widths: [5] })
  expect(measureRequest(boundary, 100, write)).toMatchObject({
    symbol: '10032500181101000000',
    name: 'ALFA',
    second: 'BRAVO',
    begins: '',
    widths: [],
  })
  const corridor = testOverlay('c', { kind: 'route', symbol: '10032500001701000000', from: 60, widths: [] })
  expect(measureRequest(corridor, 100, write)).toMatchObject({ begins: 'T60', ends: '', widths: [2000] })
  expect(measureRequest({ ...corridor, widths: [900] }, 100, write)?.widths).toEqual([900])
  // A planned one keeps its status digit.
  expect(measureRequest(testOverlay('p', { symbol: '10032510001403000000' }), 100, write)?.symbol[6]).toBe('1')
})

test('asks for nothing where there is nothing to work out', () => {
  expect(measureRequest(testOverlay('a', { kind: 'area-of-operations', shape: 'area' }), 100, write)).toBeNull()
  expect(measureRequest(testOverlay('o', { kind: 'other' }), 100, write)).toBeNull()
  const point = testOverlay('k', { kind: 'checkpoint', shape: 'point', points: [[-74, -12]] })
  expect(measureRequest(point, 100, write)).toBeNull()
  expect(itemsOf(point, null, 'normal', 'x')).toMatchObject([{ kind: 'symbol', at: [-74, -12], label: 'ALFA' }])
})

test('is its plain points until a drawing is there, an area closed', () => {
  const [line] = itemsOf(testOverlay('l'), null, 'faded', 'Línea ALFA')
  expect(line).toMatchObject({
    kind: 'line',
    id: 'overlay:l',
    record: 'overlay:l',
    emphasis: 'faded',
    title: 'Línea ALFA',
  })
  const points = [...testOverlay('a').points, [-73.9, -12.6] as [number, number]]
  const [area] = itemsOf(testOverlay('a', { shape: 'area', points }), null, 'normal', '')
  expect(area?.kind === 'line' && area.path).toEqual([...points, points[0]])
})

test('makes lines, areas and texts of a drawing; the line through its own points carries its id', () => {
  const overlay = testOverlay('l')
  const items = itemsOf(
    overlay,
    {
      lines: [
        {
          path: [
            [-74, -12.5],
            [-73.9, -12.5],
          ],
          dash: [],
        },
        { path: overlay.points, dash: [4, 4] },
      ],
      areas: [
        {
          rings: [
            [
              [-74, -12],
              [-73, -12],
              [-73, -11],
            ],
          ],
          isHatched: true,
        },
      ],
      labels: [{ text: 'PL ALFA', at: [-74, -12.5], angle: -27, align: 'end' }],
    },
    'selected',
    '',
  )
  expect(items.map((item) => [item.kind, item.id])).toEqual([
    ['area', 'overlay:l/area-0'],
    ['line', 'overlay:l/line-0'],
    ['line', 'overlay:l'],
    ['text', 'overlay:l/text-0'],
  ])
  expect(items[0]).toMatchObject({ fill: { color: '--map-overlay', hatch: true } })
  expect(items[2]).toMatchObject({ stroke: { color: '--map-overlay', dash: [4, 4] }, emphasis: 'selected' })
  expect(items[3]).toMatchObject({ text: 'LF ALFA', angle: -27, align: 'end', size: 12 })
  expect(new Set(items.map((item) => item.id)).size).toBe(items.length)
})

test('an area of coordination is named by us, for its symbol names nothing', () => {
  const overlay = testOverlay('k', {
    kind: 'area-of-coordination',
    shape: 'area',
    points: [
      [-74, -12],
      [-73, -12],
      [-73, -11],
    ],
  })
  expect(measureRequest(overlay, 100, write)?.name).toBe('')
  const items = itemsOf(overlay, { lines: [], areas: [], labels: [] }, 'normal', '')
  expect(items).toMatchObject([{ kind: 'text', text: 'ZC ALFA', at: [-73.5, -11.5] }])
})

test('scales come in quarters of a doubling', () => {
  expect(scaleStep(100)).toBe(scaleStep(104))
  expect(scaleStep(100)).not.toBe(scaleStep(120))
  expect(scaleStep(100) / scaleStep(200)).toBeCloseTo(0.5, 9)
  for (const m of [0.3, 7, 99, 12_345]) expect(Math.abs(scaleStep(m) / m - 1)).toBeLessThan(0.1)
})

test('names are not written twice, whichever language they begin in', () => {
  const nameOf = (name: string, more: Partial<Overlay> = {}): string | undefined =>
    measureRequest(testOverlay('n', { name, ...more }), 100, write)?.name
  expect(nameOf('LF AZUL')).toBe('AZUL')
  expect(nameOf('PL Blue')).toBe('Blue')
  expect(nameOf('Línea de fase 3')).toBe('3')
  expect(nameOf('LFAZUL')).toBe('LFAZUL')
  expect(nameOf('LF')).toBe('LF')
  expect(nameOf('CORREDOR AÉREO 1', { kind: 'route', symbol: '10032500001701000000' })).toBe('1')
  // A boundary writes no word of its own.
  expect(nameOf('Límite norte', { kind: 'boundary' })).toBe('Límite norte')
})

test('what is too small on screen carries no words', () => {
  const overlay = testOverlay('l')
  const drawing: MultipointDrawing = {
    lines: [{ path: overlay.points, dash: [] }],
    areas: [],
    labels: [{ text: 'PL ALFA', at: [-74, -12.5], angle: 0, align: 'end' }],
  }
  // It is some 24 km long: 24 pixels at a kilometre each.
  expect(itemsOf(overlay, drawing, 'normal', '', 100)).toHaveLength(2)
  expect(itemsOf(overlay, drawing, 'normal', '', 1000)).toHaveLength(1)
})

test('of labels that would lie on one another one stays: the selected, then letters, then what is in force', () => {
  const text = (id: string, words: string, emphasis: MeasureLook, longitude: number): TextItem => ({
    kind: 'text',
    id,
    record: null,
    title: '',
    rank: 40,
    emphasis,
    at: [longitude, -12],
    text: words,
    color: '--map-overlay',
    size: 12,
    isStrong: true,
    angle: 0,
    align: 'center',
  })
  const items = [
    text('faded', 'LF ALFA', 'faded', -74),
    text('normal', 'LF BRAVO', 'normal', -74.0001),
    text('letter', 'S', 'normal', -74.0001),
    text('far', 'LF DELTA', 'normal', -73),
    text('selected', 'LF ECO', 'selected', -74),
  ]
  const idsAt = (metres: number, of = items): string[] => roomForLabels(of, metres).map((item) => item.id)
  expect(idsAt(100)).toEqual(['far', 'selected'])
  expect(idsAt(100, items.slice(0, 4))).toEqual(['letter', 'far'])
  expect(idsAt(100, items.slice(0, 2))).toEqual(['normal'])
  // Side by side, once one is near enough.
  expect(idsAt(0.02, [items[0] as TextItem, items[1] as TextItem])).toEqual(['faded', 'normal'])
})
