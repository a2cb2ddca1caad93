import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Position } from '../records/common.ts'
import { legBetween } from './ellipsoid.ts'
import { formatCoordinates } from './formatCoordinates.ts'
import { parseCoordinates } from './parseCoordinates.ts'

/** Position, rounded to what five decimals hold. */
function read(text: string): readonly [string, string] | string {
  const result = parseCoordinates(text)
  if (!result.ok) return result.error
  const [lon, lat] = result.value.position
  return [lat.toFixed(4), lon.toFixed(4)]
}

test.each([
  '18LXM3039317860',
  '18L XM 30393 17860',
  '18lxm 30393-17860',
  'MGRS: 18L XM 30393 17860',
  '-12.5 -73.8',
  '-12.5, -73.8',
  '-12,5 -73,8',
  '-12,5; -73,8',
  '-12,5,-73,8',
  '-12.50000,-73.80000',
  '−12.5°, −73.8°',
  '12.5° S 73.8° O',
  '12.5S 73.8W',
  'S12.5 W73.8',
  's 12,5 o 73,8',
  '73.8° O 12.5° S',
  '-12.5 S, -73.8 W',
  'Lat: -12.5 Long: -73.8',
  'lon -73.8 lat -12.5',
  'Latitud 12,5 Sur, Longitud 73,8 Oeste',
  '12.5 South 73.8 West',
  '12°30′00″ S 73°48′00″ O',
  `12º30'00" S, 73º48'00" W`,
  `12° 30' 00'' S 73° 48' 00'' O`,
  '12 30 00 S 73 48 00 O',
  'S 12 30 00 W 73 48 00',
  '12°30’S 73°48’O',
  "12°30.000'S 73°48.000'O",
  "12°30,000'S 73°48,000'O",
  '-12 30 00 -73 48 00',
  '-12 30 -73 48',
  '123000S 0734800W',
  '1230S07348W',
  '18L 630393.4 8617860.6',
  '18L 630393,4 8617860,6',
  '18L 0630393 8617861',
  '18S 630393mE 8617861mN',
  '18 L 630,393 8,617,861',
  '18L 630 393 8 617 861',
  '18L E 630393 N 8617861',
  'UTM Zona 18 Sur E: 630393 N: 8617861',
  '630393 8617861 18L',
  'E 630393 m N 8617861 m (18 L)',
])('reads 12.5° S 73.8° W from %j', (text) => {
  expect(read(text)).toEqual(['-12.5000', '-73.8000'])
})

test.each([
  ['', 'empty'],
  ['Pichari', 'not-coordinates'],
  ['Km 30', 'not-coordinates'],
  ['12', 'one-number'],
  ['12° 30′ S', 'one-number'],
  ['12 30 15 S', 'one-number'],
  ['18LXM30391', 'mgrs-digits'],
  ['18LAA3039317860', 'mgrs-square'],
  ['99LXM3039317860', 'mgrs-square'],
  ['12 61 00 S 73 00 00 W', 'minutes-range'],
  ['12 S 13 N', 'same-axis'],
  ['-12 N 73 W', 'sign-and-letter'],
  ['95 S 73 W', 'latitude-range'],
  ['12 S 190 W', 'longitude-range'],
  ['630393 8617860', 'utm-zone-missing'],
  ['61L 630393 8617860', 'utm-zone'],
  ['18 630393 8617860', 'utm-band'],
  ['18K 630393 8617860', 'utm-band'],
  ['18L 950393 8617860', 'utm-range'],
])('says what is wrong with %j', (text, error) => expect(read(text)).toBe(error))

test('tells what it understood, how fine, and in one tidy writing', () => {
  expect(parseCoordinates('18lxm 3039 1786')).toMatchObject({
    value: { kind: 'mgrs', precisionMetres: 10, text: '18L XM 3039 1786', note: null },
  })
  expect(parseCoordinates('18lxm')).toMatchObject({ value: { precisionMetres: 100_000, text: '18L XM' } })
  expect(parseCoordinates('-12.50 -73.8', 'en')).toMatchObject({
    value: { kind: 'degrees', precisionMetres: expect.closeTo(1113.2, 1), text: '12.50° S 73.80° W' },
  })
  expect(parseCoordinates('12 30.5 S 73 48 W')).toMatchObject({
    value: { kind: 'dms', precisionMetres: expect.closeTo(185.5, 1), text: '12° 30′ 30″ S 73° 48′ 00″ O' },
  })
})

test('the middle of a square is written back within it', () => {
  const result = parseCoordinates('18L ZM 05 05')
  expect(result.ok && formatCoordinates(result.value.position, 'mgrs', 'es', 1000)).toBe('18L ZM 05 05')
  expect(result.ok && formatCoordinates(result.value.position, 'mgrs', 'es')).toMatch(
    /^18L ZM 05(499|500) 05(499|500)$/,
  )
})

test('explains the letter S, missing hemispheres and a longitude that came first', () => {
  const noteOf = (text: string): unknown => {
    const result = parseCoordinates(text)
    return result.ok ? result.value.note : result.error
  }
  expect(noteOf('18S 630393 8617860')).toBe('letter-s-south')
  expect(noteOf('18S 385000 4078000')).toBe('letter-s-band')
  expect(noteOf('18 Sur 385000 4078000')).toBeNull()
  expect(noteOf('12.5 73.8')).toBe('no-hemisphere')
  expect(noteOf('-173.8 -12.5')).toBe('longitude-first')
  expect(read('-173.8 -12.5')).toEqual(['-12.5000', '-173.8000'])
})

const inPeru: fc.Arbitrary<Position> = fc.tuple(
  fc.double({ min: -81.5, max: -68.5, noNaN: true }),
  fc.double({ min: -18.5, max: 0, noNaN: true }),
)
const inGrid: fc.Arbitrary<Position> = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -79.9, max: 83.9, noNaN: true }),
)

test.each([
  ['mgrs', inPeru],
  ['degrees', inGrid],
  ['dms', inGrid],
  ['utm', inGrid],
] as const)('what is written as %s is read back within its precision, in both languages', (form, positions) => {
  fc.assert(
    fc.property(
      positions,
      fc.constantFrom('es' as const, 'en' as const),
      fc.constantFrom(1, 10, 100, 1000),
      (position, language, metres) => {
        const result = parseCoordinates(formatCoordinates(position, form, language, metres), language)
        if (!result.ok) throw new Error(result.error)
        // A square's middle is at most half its diagonal away, a truncated point the whole.
        const reach = result.value.precisionMetres * 1.5 + 0.01
        expect(legBetween(result.value.position, position).metres).toBeLessThan(reach)
        expect(result.value.precisionMetres).toBeLessThanOrEqual(Math.max(metres, 1) * 31)
      },
    ),
  )
})

test('no text makes it throw, and what it reads is a position', () => {
  const pieces = fc.constantFrom(
    '12',
    '73.8',
    '630393',
    ' ',
    ',',
    '°',
    "'",
    '"',
    '-',
    'S',
    'O',
    '18L',
    'XM',
    'lat',
    ';',
    '5',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const result = parseCoordinates(parts.join(''))
      if (!result.ok) return
      expect(Math.abs(result.value.position[0])).toBeLessThanOrEqual(180)
      expect(Math.abs(result.value.position[1])).toBeLessThanOrEqual(90)
    }),
    { numRuns: 2000 },
  )
})
