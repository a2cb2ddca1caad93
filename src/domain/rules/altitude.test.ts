import { expect, test } from 'vitest'
import { makeId } from '../records/ids.ts'
import { findingsBy, inBoth, theFinding, tryRepairs } from '../testing/findings.testing.ts'
import { ANY_TIME, PlanBuilder } from '../testing/planBuilder.testing.ts'

const RULE = 'altitude'

interface Asked {
  readonly elevationM?: number
  readonly typeM?: number | null
  readonly troopsM?: number
  readonly mode?: 'foot' | 'rotary-wing'
  readonly start?: number | null
}

/** A mission at a place of some height, by a unit that goes on foot or flies. */
function planWith({ elevationM, typeM = null, troopsM = 0, mode = 'rotary-wing', start = 0 }: Asked) {
  const b = new PlanBuilder({
    parameters: [{ key: 'troops-altitude-limit-m', value: troopsM, unit: 'm', source: 'prueba' }],
  })
  const type = b.type('A', { constraints: { ...ANY_TIME, maxAltitudeM: typeM } })
  const place = b.place('Razuhuillca', elevationM === undefined ? {} : { elevationM })
  const low = b.place('Valle', { elevationM: 600 })
  const points = [{ place: low }, { place }]
  const mission = b.mission('M', start, 60, { type, places: [{ shape: 'line', points }] })
  b.assign(mission, b.unit('U', { mobility: [{ mode, speedKmh: 5 }] }))
  return b.build()
}

const found = (asked: Asked): unknown => findingsBy(RULE, planWith(asked)).map((f) => f.params.whose)

test('helicopters go no higher than the plan’s limit', () => {
  expect(found({ elevationM: 4_800 })).toEqual([])
  expect(found({ elevationM: 4_801 })).toEqual(['rotary'])
  expect(found({ elevationM: 4_801, mode: 'foot' })).toEqual([])
})

test('troops have no limit until the plan states one', () => {
  expect(found({ elevationM: 6_000, mode: 'foot' })).toEqual([])
  expect(found({ elevationM: 4_001, mode: 'foot', troopsM: 4_000 })).toEqual(['troops'])
  expect(found({ elevationM: 4_000, mode: 'foot', troopsM: 4_000 })).toEqual([])
})

test('a type has its own limit, beside the others', () => {
  expect(found({ elevationM: 3_001, typeM: 3_000, mode: 'foot' })).toEqual(['type'])
  expect(found({ elevationM: 5_000, typeM: 3_000 })).toEqual(['rotary', 'type'])
  expect(found({ elevationM: 600, typeM: 0, mode: 'foot' })).toEqual(['type'])
})

test('no height, no time: no finding', () => {
  expect(found({ typeM: 1_000 })).toEqual([])
  expect(found({ elevationM: 5_000, start: null })).toEqual([])
})

test('the sentence has place, height and limit; nothing is offered', () => {
  const plan = planWith({ elevationM: 4_950 })
  expect(inBoth(theFinding(RULE, plan), plan)).toEqual([
    'M va a Razuhuillca, a 4950 m sobre el mar; el límite del ala rotatoria (U) es 4800 m: 150 m de más',
    'M goes to Razuhuillca, 4950 m above the sea; the limit for rotary wing (U) is 4800 m: 150 m too high',
  ])
  expect(theFinding(RULE, plan).records).toEqual(['mission:M', 'unit:U', makeId('place', 'Razuhuillca')])
  expect(tryRepairs(theFinding(RULE, plan), plan)).toEqual([])
})
