import { describe, expect, test } from 'vitest'
import type { EnablerKind } from '../records/common.ts'
import { makeId } from '../records/ids.ts'
import { findingsBy, inBoth, theFinding, tryRepairs } from '../testing/findings.testing.ts'
import { PlanBuilder } from '../testing/planBuilder.testing.ts'

const HOUR = 60

/** M-1 from H+10 to H+14 needs an enabler of a kind; M-2 gives it over another time. */
function enabled(kind: EnablerKind, start: number | null, likely: number, isTied = true) {
  const b = new PlanBuilder()
  b.type('SOF-2', { enablers: [kind] })
  b.type('AIR-2', { components: ['air'], provides: [kind], duration: { optimistic: 60, likely: 60, pessimistic: 60 } })
  b.mission('M-2', start, likely, { type: makeId('mission-type', 'AIR-2') })
  b.mission('M-1', 10 * HOUR, 4 * HOUR, {
    type: makeId('mission-type', 'SOF-2'),
    enablers: isTied ? [{ kind, mission: makeId('mission', 'M-2') }] : [],
  })
  return b
}

const reason = (b: PlanBuilder) => findingsBy('enabler-missing', b.build()).map((f) => f.params.reason)

describe('timing', () => {
  test('an insertion is over at the start, at most a day before', () => {
    expect(reason(enabled('insertion', 9 * HOUR, HOUR))).toEqual([])
    expect(reason(enabled('insertion', 9 * HOUR + 1, HOUR))).toEqual(['late'])
    expect(reason(enabled('insertion', -15 * HOUR, HOUR))).toEqual([])
    expect(reason(enabled('insertion', -15 * HOUR - 1, HOUR))).toEqual(['early'])
  })

  test('an extraction begins after the end, at most a day after', () => {
    expect(reason(enabled('extraction', 14 * HOUR, HOUR))).toEqual([])
    expect(reason(enabled('extraction', 14 * HOUR - 1, HOUR))).toEqual(['early'])
    expect(reason(enabled('extraction', 38 * HOUR, HOUR))).toEqual([])
    expect(reason(enabled('extraction', 38 * HOUR + 1, HOUR))).toEqual(['late'])
  })

  test.each(['air-cover', 'boats', 'medevac'] as const)('%s holds throughout', (kind) => {
    expect(reason(enabled(kind, 10 * HOUR, 4 * HOUR))).toEqual([])
    expect(reason(enabled(kind, 10 * HOUR + 1, 4 * HOUR))).toEqual(['short'])
    expect(reason(enabled(kind, 10 * HOUR, 4 * HOUR - 1))).toEqual(['short'])
    expect(reason(enabled(kind, 0, HOUR))).toEqual(['short'])
  })

  test('a resupply lies within the mission or the day before', () => {
    expect(reason(enabled('resupply', 10 * HOUR, 4 * HOUR))).toEqual([])
    expect(reason(enabled('resupply', 10 * HOUR + 1, 4 * HOUR))).toEqual(['late'])
    expect(reason(enabled('resupply', -14 * HOUR, HOUR))).toEqual([])
    expect(reason(enabled('resupply', -14 * HOUR - 1, HOUR))).toEqual(['early'])
  })

  test('a route holds throughout or was opened before', () => {
    expect(reason(enabled('route', 0, HOUR))).toEqual([])
    expect(reason(enabled('route', 9 * HOUR, 2 * HOUR))).toEqual(['short'])
  })
})

test('a tie counts only to another mission that has a time and gives the kind', () => {
  expect(reason(enabled('insertion', 9 * HOUR, HOUR, false))).toEqual(['none'])
  expect(reason(enabled('insertion', null, HOUR))).toEqual(['unscheduled'])
  const cancelled = enabled('insertion', 9 * HOUR, HOUR)
  cancelled.mission('M-2', 9 * HOUR, HOUR, { type: makeId('mission-type', 'AIR-2'), status: 'cancelled' })
  expect(reason(cancelled)).toEqual(['cancelled'])
  const other = enabled('insertion', 9 * HOUR, HOUR)
  other.mission('M-2', 9 * HOUR, HOUR)
  expect(reason(other)).toEqual(['wrong-type'])
})

