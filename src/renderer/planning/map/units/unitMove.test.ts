import { expect, test } from 'vitest'
import type { Position } from '../../../../domain/records/common.ts'
import { PlanBuilder } from '../../../../domain/testing/planBuilder.testing.ts'
import { missionsAt, placeNear, unitMove } from './unitMove.ts'

/** A hundred pixels to the degree. */
const toPixel = ([lon, lat]: Position): readonly [number, number] => [lon * 100, -lat * 100]

test('what is dropped near a place stands at it; the nearest of several, none that is far or has no position', () => {
  const builder = new PlanBuilder()
  builder.place('near', { position: [1, 1] })
  builder.place('nearer', { position: [1.05, 1] })
  builder.place('nowhere')
  const places = [...builder.build().all('place')]
  const dropped = (lon: number): string | undefined => placeNear(places, toPixel([lon, 1]), toPixel)?.name
  expect(dropped(0.99)).toBe('near')
  expect(dropped(1.04)).toBe('nearer')
  expect(dropped(1.18)).toBe('nearer')
  expect(dropped(1.3)).toBeUndefined()
})

test('a move takes as long as the soonest of its means', () => {
  const builder = new PlanBuilder()
  const unit = builder.unit('U', {
    mobility: [
      { mode: 'foot', speedKmh: 4 },
      { mode: 'rotary-wing', speedKmh: 200 },
    ],
  })
  const still = builder.unit('S')
  const plan = builder.build()
  const move = (id: typeof unit) => {
    const record = plan.get(id)
    if (record === undefined) throw new Error('no such unit')
    return unitMove(plan, record, [-73, -12], [-73, -13])
  }
  expect(move(unit).km).toBeCloseTo(111.2, 1)
  expect(move(unit).travel?.mode).toBe('rotary-wing')
  expect(move(unit).travel?.minutes).toBeCloseTo(((111.2 * 1.1) / 200) * 60, 0)
  expect(move(still).travel).toBeNull()
})

test('a place stated during a mission cuts it short; not before, after, or where it is cancelled', () => {
  const builder = new PlanBuilder()
  const unit = builder.unit('U')
  builder.assign(builder.mission('M', 100, 100), unit)
  builder.assign(builder.mission('C', 100, 100, { status: 'cancelled' }), unit)
  builder.assign(builder.mission('T', null, 100), unit)
  const plan = builder.build()
  const record = plan.get(unit)
  if (record === undefined) throw new Error('no such unit')
  const codes = (time: number): string[] => missionsAt(plan, record, time).map((mission) => mission.code)
  expect([99, 100, 199, 200].map(codes)).toEqual([[], ['M'], ['M'], []])
})
