import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Assignment } from '../../../domain/records/assignment.ts'
import { makeId } from '../../../domain/records/ids.ts'
import type { Mission } from '../../../domain/records/mission.ts'
import { barsWithin, layLanes } from './barLanes.ts'

function part(n: number, start: number | null, minutes: number): { assignment: Assignment; mission: Mission } {
  const mission = makeId('mission', `m-${n}`)
  const duration = { optimistic: minutes, likely: minutes, pessimistic: minutes }
  return {
    assignment: { id: makeId('assignment', `a-${n}`), mission } as Assignment,
    mission: { id: mission, start, duration } as Mission,
  }
}

test('bars one after the other share a lane; one that overlaps goes below', () => {
  const { bars, lanes } = layLanes([part(1, 0, 60), part(2, 60, 60), part(3, 90, 60)])
  expect(lanes).toBe(2)
  expect(bars.map((b) => b.lane)).toEqual([0, 0, 1])
  expect(bars[0]?.roomTo).toBe(60)
  expect(bars[1]?.roomTo).toBe(Number.POSITIVE_INFINITY)
})

test('a mission without a start has no bar', () => {
  expect(layLanes([part(1, null, 60)])).toMatchObject({ bars: [], lanes: 0 })
})

test('no two bars of a lane overlap, and no more lanes are used than bars at once', () => {
  const parts = fc.array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 120 })), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(parts, (times) => {
      const { bars, lanes } = layLanes(times.map(([start, minutes], i) => part(i, start, minutes)))
      expect(bars.length).toBe(times.length)
      const clashes = bars.flatMap((a) =>
        bars.filter((b) => a !== b && a.lane === b.lane && a.start < b.end && b.start < a.end),
      )
      expect(clashes).toEqual([])
      const most = Math.max(0, ...bars.map((a) => bars.filter((b) => b.start <= a.start && b.end > a.start).length))
      expect(lanes).toBe(most)
    }),
  )
})

test('what is in sight touches the time and stands on a shown lane', () => {
  const lanes = layLanes([part(1, 0, 60), part(2, 30, 60), part(3, 200, 60)])
  const names = (from: number, to: number, shown: number) =>
    barsWithin(lanes, { from, to }, shown).map((b) => b.mission.id)
  expect(names(0, 100, 2)).toEqual(['mission:m-1', 'mission:m-2'])
  expect(names(0, 100, 1)).toEqual(['mission:m-1'])
  expect(names(60, 200, 2)).toEqual(['mission:m-2'])
})
