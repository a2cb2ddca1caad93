import { expect, test } from 'vitest'
import { distanceKm } from './distance.ts'
import { formatDegrees, formatMgrs, parseMgrs } from './mgrs.ts'

test('agrees with the independent reference at 12.5° S 73.8° W', () => {
  expect(formatMgrs([-73.8, -12.5])).toBe('18L XM 30393 17860')
  expect(formatMgrs([-73.8, -12.5], 2)).toBe('18L XM 30 17')
})

test('zones 18 and 19 meet at 72° W', () => {
  expect(formatMgrs([-72.001, -12.5])?.slice(0, 3)).toBe('18L')
  expect(formatMgrs([-71.999, -12.5])?.slice(0, 3)).toBe('19L')
})

test('reads back what it wrote, in any case and spacing, within a metre', () => {
  const at = parseMgrs('18lxm 30393 17860') ?? [0, 0]
  expect(distanceKm(at, [-73.8, -12.5])).toBeLessThan(0.001)
})

test.each(['', 'xx', '18L', '18LXM303931786', '99LXM3039317860', '18IXM3039317860', '18LXM30a9317860', '0LXM30391786'])(
  'refuses %j',
  (text) => expect(parseMgrs(text)).toBeNull(),
)

test('the poles and positions that are none have no grid', () => {
  expect(formatMgrs([0, 85])).toBeNull()
  expect(formatMgrs([Number.NaN, 0])).toBeNull()
})

test('degrees name west in the reader’s language', () => {
  expect(formatDegrees([-73.8, -12.5], 'es')).toBe('12.50000° S 73.80000° O')
  expect(formatDegrees([-73.8, -12.5], 'en', 3)).toBe('12.500° S 73.800° W')
})