test('says by how much it misses', () => {
  const sentence = (b: PlanBuilder) => {
    const plan = b.build()
    return inBoth(theFinding('enabler-missing', plan), plan)
  }
  expect(sentence(enabled('insertion', 12 * HOUR, HOUR))).toEqual([
    'La inserción M-2 termina 150100R FEB 23, 3 h después de que M-1 empiece 142200R FEB 23',
    'Insertion M-2 ends 150100R FEB 23, 3 h after M-1 starts 142200R FEB 23',
  ])
  expect(sentence(enabled('boats', 10 * HOUR, 2 * HOUR))).toEqual([
    'M-1 va de 142200R FEB 23 a 150200R FEB 23 y M-2 da embarcaciones de 142200R FEB 23 a 150000R FEB 23: no cubre toda la misión',
    'M-1 runs from 142200R FEB 23 to 150200R FEB 23 and M-2 gives boats from 142200R FEB 23 to 150000R FEB 23: it does not cover the whole mission',
  ])
  expect(sentence(enabled('medevac', null, HOUR, false))).toEqual([
    'M-1 empieza 142200R FEB 23 y necesita evacuación médica: no hay misión vinculada que lo dé',
    'M-1 starts 142200R FEB 23 and needs medical evacuation: no mission tied to it gives that',
  ])
})

test('the enabler moves, or another is tied, or the mission moves, or one is added: each mends', () => {
  const b = enabled('insertion', 12 * HOUR, HOUR)
  b.mission('M-3', 8 * HOUR, HOUR, { type: makeId('mission-type', 'AIR-2') })
  const plan = b.build()
  const tried = tryRepairs(theFinding('enabler-missing', plan), plan)
  expect(tried.map((t) => t.repair.text)).toEqual([
    'Mover M-2 a 142100R FEB 23 (3 h antes)',
    'Vincular M-3 (142000R FEB 23) como inserción de M-1',
    'Mover M-1 a 150100R FEB 23 (3 h después)',
    'Añadir una misión AIR-2 el 142100R FEB 23 (1 h) como inserción de M-1',
  ])
  expect(tried.every((t) => t.isMended && t.errorsLeft === 0)).toBe(true)
})

test('a cover that is too short is stretched', () => {
  const plan = enabled('air-cover', 10 * HOUR, 2 * HOUR).build()
  const tried = tryRepairs(theFinding('enabler-missing', plan), plan)
  expect(tried[0]?.repair.text).toBe('Extender M-2 de 142200R FEB 23 a 150200R FEB 23 (4 h)')
  expect(tried.every((t) => t.isMended && t.errorsLeft === 0)).toBe(true)
})

test('an enabler never tied is added at the right time', () => {
  const plan = enabled('extraction', null, HOUR, false).build()
  const tried = tryRepairs(theFinding('enabler-missing', plan), plan)
  expect(tried.map((t) => t.repair.text)).toEqual([
    'Añadir una misión AIR-2 el 150200R FEB 23 (1 h) como extracción de M-1',
  ])
  expect(tried[0]).toMatchObject({ isMended: true, errorsLeft: 0 })
})

test('a resupply at the wrong time is said with both times, and moved or added', () => {
  const plan = enabled('resupply', 14 * HOUR, HOUR).build()
  expect(inBoth(theFinding('enabler-missing', plan), plan)).toEqual([
    'M-1 va de 142200R FEB 23 a 150200R FEB 23 y el reabastecimiento M-2 de 150200R FEB 23 a 150300R FEB 23: debe caer en la misión o en el día anterior',
    'M-1 runs from 142200R FEB 23 to 150200R FEB 23 and resupply M-2 from 150200R FEB 23 to 150300R FEB 23: it must lie within the mission or the day before',
  ])
  const tried = tryRepairs(theFinding('enabler-missing', plan), plan)
  expect(tried.length).toBeGreaterThan(1)
  expect(tried.every((t) => t.isMended && t.errorsLeft === 0)).toBe(true)
})
