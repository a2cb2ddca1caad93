import { describe, expect, test } from 'vitest'
import { makeId } from '../records/ids.ts'
import { at, amounts, PlanBuilder } from '../testing/planBuilder.testing.ts'
import { findingsBy, inBoth, theFinding, tryRepairs } from '../testing/findings.testing.ts'

const DAY = 1_440

/** M-014 from D+3 0900 to D+4 0200 (D is 141200R), M-021 five hours before its end. */
function twoMissions(secondStart: number) {
  const b = new PlanBuilder()
  const unit = b.unit('2.ª Bda Inf')
  const first = b.mission('M-014', 3 * DAY, DAY + 120)
  const second = b.mission('M-021', secondStart, 600)
  b.assign(first, unit)
  b.assign(second, unit)
  return b
}

describe('a unit that does not split', () => {
  test('cannot be on two missions at once; the sentence says until when and how much lacks', () => {
    const plan = twoMissions(4 * DAY + 120 - 300).build()
    const finding = theFinding('double-booking', plan)
    expect(inBoth(finding, plan)).toEqual([
      '2.ª Bda Inf está en M-014 hasta 181400R FEB 23; M-021 empieza 180900R FEB 23: faltan 5 h',
      '2.ª Bda Inf is on M-014 until 181400R FEB 23; M-021 starts 180900R FEB 23: 5 h short',
    ])
    expect(finding.records).toEqual(['mission:M-021', 'mission:M-014', 'unit:2-Bda-Inf'])
  })

  test('may start the next mission at the minute the last one ends', () => {
    expect(findingsBy('double-booking', twoMissions(4 * DAY + 120).build())).toEqual([])
    expect(findingsBy('double-booking', twoMissions(4 * DAY + 119).build())).toHaveLength(1)
  })

  test('has its recovery first', () => {
    const b = twoMissions(4 * DAY + 120)
    const recovery = { key: 'recovery-minutes', value: 90, unit: 'min', source: 'prueba' }
    const plan = new PlanBuilder({ parameters: [recovery] })
    for (const [id, record] of b.records) if (!id.startsWith('plan:')) plan.records.set(id, record)
    const finding = theFinding('double-booking', plan.build())
    expect(inBoth(finding, plan.build())[0]).toBe(
      '2.ª Bda Inf está en M-014 hasta 181530R FEB 23 (con 1 h 30 min de recuperación); M-021 empieza 181400R FEB 23: faltan 1 h 30 min',
    )
  })

  test('is freed by moving the mission to the first moment it can, or by another unit that is free', () => {
    const b = twoMissions(4 * DAY + 120 - 300)
    b.unit('31.ª Bda Inf')
    const plan = b.build()
    const tried = tryRepairs(theFinding('double-booking', plan), plan)
    expect(tried.map((t) => t.repair.text)).toEqual([
      'Mover M-021 a 181400R FEB 23 (5 h después)',
      'Dar M-021 a 31.ª Bda Inf en lugar de 2.ª Bda Inf',
    ])
    expect(tried.every((t) => t.isMended && t.errorsLeft === 0)).toBe(true)
  })

  test('keeps the finding’s key when the two change their order', () => {
    const before = theFinding('double-booking', twoMissions(3 * DAY + 10).build())
    const after = theFinding('double-booking', twoMissions(3 * DAY - 10).build())
    expect(after.key).toBe(before.key)
  })
})

describe('a unit that splits', () => {
  function helicopters(first: number, second: number, secondStart = 100) {
    const b = new PlanBuilder()
    const unit = b.unit('Esc Heli', { splittable: true, capabilities: amounts({ helicopter: 4 }) })
    b.assign(b.mission('M-1', 0, 600), unit, { helicopter: first })
    b.assign(b.mission('M-2', secondStart, 600), unit, { helicopter: second })
    return b.build()
  }

  test('may be on several missions while the quantities hold', () => {
    expect(findingsBy('double-booking', helicopters(2, 2))).toEqual([])
  })

  test('is short by the difference where they do not', () => {
    const plan = helicopters(3, 2)
    expect(inBoth(theFinding('double-booking', plan), plan)).toEqual([
      'Esc Heli tiene 4 de helicóptero y 3 en otra tarea, en M-1 hasta 142200R FEB 23; M-2 empieza 141340R FEB 23 y pide 2: falta 1',
      'Esc Heli has 4 of helicopter and 3 elsewhere, on M-1 until 142200R FEB 23; M-2 starts 141340R FEB 23 and asks 2: 1 short',
    ])
    expect(findingsBy('double-booking', helicopters(3, 2, 600))).toEqual([])
  })

  test('is freed by moving the mission or by bringing less', () => {
    const plan = helicopters(3, 2)
    const tried = tryRepairs(theFinding('double-booking', plan), plan)
    expect(tried.map((t) => t.repair.text)).toEqual([
      'Mover M-2 a 142200R FEB 23 (8 h 20 min después)',
      'Que Esc Heli lleve a M-2 1 de helicóptero en vez de 2',
    ])
    expect(tried.every((t) => t.isMended)).toBe(true)
  })

  test('does not double-book itself with one mission alone', () => {
    expect(findingsBy('double-booking', helicopters(9, 1, 600))).toEqual([])
  })
})

