import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeId } from '../../../../domain/records/ids.ts'
import { PlanBuilder, run } from '../../../../domain/testing/planBuilder.testing.ts'
import { columnsOf } from '../missions/columnsOf.testing.ts'
import { COMPONENT_ORDER } from '../missions/missionComponent.ts'
import { histogramOf } from './histogram.ts'

const KINDS = COMPONENT_ORDER.length
const sums = (counts: Uint32Array): number[] =>
  Array.from({ length: counts.length / KINDS }, (_, bin) =>
    counts.subarray(bin * KINDS, (bin + 1) * KINDS).reduce((sum, n) => sum + n, 0),
  )

test('each bin counts the missions that touch it', () => {
  const span = fc.record({ start: fc.integer({ min: -50, max: 150 }), likely: fc.integer({ min: 1, max: 80 }) })
  fc.assert(
    fc.property(fc.array(span, { maxLength: 20 }), (spans) => {
      const builder = new PlanBuilder()
      spans.forEach(({ start, likely }, i) => builder.mission(`M${i}`, start, likely))
      const { counts, most } = histogramOf(columnsOf(builder.build()), 0, 100, 10)
      const expected = Array.from(
        { length: 10 },
        (_, bin) => spans.filter((s) => s.start < (bin + 1) * 10 && s.start + s.likely > bin * 10).length,
      )
      expect(sums(counts)).toEqual(expected)
      expect(most).toBe(Math.max(...expected))
    }),
  )
})

test('missions that are cancelled or have no start are not under way', () => {
  const builder = new PlanBuilder()
  builder.mission('A', 0, 100, { status: 'cancelled' })
  builder.mission('B', null, 100)
  expect(histogramOf(columnsOf(builder.build()), 0, 100, 2).most).toBe(0)
})

test('a mission stands with the component of the unit it supports, and moves with it', () => {
  const builder = new PlanBuilder()
  const unit = builder.unit('U')
  const mission = builder.mission('A', 0, 100)
  builder.mission('B', 50, 50)
  builder.assign(mission, unit)
  const plan = builder.build()
  const columns = columnsOf(plan)
  const now = (): number[] => [...histogramOf(columns, 0, 100, 1).counts]
  expect(now()).toEqual([2, 0, 0, 0, 0, 0])
  run(plan, { type: 'editUnits', units: [unit], component: makeId('component', 'naval') })
  expect(columns.refresh()).toBe(true)
  expect(now()).toEqual([1, 1, 0, 0, 0, 0])
})

test('columns follow missions that come, change and go', () => {
  const builder = new PlanBuilder()
  const first = builder.mission('A', 0, 100)
  builder.mission('B', 200, 100)
  const plan = builder.build()
  const columns = columnsOf(plan)
  run(plan, { type: 'duplicateMissions', missions: [first] })
  run(plan, { type: 'moveMissions', moves: [{ mission: first, start: null }] })
  run(plan, { type: 'removeRecords', ids: [makeId('mission', 'B')] })
  columns.refresh()
  const anew = columnsOf(plan)
  expect(columns.missions).toEqual(anew.missions)
  expect(columns.start).toEqual(anew.start)
  expect(columns.end).toEqual(anew.end)
  expect(columns.refresh()).toBe(false)
})
