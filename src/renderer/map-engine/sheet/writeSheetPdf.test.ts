import { expect, test } from 'vitest'
import type { Position } from '../../../domain/records/common.ts'
import { formatMgrs } from '../../../domain/geo/mgrs.ts'
import { drawSheet } from './drawSheet.ts'
import { readSheetPdf } from './readSheetPdf.testing.ts'
import { paperSize, PAPERS } from './Sheet.ts'
import { areaOf, lineThrough, symbolAt, testContent, testFonts, testMeans } from './sheet.testing.ts'
import type { SheetContent } from './SheetContent.ts'
import { layoutSheet } from './sheetLayout.ts'
import { writeSheetPdf } from './writeSheetPdf.ts'

const means = await testMeans()

const write = async (content: SheetContent, from = means): Promise<Uint8Array> =>
  writeSheetPdf(drawSheet(content, from), testFonts, {
    title: content.title,
    subject: content.subtitle,
    language: 'es-PE',
    instant: content.instant,
  })
const print = async (content: SheetContent, from = means) => readSheetPdf(await write(content, from))

/** Letters may be set one by one, or in pieces of a value. */
const words = (sheet: { texts: readonly { text: string }[] }): string => sheet.texts.map(({ text }) => text).join('')

const UNIT: Position = [-73.83, -12.52]
const metresInSquare = (position: Position): [number, number] => {
  const [, , east, north] = (formatMgrs(position) ?? '').split(' ')
  return [Number(east), Number(north)]
}

const scene = [
  [
    'measures',
    [
      areaOf(
        'a',
        [
          [-74, -12.5],
          [-73.7, -12.5],
          [-73.7, -12.2],
          [-74, -12.2],
        ],
        'AO CÓNDOR',
      ),
    ],
  ],
  [
    'missions',
    [
      lineThrough(
        'l',
        [
          [-74.2, -13.1],
          [-73.9, -12.7],
          [-70, -12],
        ],
        'M-004',
      ),
    ],
  ],
  ['units', [symbolAt('u', UNIT, '2.ª Bda Inf')]],
] as const satisfies SheetContent['scene']

test('pages have the sizes of their papers, either way round', async () => {
  for (const paper of PAPERS) {
    for (const isLandscape of [false, true]) {
      const sheet = await print(testContent({}, { paper, isLandscape }))
      const [width, height] = paperSize({ paper, isLandscape })
      expect(sheet.width).toBeCloseTo(width, 2)
      expect(sheet.height).toBeCloseTo(height, 2)
    }
  }
})

test('says what a sheet must say: marking at head and foot, title, scale, time, grid, norths, credits and the warning', async () => {
  const sheet = await print(testContent({ scene }))
  const marks = sheet.texts.filter(({ text }) => text === 'RESERVADO // EJERCICIO')
  expect(marks.map(({ y }) => y < 20 || y > 277)).toEqual([true, true])
  expect(marks.map(({ y }) => y < 150)).toEqual([true, false])
  // Lines that were broken read on after a space.
  const all = sheet.texts.map(({ text }) => text).join(' ')
  expect(all).toContain('Campaña del Ñandú')
  expect(all).toContain('1:500\u00a0000')
  expect(all).toContain('141200R FEB 23 · D+42')
  expect(all).toContain('UTM zona 18 S, WGS 84')
  expect(all).toContain('XM')
  expect(all).toMatch(/Convergencia de cuadrícula 0°\d\d′ O/)
  expect(all).toMatch(/Declinación magnética \d°\d\d′ O \(WMM-2020\)/)
  expect(all).toContain('GeoNames (CC BY 4.0)')
  expect(all).toContain('AO CÓNDOR')
  expect(all).toContain('2.ª Bda Inf')
  expect(all).toContain('Cartografía de referencia 1:10 000 000; errores de varios km; no usar para medir ni delimitar')
  expect(sheet.title).toBe('Campaña del Ñandú')
})

test('in English it speaks English', async () => {
  const all = (await print(testContent({ language: 'en' }))).texts.map(({ text }) => text).join(' ')
  expect(all).toContain('RESERVADO // EXERCISE')
  expect(all).toContain('not for measuring or delimiting')
  expect(all).toContain('Scale 1:500\u00a0000')
})

test('without an exercise or a marking nothing is claimed', async () => {
  const sheet = await print(testContent({ isExercise: false, marking: { text: '', color: '#1d6638' } }))
  expect(words(sheet)).not.toContain('EJERCICIO')
})

