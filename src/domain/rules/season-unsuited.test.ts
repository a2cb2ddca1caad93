import { expect, test } from 'vitest'
import type { RecordOf } from '../records/catalog.ts'
import { findingsBy, inBoth, theFinding, tryRepairs } from '../testing/findings.testing.ts'
import { ANY_TIME, PlanBuilder } from '../testing/planBuilder.testing.ts'
import { DAY } from '../time/planTime.ts'

const RULE = 'season-unsuited'
type Asked = Partial<RecordOf<'mission-type'>['constraints']>
type PlanParameters = RecordOf<'plan'>['parameters']

/** H-hour is 141200R FEB 23. */
function planWith(
  asked: Asked,
  start: number,
  minutes: number,
  fields: Partial<RecordOf<'mission'>> = {},
  own: PlanParameters = [],
) {
  const b = new PlanBuilder({ parameters: own })
  const type = b.type('S', { constraints: { ...ANY_TIME, ...asked } })
  b.assign(b.mission('M', start, minutes, { type, ...fields }), b.unit('U'))
  return b.build()
}

const found = (...args: Parameters<typeof planWith>): unknown =>
  findingsBy(RULE, planWith(...args)).map((f) => [f.params.what, f.params.month])

test('only in the months of its type, by the plan’s clocks', () => {
  expect(found({ months: [2] }, 0, 60)).toEqual([])
  expect(found({ months: [] }, 0, 60)).toEqual([])
  expect(found({ months: [3, 4] }, 0, 60)).toEqual([['months', 2]])
  // Till midnight in Lima is February still; a minute more is March.
  const midnight = 14.5 * DAY
  expect(found({ months: [2] }, midnight - 60, 60)).toEqual([])
  expect(found({ months: [2] }, midnight - 60, 61)).toEqual([['months', 3]])
})

test('not in the seasons its type avoids, by the plan’s parameters', () => {
  expect(found({ avoids: ['rains'] }, 0, 60)).toEqual([['rains', 2]])
  expect(found({ avoids: ['low-water'] }, 0, 60)).toEqual([])
  expect(found({ avoids: ['low-water'] }, 100 * DAY, 20 * DAY)).toEqual([['low-water', 6]])
  const rains = (first: number, last: number): PlanParameters => [
    { key: 'rains-first-month', value: first, unit: 'mes', source: 'prueba' },
    { key: 'rains-last-month', value: last, unit: 'mes', source: 'prueba' },
  ]
  expect(found({ avoids: ['rains'] }, 0, 60, {}, rains(11, 2))).toEqual([['rains', 2]])
  expect(found({ avoids: ['rains'] }, 0, 60, {}, rains(3, 1))).toEqual([])
  expect(found({ avoids: ['rains'] }, 0, 60, {}, rains(0, 3))).toEqual([])
})

test('the sentence has the months', () => {
  const rains = planWith({ avoids: ['rains'] }, 0, DAY)
  expect(inBoth(theFinding(RULE, rains), rains)).toEqual([
    'M (S) va de 141200R FEB 23 a 151200R FEB 23, en febrero; el tipo evita las lluvias, de enero a marzo',
    'M (S) runs from 141200R FEB 23 to 151200R FEB 23, in February; its type avoids the rains, January to March',
  ])
  const months = planWith({ months: [6, 4, 5] }, 0, DAY)
  expect(inBoth(theFinding(RULE, months), months)).toEqual([
    'M (S) va de 141200R FEB 23 a 151200R FEB 23 y entra en febrero; el tipo se hace solo en abril, mayo y junio',
    'M (S) runs from 141200R FEB 23 to 151200R FEB 23, into February; its type is done only in April, May, and June',
  ])
})

test('moved by whole days to the nearest date that suits, within the window', () => {
  const plan = planWith({ avoids: ['rains'] }, -5 * DAY, 60)
  expect(tryRepairs(theFinding(RULE, plan), plan)).toMatchObject([
    { isMended: true, errorsLeft: 0, repair: { text: 'Mover M a 311200R DIC 22 (40 d antes)' } },
  ])
  const later = planWith({ avoids: ['rains'] }, 0, DAY, { earliest: 0 })
  expect(tryRepairs(theFinding(RULE, later), later)).toMatchObject([
    { isMended: true, repair: { text: 'Mover M a 011200R ABR 23 (46 d después)' } },
  ])
  const never = planWith({ avoids: ['rains'] }, 0, DAY, { earliest: 0, latest: 10 * DAY })
  expect(tryRepairs(theFinding(RULE, never), never)).toEqual([])
})

test('a mission of more than a year is in every month', () => {
  expect(found({ months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12] }, 0, 400 * DAY)).toEqual([['months', 11]])
})