describe('a superior', () => {
  function brigade(brings: number, edit: (b: PlanBuilder) => void = () => {}) {
    const b = new PlanBuilder()
    const top = b.unit('2.ª Bda', { capabilities: amounts({ infantry: 9 }) })
    const below = b.unit('BIM 42', { parent: top, capabilities: amounts({ infantry: 3 }) })
    b.unit('Cía A', { parent: below, capabilities: amounts({ infantry: 1 }) })
    b.assign(b.mission('M-1', 0, 600), below, { infantry: 1 })
    b.assign(b.mission('M-2', 300, 600), top, { infantry: brings })
    edit(b)
    return b.build()
  }

  test('brings what those away leave: all of a unit that does not split', () => {
    expect(findingsBy('double-booking', brigade(6))).toEqual([])
    const plan = brigade(7)
    const finding = theFinding('double-booking', plan)
    expect(inBoth(finding, plan)).toEqual([
      '2.ª Bda tiene 9 de pelotón de infantería y 3 en otra tarea, con BIM 42 en M-1 hasta 142200R FEB 23; M-2 empieza 141700R FEB 23 y pide 7: falta 1',
      '2.ª Bda has 9 of infantry section and 3 elsewhere, with BIM 42 on M-1 until 142200R FEB 23; M-2 starts 141700R FEB 23 and asks 7: 1 short',
    ])
    const tried = tryRepairs(finding, plan)
    expect(tried.map((t) => t.repair.text)).toEqual([
      'Mover M-2 a 142200R FEB 23 (5 h después)',
      'Que 2.ª Bda lleve a M-2 6 de pelotón de infantería en vez de 7',
    ])
    expect(tried.every((t) => t.isMended)).toBe(true)
  })

  test('counts what is away at any level below, and nobody twice', () => {
    const plan = brigade(6, (b) => {
      // A company of the battalion that is away as a whole: it adds nothing to what the battalion takes.
      b.assign(b.mission('M-3', 0, 600), makeId('unit', 'C-a-A'), { infantry: 1 })
    })
    expect(findingsBy('double-booking', plan)).toEqual([])
    const deeper = brigade(9, (b) => {
      b.mission('M-1', 0, 600, { status: 'cancelled' })
      b.assign(b.mission('M-3', 0, 600), makeId('unit', 'C-a-A'), { infantry: 1 })
    })
    expect(theFinding('double-booking', deeper).params).toMatchObject({
      has: 9,
      bound: 1,
      brings: 9,
      below: 'unit:C-a-A',
    })
  })

  test('is not lessened where a unit between goes off on a mission of its own', () => {
    const plan = brigade(9, (b) => {
      b.mission('M-1', 0, 600, { status: 'cancelled' })
      const battalion = makeId('unit', 'BIM-42')
      b.assign(
        b.mission('M-3', 0, 600),
        b.unit('Cía B', { parent: battalion, capabilities: amounts({ infantry: 4 }) }),
        {
          infantry: 4,
        },
      )
      b.assign(b.mission('M-4', 0, 600), battalion, {})
    })
    // Three with the battalion, and the fourth that its company has beyond them.
    expect(theFinding('double-booking', plan).params).toMatchObject({ has: 9, bound: 4, brings: 9 })
  })

  test('is the one of that time: a unit attached elsewhere takes nothing from its old superior', () => {
    const moved = brigade(7, (b) => {
      const other = b.unit('31.ª Bda')
      b.unit('BIM 42', {
        parent: b.unit('2.ª Bda', { capabilities: amounts({ infantry: 9 }) }),
        capabilities: amounts({ infantry: 3 }),
        states: { location: [], readiness: [], superior: [{ from: at(200), unit: other }] },
      })
    })
    expect(findingsBy('double-booking', moved)).toEqual([])
  })

  test('is not weakened by a unit below on the same mission', () => {
    const b = new PlanBuilder()
    const top = b.unit('Bda', { capabilities: amounts({ infantry: 9 }) })
    const below = b.unit('BIM', { parent: top, capabilities: amounts({ infantry: 3 }) })
    const mission = b.mission('M-1', 0, 600)
    b.assign(mission, top, { infantry: 9 })
    b.assign(mission, below, { infantry: 3 })
    expect(findingsBy('double-booking', b.build())).toEqual([])
  })

  test('through a unit between them that has none of a capability nothing of it is taken', () => {
    const b = new PlanBuilder()
    const top = b.unit('Bda', { capabilities: amounts({ infantry: 1 }) })
    const wing = b.unit('Ala', { parent: top, splittable: true, capabilities: amounts({ helicopter: 2 }) })
    const below = b.unit('BIM', { parent: wing, splittable: true, capabilities: amounts({ infantry: 3 }) })
    b.assign(b.mission('M-1', 0, 300), below, { infantry: 3 })
    b.assign(b.mission('M-2', 0, 300), top, { infantry: 1 })
    expect(findingsBy('double-booking', b.build())).toEqual([])
  })
})