test('without the base map nothing is said of it', async () => {
  const sheet = await print(testContent({ hasGround: false }))
  expect(sheet.paths.filter(({ layer }) => layer === 'Mapa base')).toEqual([])
  const all = sheet.texts.map(({ text }) => text).join(' ')
  expect(all).not.toContain('GeoNames')
  expect(all).not.toContain('1:10 000 000')
})

test('is drawn, not photographed', async () => {
  const sheet = await print(testContent({ scene }))
  expect(sheet.images).toBe(0)
  expect(sheet.paths.length).toBeGreaterThan(60)
})

test('a position lands on its millimetre', async () => {
  const content = testContent({ scene })
  const sheet = await print(content)
  // The frame of the only symbol, 28 by 18 of its 30 by 20 pixels.
  const frame = sheet.paths.find(
    ({ isFilled, isStroked, points, layer }) => layer === 'Unidades' && isFilled && isStroked && points.length === 4,
  )
  const xs = (frame?.points ?? []).map(([x]) => x)
  const ys = (frame?.points ?? []).map(([, y]) => y)
  const middle = [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2]
  // Metres by the package mgrs, which projects by code of its own; both places lie in one square of 100 km.
  const [unit, center] = [metresInSquare(UNIT), metresInSquare(content.sheet.center)]
  const { x, y, width, height } = layoutSheet(content.sheet).neatline
  // At 1:500 000 a millimetre is 500 m.
  expect(middle[0]).toBeCloseTo(x + width / 2 + (unit[0] - center[0]) / 500, 1)
  expect(middle[1]).toBeCloseTo(y + height / 2 - (unit[1] - center[1]) / 500, 1)
})

test('grid lines stand ten kilometres apart on paper, and their values beside them', async () => {
  const content = testContent()
  const sheet = await print(content)
  const { neatline } = layoutSheet(content.sheet)
  const upright = sheet.paths.filter(({ layer, points: [from, to] }) => {
    return layer === 'Cuadrícula' && from !== undefined && to !== undefined && Math.abs(from[0] - to[0]) < 0.01
  })
  const xs = [...new Set(upright.map(({ points }) => Math.round((points[0]?.[0] ?? 0) * 100) / 100))].sort(
    (a, b) => a - b,
  )
  expect(xs.length).toBeGreaterThan(5)
  // 10 km at 1:500 000 are 20 mm.
  for (const [i, x] of xs.entries()) expect(x - (xs[i - 1] ?? x - 20)).toBeCloseTo(20, 1)
  const values = sheet.texts.filter(({ text, y }) => /^\d0$/.test(text) && y < neatline.y && y > neatline.y - 6)
  expect(values.length).toBeGreaterThan(5)
  const width = (text: string): number => testFonts.strong.width(text)
  for (const { text, x, size } of values.slice(1)) {
    const middle = x + (width(text) * size) / 2
    expect(Math.min(...xs.map((line) => Math.abs(line - middle)))).toBeLessThan(1.2)
  }
})

test('the bar of the scale is as long as it says', async () => {
  const sheet = await print(testContent({}, { scale: 250_000 }))
  const bars = sheet.paths.filter(({ layer, isFilled, isStroked, points }) => {
    const ys = points.map(([, y]) => y)
    const height = Math.max(...ys) - Math.min(...ys)
    return layer === 'Margen' && isFilled && isStroked && points.length === 4 && Math.abs(height - 1.3) < 0.01
  })
  const xs = bars.flatMap(({ points }) => points.map(([x]) => x))
  const label = sheet.texts.find(({ text }) => text.endsWith(' km') && text.length < 8)
  const left = sheet.texts.findLast(({ text, y }) => y === label?.y && /^\d+$/.test(text))
  expect(left).toBeDefined()
  const zero = sheet.texts.find(({ text, y }) => y === label?.y && text === '0')
  const right = Number.parseFloat(label?.text ?? '')
  const zeroX = (zero?.x ?? 0) + (testFonts.regular.width('0') * (zero?.size ?? 0)) / 2
  // 1 km at 1:250 000 is 4 mm.
  expect(Math.max(...xs) - zeroX).toBeCloseTo(right * 4, 1)
})

