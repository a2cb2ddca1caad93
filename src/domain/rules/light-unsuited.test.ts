import { expect, test } from 'vitest'
import type { RecordOf } from '../records/catalog.ts'
import { makeId } from '../records/ids.ts'
import { findingsBy, inBoth, theFinding, tryRepairs } from '../testing/findings.testing.ts'
import { ANY_TIME, PlanBuilder, standing } from '../testing/planBuilder.testing.ts'

const RULE = 'light-unsuited'
type Asked = Partial<RecordOf<'mission-type'>['constraints']>

/** A plan with one mission of a type with constraints in the valley; H-hour is 141200R FEB 23, BMNT 0506, EENT 1911. */
function planWith(asked: Asked, start: number, minutes: number, fields: Partial<RecordOf<'mission'>> = {}) {
  const b = new PlanBuilder()
  const type = b.type('L', { components: ['ground'], constraints: { ...ANY_TIME, ...asked } })
  const mission = b.mission('M', start, minutes, { type, places: standing(-73.8, -12.5), ...fields })
  b.assign(mission, b.unit('U'))
  return b.build()
}

const found = (...args: Parameters<typeof planWith>): unknown =>
  findingsBy(RULE, planWith(...args)).map((f) => f.params.what)

test('by day means from BMNT to EENT, all of the time', () => {
  expect(found({ light: 'day' }, 0, 430)).toEqual([])
  expect(found({ light: 'day' }, 0, 440)).toEqual(['day'])
  expect(found({ light: 'day' }, -400, 60)).toEqual([])
  expect(found({ light: 'day' }, -420, 60)).toEqual(['day'])
})

test('by night means from EENT to BMNT, all of the time', () => {
  expect(found({ light: 'night' }, 440, 580)).toEqual([])
  expect(found({ light: 'night' }, 425, 60)).toEqual(['night'])
  expect(found({ light: 'night' }, 900, 180)).toEqual(['night'])
})

test('a night between two days is seen though both ends are light', () => {
  expect(found({ light: 'day' }, 400, 640)).toEqual(['day'])
  expect(found({ light: 'night' }, 1_000, 440)).toEqual(['night'])
})

test('of a mission longer than the plan’s limit only the start is judged', () => {
  expect(found({ light: 'day' }, 0, 721)).toEqual([])
  expect(found({ light: 'day' }, 500, 3_000)).toEqual(['day'])
})

test('the sentence has the day’s twilights', () => {
  const plan = planWith({ light: 'day' }, 300, 240)
  expect(inBoth(theFinding(RULE, plan), plan)).toEqual([
    'M (L) pide luz de día y va de 141700R FEB 23 a 142100R FEB 23; ese día BMNT 140507R FEB 23, EENT 141912R FEB 23',
    'M (L) asks for daylight and runs from 141700R FEB 23 to 142100R FEB 23; that day BMNT 140507R FEB 23, EENT 141912R FEB 23',
  ])
})

test('in the dark the moon has to be up with the share asked', () => {
  // The night of 14 to 15 February: the moon, 36 % lit, rises at 0035 and is up till after dawn.
  expect(found({ minIlluminationPercent: 30 }, 800, 60)).toEqual([])
  expect(found({ minIlluminationPercent: 40 }, 800, 60)).toEqual(['moon'])
  expect(found({ minIlluminationPercent: 30 }, 700, 60)).toEqual(['moon'])
  expect(found({ minIlluminationPercent: 100 }, 0, 300)).toEqual([])
  const plan = planWith({ minIlluminationPercent: 30 }, 700, 60)
  expect(inBoth(theFinding(RULE, plan), plan)).toEqual([
    'M (L) va de 142340R FEB 23 a 150040R FEB 23; de noche pide luna al 30 % y el 142340R FEB 23 está al 34 % y bajo el horizonte; ese día no sale y se pone 141309R FEB 23',
    'M (L) runs from 142340R FEB 23 to 150040R FEB 23; in the dark it asks for 30 % of the moon, which at 142340R FEB 23 is 34 % lit and below the horizon; that day it does not rise and sets 141309R FEB 23',
  ])
})

test('the limit of day and night is the plan’s', () => {
  const plan = planWith({ light: 'day' }, 0, 420)
  expect(findingsBy(RULE, plan)).toEqual([])
  const b = new PlanBuilder({ parameters: [{ key: 'light-limit-degrees', value: 6, unit: '°', source: 'prueba' }] })
  for (const record of plan.records()) if (!record.id.startsWith('plan:')) b.records.set(record.id, record)
  const stricter = b.build()
  expect(inBoth(theFinding(RULE, stricter), stricter)[0]).toContain('EECT 1418')
})

test('moved to the nearest quarter of an hour that suits', () => {
  const plan = planWith({ light: 'day' }, 300, 240)
  expect(tryRepairs(theFinding(RULE, plan), plan)).toMatchObject([
    { isMended: true, repair: { text: 'Mover M a 141500R FEB 23 (2 h antes)' } },
  ])
  const night = planWith({ light: 'night' }, 300, 240, { earliest: 0 })
  expect(tryRepairs(theFinding(RULE, night), night)).toMatchObject([
    { isMended: true, repair: { text: 'Mover M a 141915R FEB 23 (2 h 15 min después)' } },
  ])
  const moon = planWith({ light: 'night', minIlluminationPercent: 80 }, 600, 60)
  expect(tryRepairs(theFinding(RULE, moon), moon).map((t) => t.isMended)).toEqual([true])
})

test('no repair leaves the mission’s window or takes a unit from another mission', () => {
  const tight = planWith({ light: 'night' }, 0, 60, { earliest: -60, latest: 120 })
  expect(tryRepairs(theFinding(RULE, tight), tight)).toEqual([])
  const b = new PlanBuilder()
  for (const record of planWith({ light: 'day' }, 450, 60).records()) b.records.set(record.id, record)
  b.assign(b.mission('N', 0, 440), makeId('unit', 'U'))
  const busy = b.build()
  const [first] = tryRepairs(theFinding(RULE, busy), busy)
  expect(first).toMatchObject({ isMended: true, errorsLeft: 0 })
})

test('at a place beyond the polar circle, with no night, none suits', () => {
  const plan = planWith({ light: 'night' }, 180 * 1_440, 60, { places: standing(20, 80) })
  const finding = theFinding(RULE, plan)
  expect(inBoth(finding, plan)[0]).toContain('ese día sin BMNT, sin EENT')
  expect(found({ light: 'day' }, 0, 60, { places: [] })).toEqual([])
})
