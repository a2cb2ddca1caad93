import { expect, test } from 'vitest'
import { makeId } from '../records/ids.ts'
import { findingsBy, inBoth, theFinding, tryRepairs } from '../testing/findings.testing.ts'
import { at, PlanBuilder } from '../testing/planBuilder.testing.ts'

/** M-1, from 100 to 160, in Pichari, rests on DS 1. */
function based(from: number, to: number | null, districts: readonly string[] = [], isNamed = true) {
  const b = new PlanBuilder()
  b.type('GND-3', { needsLegalBasis: true })
  const pichari = b.place('Pichari', { kind: 'district' })
  const kimbiri = b.place('Kimbiri', { kind: 'district' })
  const town = b.place('Puerto', { district: pichari })
  const basis = b.legalBasis('DS 1', {
    from: at(from),
    to: to === null ? null : at(to),
    districts: [pichari, kimbiri].filter((d) => districts.some((name) => d.endsWith(name))),
  })
  b.mission('M-1', 100, 60, {
    type: makeId('mission-type', 'GND-3'),
    legalBasis: isNamed ? basis : null,
    places: [{ shape: 'point', points: [{ place: town }] }],
  })
  return b
}

test('a basis that holds all the time in the district is enough, to the minute', () => {
  expect(findingsBy('legal-basis', based(100, 160, ['Pichari']).build())).toEqual([])
  expect(findingsBy('legal-basis', based(100, 160).build())).toEqual([])
  expect(findingsBy('legal-basis', based(0, null).build())).toEqual([])
})

test('none, one that is expired, and one for other districts', () => {
  const none = based(0, null, [], false).build()
  expect(inBoth(theFinding('legal-basis', none), none)).toEqual([
    'M-1 (GND-3) empieza 141340R FEB 23 y pide base legal: no tiene',
    'M-1 (GND-3) starts 141340R FEB 23 and needs a legal basis: it has none',
  ])
  const expired = based(0, 140).build()
  expect(inBoth(theFinding('legal-basis', expired), expired)).toEqual([
    'DS 1 rige de 141200R FEB 23 a 141420R FEB 23; M-1 va de 141340R FEB 23 a 141440R FEB 23: 20 min sin base',
    'DS 1 holds from 141200R FEB 23 to 141420R FEB 23; M-1 runs from 141340R FEB 23 to 141440R FEB 23: 20 min without a basis',
  ])
  const elsewhere = based(0, null, ['Kimbiri']).build()
  expect(inBoth(theFinding('legal-basis', elsewhere), elsewhere)).toEqual([
    'DS 1 no comprende el distrito Pichari, donde M-1 empieza 141340R FEB 23',
    'DS 1 does not cover the district of Pichari, where M-1 starts 141340R FEB 23',
  ])
})

test('a place whose district nobody has stated is not judged', () => {
  const b = based(0, null, ['Kimbiri'])
  b.place('Puerto')
  expect(findingsBy('legal-basis', b.build())).toEqual([])
})

test('another basis that covers, or the time of the one it has', () => {
  const b = based(0, 140)
  b.legalBasis('DS 2', { from: at(50), to: at(500) })
  b.legalBasis('DS 3', { from: at(150), to: at(500) })
  const plan = b.build()
  const tried = tryRepairs(theFinding('legal-basis', plan), plan)
  expect(tried.map((t) => t.repair.text)).toEqual([
    'Amparar M-1 en DS 2 (de 141250R FEB 23 a 142020R FEB 23)',
    'Mover M-1 a 141320R FEB 23 (20 min antes)',
  ])
  expect(tried.every((t) => t.isMended && t.errorsLeft === 0)).toBe(true)
})
