import { expect, test } from 'vitest'
import type { DependencyKind } from '../records/dependency.ts'
import { findingsBy, inBoth, theFinding, tryRepairs } from '../testing/findings.testing.ts'
import { PlanBuilder } from '../testing/planBuilder.testing.ts'

/** M-1 from 0 to 100; M-2 lasts 50 and waits for it with a lag of 10. */
function dependent(kind: DependencyKind, start: number) {
  const b = new PlanBuilder()
  b.dependency(b.mission('M-1', 0, 100), b.mission('M-2', start, 50), { kind, lagMinutes: 10 })
  return b.build()
}

test.each([
  ['finish-start', 110],
  ['start-start', 10],
  ['finish-finish', 60],
  ['start-finish', -40],
] as const)('%s holds from %i minutes on, and the first repairs mend it', (kind, earliest) => {
  expect(findingsBy('order-broken', dependent(kind, earliest))).toEqual([])
  const plan = dependent(kind, earliest - 1)
  const tried = tryRepairs(theFinding('order-broken', plan), plan)
  expect(tried).toHaveLength(3)
  expect(tried.every((t) => t.isMended && t.errorsLeft === 0)).toBe(true)
})

test('says both times, the lag and what lacks', () => {
  const plan = dependent('finish-start', 50)
  expect(inBoth(theFinding('order-broken', plan), plan)).toEqual([
    'M-2 espera a M-1, que termina 141340R FEB 23 más 10 min, y empieza 141250R FEB 23: falta 1 h',
    'M-2 waits for M-1, which ends 141340R FEB 23 plus 10 min, and starts 141250R FEB 23: 1 h short',
  ])
  const ends = dependent('finish-finish', 0)
  expect(inBoth(theFinding('order-broken', ends), ends)[0]).toBe(
    'M-2 espera a M-1, que termina 141340R FEB 23 más 10 min, y termina 141250R FEB 23: falta 1 h',
  )
})

test('a mission off the schedule or cancelled makes nobody wait', () => {
  const b = new PlanBuilder()
  b.dependency(b.mission('M-1', 0, 100, { status: 'cancelled' }), b.mission('M-2', 0, 50))
  b.dependency(b.mission('M-3', null, 100), b.mission('M-2', 0, 50))
  expect(findingsBy('order-broken', b.build())).toEqual([])
})

test('not before, not after, and the phase', () => {
  const phases = [
    { key: 'F1', name: { es: 'Uno', en: 'One' }, from: 0, to: 100 },
    { key: 'F2', name: { es: 'Dos', en: 'Two' }, from: 100, to: 300 },
  ]
  const bounded = (start: number) => {
    const b = new PlanBuilder({ phases })
    b.mission('M-1', start, 50, { earliest: 20, latest: 90, phase: 'F1' })
    return b.build()
  }
  expect(findingsBy('order-broken', bounded(20))).toEqual([])
  expect(findingsBy('order-broken', bounded(40))).toEqual([])
  const early = bounded(-10)
  expect(findingsBy('order-broken', early).map((f) => inBoth(f, early))).toEqual([
    [
      'M-1 empieza 141150R FEB 23 y no debe empezar antes de 141220R FEB 23: 30 min antes',
      'M-1 starts 141150R FEB 23 and must not start before 141220R FEB 23: 30 min early',
    ],
    [
      'M-1 va de 141150R FEB 23 a 141240R FEB 23 y su fase Uno de 141200R FEB 23 a 141340R FEB 23: 10 min fuera',
      'M-1 runs from 141150R FEB 23 to 141240R FEB 23 and its phase One from 141200R FEB 23 to 141340R FEB 23: 10 min outside',
    ],
  ])
  const late = bounded(120)
  const findings = findingsBy('order-broken', late)
  expect(findings.map((f) => inBoth(f, late)[0])).toEqual([
    'M-1 termina 141450R FEB 23 y no debe terminar después de 141330R FEB 23: 1 h 20 min después',
    'M-1 va de 141400R FEB 23 a 141450R FEB 23 y su fase Uno de 141200R FEB 23 a 141340R FEB 23: 50 min fuera',
  ])
  for (const plan of [early, late]) {
    for (const finding of findingsBy('order-broken', plan)) {
      const tried = tryRepairs(finding, plan)
      expect(tried[0]).toMatchObject({ isMended: true, errorsLeft: 0 })
      expect(tried.every((t) => t.isMended)).toBe(true)
    }
  }
})

test('a circle is one finding, opened without more cuts than it needs', () => {
  const b = new PlanBuilder()
  const [one, two, three] = [b.mission('M-1', null, 50), b.mission('M-2', null, 50), b.mission('M-3', null, 50)]
  b.dependency(one, two)
  b.dependency(two, three)
  expect(findingsBy('order-broken', b.build())).toEqual([])
  b.dependency(three, one)
  b.dependency(two, one)
  const plan = b.build()
  const finding = theFinding('order-broken', plan)
  expect(inBoth(finding, plan)).toEqual([
    'M-1, M-2, M-3 se esperan en círculo: ninguna de las 3 puede empezar',
    'M-1, M-2, M-3 wait for each other in a circle: none of the 3 can start',
  ])
  const tried = tryRepairs(finding, plan)
  expect(tried.map((t) => t.repair.text)).toEqual(['Quitar la dependencia M-3 → M-1, M-2 → M-1'])
  expect(tried[0]?.isMended).toBe(true)
})

test('a mission that waits for itself is a circle too', () => {
  const b = new PlanBuilder()
  const mission = b.mission('M-1', 0, 50)
  b.dependency(mission, mission)
  const plan = b.build()
  expect(inBoth(theFinding('order-broken', plan), plan)[0]).toBe('M-1 se espera a sí misma')
})
