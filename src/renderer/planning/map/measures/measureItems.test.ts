import { expect, test } from 'vitest'
import { measureItems } from './measureItems.ts'
import { measureRequest } from './measureRequest.ts'
import { testOverlay } from './overlay.testing.ts'
import { scaleStep } from './scaleStep.ts'

const write = (minutes: number): string => `T${minutes}`

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
  expect(measureItems(point, null, 'normal', 'x')).toMatchObject([{ kind: 'symbol', at: [-74, -12], label: 'ALFA' }])
})

test('is its plain points until a drawing is there, an area closed', () => {
  const [line] = measureItems(testOverlay('l'), null, 'faded', 'Línea ALFA')
  expect(line).toMatchObject({
    kind: 'line',
    id: 'overlay:l',
    record: 'overlay:l',
    emphasis: 'faded',
    title: 'Línea ALFA',
  })
  const points = [...testOverlay('a').points, [-73.9, -12.6] as [number, number]]
  const [area] = measureItems(testOverlay('a', { shape: 'area', points }), null, 'normal', '')
  expect(area?.kind === 'line' && area.path).toEqual([...points, points[0]])
})

test('makes lines, areas and texts of a drawing; the line through its own points carries its id', () => {
  const overlay = testOverlay('l')
  const items = measureItems(
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
  expect(items[0]).toMatchObject({ fill: { color: '--accent', hatch: true } })
  expect(items[2]).toMatchObject({ stroke: { color: '--accent', width: 3, dash: [4, 4] } })
  expect(items[3]).toMatchObject({ text: 'PL ALFA', angle: -27, align: 'end', size: 12 })
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
  const items = measureItems(overlay, { lines: [], areas: [], labels: [] }, 'normal', '')
  expect(items).toMatchObject([{ kind: 'text', text: 'COORD ALFA', at: [-73.5, -11.5] }])
})

test('scales come in quarters of a doubling', () => {
  expect(scaleStep(100)).toBe(scaleStep(104))
  expect(scaleStep(100)).not.toBe(scaleStep(120))
  expect(scaleStep(100) / scaleStep(200)).toBeCloseTo(0.5, 9)
  for (const m of [0.3, 7, 99, 12_345]) expect(Math.abs(scaleStep(m) / m - 1)).toBeLessThan(0.1)
})
