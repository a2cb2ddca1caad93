import { expect, test } from 'vitest'
import { toInstant } from '../../../domain/time/planTime.ts'
import { allocationSpans, shareOfHorizon } from './allocationSpans.ts'

const H_HOUR = 1_672_743_600_000
const plan = { hHour: H_HOUR, horizon: { from: -1_000, to: 3_000 } }
const at = (minutes: number): number => toInstant(minutes, H_HOUR)

test('instants as parts of the horizon', () => {
  expect(shareOfHorizon(plan, at(-1_000))).toBe(0)
  expect(shareOfHorizon(plan, at(0))).toBe(0.25)
  expect(shareOfHorizon(plan, at(9_000))).toBe(1)
})

test('periods are cut at the horizon, and left out beyond it', () => {
  const periods = [
    { from: at(-9_000), to: at(-2_000) },
    { from: at(-2_000), to: at(0) },
    { from: at(1_000), to: null },
    { from: at(4_000), to: null },
  ]
  expect(allocationSpans(plan, periods)).toEqual([
    { from: 0, to: 0.25 },
    { from: 0.5, to: 1 },
  ])
})
