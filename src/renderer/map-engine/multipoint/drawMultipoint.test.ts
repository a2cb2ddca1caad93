import './canvas.testing.ts'
import { MSLookup } from '@armyc2.c5isr.renderer/mil-sym-ts-web'
import { expect, test } from 'vitest'
import type { MultipointRequest } from './Multipoint.ts'
import type { Position } from '../../../domain/records/common.ts'
import { MANY, MEASURE_TYPES, measureType, type MeasureType } from '../../../domain/records/measureTypes.ts'
import { drawMultipoint } from './drawMultipoint.ts'

const METRES_PER_PIXEL = 100

const at = ([right, up]: readonly [number, number]): Position => [-74 + right * 0.4, -12.6 + up * 0.4]

const request = (type: MeasureType, more: Partial<MultipointRequest> = {}): MultipointRequest => ({
  symbol: type.symbol,
  points: type.sample.map(at),
  metresPerPixel: METRES_PER_PIXEL,
  name: 'ALFA',
  second: '',
  begins: '',
  ends: '',
  widths: type.widths,
  ...more,
})

const named = (key: string): MeasureType => {
  const type = measureType(key)
  if (type === null) throw new Error(`no measure ${key}`)
  return type
}

const multipoint = MEASURE_TYPES.filter((type) => type.shape !== 'point')

test.each(MEASURE_TYPES)('$key is known to the reference renderer, with the same number of points', (type) => {
  const known = MSLookup.getInstance().getMSLInfo(type.symbol)
  expect(known, type.symbol).not.toBeNull()
  expect(known?.getMinPointCount()).toBeLessThanOrEqual(type.minPoints)
  expect(known?.getMaxPointCount()).toBeGreaterThanOrEqual(Math.min(type.maxPoints, MANY))
  expect(type.maxPoints === MANY || type.roles.length === type.maxPoints || type.roles.length === 1).toBe(true)
  const fields = known?.getModifiers() ?? []
  const has = (field: string): boolean => fields.some((each) => each.startsWith(`${field}_`))
  const { name, second, dates, echelon } = type.shows
  expect(has('AM')).toBe(type.widths.length > 0)
  expect(has('B')).toBe(echelon)
  expect(has('T') || !name || type.isNamedByUs).toBe(true)
  expect(has('T1') || !second).toBe(true)
  expect(has('W') || !dates).toBe(true)
})

test.each(multipoint)('$key is drawn from its sample, within twice its room', (type) => {
  const drawing = drawMultipoint(request(type))
  expect(drawing).not.toBeNull()
  const positions = [
    ...(drawing?.lines ?? []).flatMap((line) => line.path),
    ...(drawing?.areas ?? []).flatMap((area) => area.rings.flat()),
  ]
  expect(positions.length).toBeGreaterThan(1)
  for (const [longitude, latitude] of positions) {
    expect(longitude).toBeGreaterThan(-74.4)
    expect(longitude).toBeLessThan(-73.2)
    expect(latitude).toBeGreaterThan(-13)
    expect(latitude).toBeLessThan(-11.8)
  }
  const isNamed = drawing?.labels.some((label) => label.text.includes('ALFA'))
  expect(isNamed).toBe(type.shows.name && !type.isNamedByUs)
  const word = type.isNamedByUs ? null : type.word
  const first = drawing?.labels.map(({ text }) => text.split(' ')[0])
  expect(word === null || first?.includes(word)).toBe(true)
})

test('a boundary carries both sides and the sign of its echelon, written along it', () => {
  const drawing = drawMultipoint(
    request(named('boundary'), { symbol: '10032500181101000000', second: 'BRAVO', points: [at([0, 0]), at([1, 0.5])] }),
  )
  expect(drawing?.labels.map((label) => label.text).sort()).toEqual(['ALFA', 'BRAVO', 'X'])
  // It climbs to the right: the letters turn against the clock.
  for (const label of drawing?.labels ?? []) expect(label.angle).toBeCloseTo(-27, 0)
  expect(drawing?.lines[0]?.path).toHaveLength(2)
})

test('a planned measure is dashed, a present one solid', () => {
  const symbol = named('phase-line').symbol
  const planned = `${symbol.slice(0, 6)}1${symbol.slice(7)}`
  expect(drawMultipoint(request(named('phase-line')))?.lines[0]?.dash).toEqual([])
  expect(drawMultipoint(request(named('phase-line'), { symbol: planned }))?.lines[0]?.dash.length).toBeGreaterThan(1)
})

test('arrowheads keep their size on screen, so they are smaller on the ground nearer by', () => {
  const head = (metresPerPixel: number): number => {
    const lines = drawMultipoint(request(named('route'), { metresPerPixel }))?.lines ?? []
    const heads = lines.filter((line) => line.path.length === 3).map((line) => line.path)
    const none: Position = [0, 0]
    const [a, b] = [heads[0]?.[0] ?? none, heads[0]?.[1] ?? none]
    return Math.hypot(a[0] - b[0], a[1] - b[1])
  }
  expect(head(100)).toBeGreaterThan(0)
  expect(head(50) / head(100)).toBeCloseTo(0.5, 1)
})

test('a corridor takes its width in metres', () => {
  const height = (metres: number): number => {
    const points = [at([0, 0.5]), at([1, 0.5])]
    const lines = drawMultipoint(request(named('air-corridor'), { points, widths: [metres] }))?.lines ?? []
    const latitudes = lines.flatMap((line) => line.path.map((p) => p[1]))
    return Math.max(...latitudes) - Math.min(...latitudes)
  }
  expect(height(4000) * 111_320).toBeCloseTo(4000, -2)
  expect(height(8000) / height(4000)).toBeCloseTo(2, 1)
  // Its box of name, width, heights and times would hide more than it says; the sheet has them.
  expect(drawMultipoint(request(named('air-corridor')))?.labels.map((label) => label.text)).toEqual(['AC ALFA'])
})

test('a name is only a text: quotation marks, tags and braces come back as they went', () => {
  const name = '"}],<b>&{x'
  const drawing = drawMultipoint(request(named('area-of-operations'), { name }))
  expect(drawing?.labels.map((label) => label.text)).toEqual([`AO ${name}`])
})

test('what cannot be drawn is said so, and nothing is thrown', () => {
  const line = named('phase-line')
  expect(drawMultipoint(request(line, { symbol: '10032500009999990000' }))).toBeNull()
  expect(drawMultipoint(request(line, { symbol: '10031000001211000000' }))).toBeNull()
  expect(drawMultipoint(request(line, { points: [at([0, 0])] }))).toBeNull()
  expect(drawMultipoint(request(named('block'), { points: [at([0, 0]), at([1, 1])] }))).toBeNull()
  const same = drawMultipoint(request(named('block'), { points: [at([0, 0]), at([0, 0]), at([0, 0])] }))
  for (const { path } of same?.lines ?? []) for (const p of path) expect(p.every(Number.isFinite)).toBe(true)
})

test('the point set last gives a circle its radius', () => {
  const drawing = drawMultipoint(request(named('secure'), { points: [at([0.5, 0.5]), at([0.9, 0.5])] }))
  const longitudes = drawing?.lines.flatMap((line) => line.path.map((p) => p[0])) ?? []
  expect(Math.min(...longitudes)).toBeCloseTo(at([0.1, 0.5])[0], 1)
})
