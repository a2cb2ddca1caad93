import { expect, test } from 'vitest'
import { makeId } from '../../../records/ids.ts'
import { amounts, ANY_TIME, PlanBuilder } from '../../../testing/planBuilder.testing.ts'
import { buildTaskingModel } from './buildTaskingModel.ts'
import { requestFor } from '../request.testing.ts'
import { Timetable } from '../timetable/Timetable.ts'

const EVER = 10_000_000

function placeAll(b: PlanBuilder) {
  const plan = b.build()
  const missions = [...plan.all('mission')].map((m) => m.id)
  const model = buildTaskingModel(plan, requestFor({ missions }))
  const timetable = new Timetable(model)
  const starts = model.tasks.map(({ index }) => {
    const placement = timetable.findFirst(index, -EVER, EVER, () => 0)
    if (placement !== null) timetable.place(index, placement)
    return placement?.start ?? null
  })
  return { model, timetable, starts }
}

test('answers to circles of missions, and places those that only one side binds', () => {
  const b = new PlanBuilder()
  b.unit('A')
  const ids = [0, 1, 2].map((i) => b.mission(`M-${i}`, null, 100))
  const after = b.mission('M-3', null, 100)
  for (const [i, id] of ids.entries()) b.dependency(id, ids[(i + 1) % 3] ?? id)
  b.dependency(ids[0] ?? after, after)
  const { starts } = placeAll(b)
  expect(starts.filter((s) => s === null)).toHaveLength(1)
  expect(starts[3]).toBeGreaterThanOrEqual((starts[0] ?? 0) + 100)
})

test('answers to windows that are empty and to numbers that are none', () => {
  const b = new PlanBuilder({ phases: [{ key: 'F', name: { es: 'F' }, from: 100, to: 50 }] })
  b.type('N', { components: ['ground'], capabilities: amounts({ helicopter: Number.NaN }) })
  b.unit('A', { capabilities: amounts({ helicopter: Number.POSITIVE_INFINITY }), supplyDays: Number.NaN })
  b.unit('B', { allocation: [{ from: Number.NaN, to: null }], mobility: [{ mode: 'road', speedKmh: 0 }] })
  b.mission('M-0', null, 10, { earliest: 500, latest: 100 })
  b.mission('M-1', null, 10, { phase: 'F' })
  b.mission('M-2', null, Number.NaN)
  b.mission('M-3', null, 1e300)
  b.mission('M-4', Number.NaN, 10, { earliest: Number.NaN })
  b.mission('M-5', null, 10, { type: makeId('mission-type', 'N') })
  b.mission('M-6', null, 10, { type: makeId('mission-type', 'gone') })
  const self = b.mission('M-7', null, 10)
  b.dependency(self, self, { lagMinutes: Number.NaN })
  const { starts, model } = placeAll(b)
  expect(model.untouched).toEqual([makeId('mission', 'M-2'), makeId('mission', 'M-3')])
  expect(starts.slice(0, 2)).toEqual([null, null])
  for (const start of starts) expect(start === null || Number.isSafeInteger(start)).toBe(true)
  expect(starts.at(-1)).not.toBeNull()
})

test('gives up on a light that never comes', () => {
  const b = new PlanBuilder()
  b.type('D', { components: ['ground'], constraints: { ...ANY_TIME, light: 'day', minIlluminationPercent: 100 } })
  b.unit('A')
  b.mission('M-0', null, 700, {
    type: makeId('mission-type', 'D'),
    places: [{ shape: 'point', points: [{ position: [0, 89.9] }] }],
    latest: 1_440,
  })
  expect(placeAll(b).starts).toEqual([null])
})

test('reads fifty thousand missions that wait for each other in one line in a few seconds', () => {
  const b = new PlanBuilder({ horizon: { from: 0, to: 5_000_000 } })
  b.unit('A')
  const ids = Array.from({ length: 50_000 }, (_, i) => b.mission(`M-${i}`, null, 10))
  for (const [i, id] of ids.entries()) {
    const next = ids[i + 1]
    if (next !== undefined) b.dependency(next, id)
  }
  const plan = b.build()
  const model = buildTaskingModel(plan, requestFor({ missions: ids }))
  expect(model.tasks).toHaveLength(50_000)
  expect(model.tasks[0]?.first).toBe(49_999 * 10)
  const timetable = new Timetable(model)
  expect(timetable.findFirst(49_999, 0, EVER, () => 0)?.start).toBe(0)
}, 30_000)
