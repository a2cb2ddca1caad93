import { expect, test } from 'vitest'
import type { RecordOf } from '../records/catalog.ts'
import { makeId } from '../records/ids.ts'
import { findingsBy, inBoth, theFinding, tryRepairs } from '../testing/findings.testing.ts'
import { at, PlanBuilder } from '../testing/planBuilder.testing.ts'

const RULE = 'command-conflict'
const HOUR = 60
const id = (local: string) => makeId('unit', local)

/** Brigades A and B under a division, each with a company; A’s company C is stated to be organic to A. */
function builder() {
  const b = new PlanBuilder()
  b.unit('DIV')
  b.unit('A', { parent: id('DIV') })
  b.unit('B', { parent: id('DIV') })
  b.unit('C', { parent: id('A') })
  b.unit('CA', { parent: id('A') })
  b.unit('CB', { parent: id('B') })
  b.relationship('R1', id('C'), id('A'), { from: at(-100 * HOUR) })
  return b
}

/** The mission M led by one unit, with C in support, from H-hour on. */
function ledBy(leader: string, b = builder()) {
  const mission = b.mission('M', 0, HOUR)
  b.assign(mission, id(leader))
  const support = b.assign(mission, id('C'))
  b.records.set(support, { ...b.records.get(support), part: 'supporting' } as RecordOf<'assignment'>)
  return b
}

const isFound = (b: PlanBuilder): boolean => findingsBy(RULE, b.build()).length > 0

test('two full relationships with different superiors do not overlap', () => {
  const second = (kind: 'opcon' | 'tacon', superior = 'B', to: number | null = null) => {
    const b = builder()
    b.relationship('R1', id('C'), id('A'), { from: at(-100 * HOUR), to })
    b.relationship('R2', id('C'), id(superior), { kind, from: at(HOUR) })
    return isFound(b)
  }
  expect(second('opcon')).toBe(true)
  expect(second('tacon')).toBe(false)
  expect(second('opcon', 'A')).toBe(false)
  expect(second('opcon', 'B', at(HOUR))).toBe(false)
  expect(second('opcon', 'B', at(HOUR) + 1)).toBe(true)
})

test('the sentence has both commands and dates; either gives way', () => {
  const b = builder()
  b.relationship('R1', id('C'), id('A'), { from: at(-100 * HOUR), to: at(9 * HOUR) })
  b.relationship('R2', id('C'), id('B'), { kind: 'opcon', from: at(HOUR) })
  const plan = b.build()
  const finding = theFinding(RULE, plan)
  expect(inBoth(finding, plan)).toEqual([
    'C está bajo A (orgánica) de 100800R FEB 23 a 142100R FEB 23 y bajo B (OPCON) de 141300R FEB 23 en adelante: dos mandos a la vez',
    'C is under A (organic) from 100800R FEB 23 to 142100R FEB 23 and under B (OPCON) from 141300R FEB 23 on: two commands at once',
  ])
  expect(tryRepairs(finding, plan)).toMatchObject([
    { isMended: true, errorsLeft: 0, repair: { text: 'Terminar el 141300R FEB 23 la relación de C con A' } },
    { isMended: true, errorsLeft: 0, repair: { text: 'Empezar el 142100R FEB 23 la relación de C con B' } },
  ])
})

test('who leads has a say: the superior, one under or above it, or the unit itself', () => {
  expect(isFound(ledBy('A'))).toBe(false)
  expect(isFound(ledBy('CA'))).toBe(false)
  expect(isFound(ledBy('DIV'))).toBe(false)
  expect(isFound(ledBy('B'))).toBe(true)
  expect(isFound(ledBy('CB'))).toBe(true)
  const own = builder()
  own.assign(own.mission('M', 0, HOUR), id('C'))
  expect(isFound(own)).toBe(false)
})

test('a relationship of any kind gives a say while it holds', () => {
  const under = (from: number, to: number | null) => {
    const b = ledBy('CB')
    b.relationship('R2', id('C'), id('B'), { kind: 'direct-support', from: at(from), to: to === null ? null : at(to) })
    return isFound(b)
  }
  expect(under(0, null)).toBe(false)
  expect(under(-HOUR, 1)).toBe(false)
  expect(under(-HOUR, 0)).toBe(true)
  expect(under(1, null)).toBe(true)
})

test('a unit of which nothing is stated at that time, and a mission nobody leads, are not judged', () => {
  const later = ledBy('B')
  later.relationship('R1', id('C'), id('A'), { from: at(HOUR) })
  expect(isFound(later)).toBe(false)
  const nobody = builder()
  nobody.hold(nobody.mission('M', 0, HOUR), id('C'))
  expect(isFound(nobody)).toBe(false)
})

test('the sentence has leader, superior and dates; a unit of which nothing else is stated takes the place', () => {
  const b = ledBy('B')
  b.unit('D', { parent: id('A') })
  b.relationship('R3', id('D'), id('A'))
  const plan = b.build()
  const finding = theFinding(RULE, plan)
  expect(inBoth(finding, plan)).toEqual([
    'B conduce M desde 141200R FEB 23 y emplea a C, que está bajo A (orgánica) desde 100800R FEB 23: no tiene autoridad sobre ella',
    'B leads M from 141200R FEB 23 and employs C, which is under A (organic) from 100800R FEB 23: it has no authority over it',
  ])
  const tried = tryRepairs(finding, plan)
  expect(tried.map((t) => [t.repair.text, t.isMended, t.errorsLeft])).toEqual([
    ['Dar M a CA en lugar de C', true, 0],
    ['Dar M a CB en lugar de C', true, 0],
  ])
})