test('nothing of the map is drawn beyond the neatline', async () => {
  const crowd = Array.from({ length: 60 }, (_, i) =>
    symbolAt(`u${i}`, [-74.7 + i * 0.03, -12.55 + Math.sin(i) * 0.9], `Unidad ${i}`, i),
  )
  for (const paper of ['A4', 'A2'] as const) {
    const content = testContent({ scene: [...scene.slice(0, 2), ['units', crowd]] }, { paper })
    const sheet = await print(content)
    const { x, y, width, height } = layoutSheet(content.sheet).neatline
    const inMap = sheet.paths.filter(({ layer }) => layer !== 'Margen')
    expect(inMap.length).toBeGreaterThan(50)
    const outside = inMap
      .flatMap(({ points }) => points)
      .filter(([px, py]) => px < x - 0.02 || py < y - 0.02 || px > x + width + 0.02 || py > y + height + 0.02)
    expect(outside).toEqual([])
    for (const [layer, clip] of sheet.clips) {
      expect(
        clip.map((v) => Math.round(v * 10)),
        layer,
      ).toEqual([x, y, width, height].map((v) => Math.round(v * 10)))
    }
  }
})

test('the same sheet is the same file', async () => {
  const content = testContent({ scene })
  expect(Buffer.from(await write(content)).equals(Buffer.from(await write(content)))).toBe(true)
})

test('without colour there is none', async () => {
  const grey = await testMeans(true)
  const drawing = drawSheet(testContent({ scene }, { isMonochrome: true }), grey)
  const colours = new Set<string>()
  const marks = [
    ...drawing.layers.flatMap((layer) => layer.marks),
    ...[...drawing.pictures.values()].flatMap((p) => p.marks),
  ]
  for (const mark of marks) {
    if (mark.kind === 'path') for (const part of [mark.fill, mark.pen]) if (part !== null) colours.add(part.color)
    if (mark.kind === 'text' || mark.kind === 'curved-text') colours.add(mark.color)
  }
  expect(colours.size).toBeGreaterThan(3)
  for (const colour of colours) expect(colour).toMatch(/^#(..)\1\1$/)
})

test('5,000 units are on paper within some seconds', async () => {
  const units = Array.from({ length: 5000 }, (_, i) =>
    symbolAt(`u${i}`, [-74.8 + ((i * 37) % 400) / 200, -13.6 + ((i * 91) % 430) / 200], `Unidad ${i}`, i),
  )
  // Processor time: what else the machine does has no say.
  const before = process.cpuUsage()
  const bytes = await write(testContent({ scene: [['units', units]] }, { paper: 'A1' }))
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1e6).toBeLessThan(6)
  const sheet = await readSheetPdf(bytes)
  expect(sheet.paths.filter(({ layer }) => layer === 'Unidades').length).toBeGreaterThan(1500)
})

const OWN = { id: 'own', color: '--map-own-1', opacity: 0.5, shapes: [], rasters: [] } as const

test('pixels of an own layer are pictures on the sheet', async () => {
  const raster = { width: 2, height: 2, rgba: new Uint8ClampedArray(16).fill(200) }
  const corners: [Position, Position, Position] = [
    [-74, -12.4],
    [-73.6, -12.4],
    [-74, -12.7],
  ]
  const sheet = await print(testContent({ own: [{ ...OWN, rasters: [{ raster, corners, opacity: 0.5 }] }] }))
  expect(sheet.images).toBe(1)
})

test('shapes of an own layer are drawn, in its colour where they have none, inside the neatline', async () => {
  const ring: Position[] = [
    [-75, -12.5],
    [-73.7, -12.5],
    [-73.7, -12.2],
    [-75, -12.2],
    [-75, -12.5],
  ]
  const content = testContent({
    own: [
      {
        ...OWN,
        shapes: [
          {
            kind: 'area',
            rings: [ring],
            lines: [ring],
            stroke: { color: null, width: 2, opacity: 1 },
            fill: { color: '#aa0000', opacity: 0.5 },
          },
          { kind: 'point', at: [-73.9, -12.6], color: null },
          { kind: 'label', at: [-73.9, -12.6], text: 'Puesto Ñ' },
        ],
      },
    ],
  })
  const sheet = await print(content)
  const own = sheet.paths.filter(({ layer }) => layer === 'Capas propias')
  expect(own.map(({ isFilled, isStroked }) => [isFilled, isStroked])).toEqual([
    [true, false],
    [false, true],
    [true, true],
  ])
  const { x } = layoutSheet(content.sheet).neatline
  expect(Math.min(...own.flatMap(({ points }) => points.map(([px]) => px)))).toBeCloseTo(x, 1)
  expect(words(sheet)).toContain('Puesto Ñ')
})
