import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Box, RoomGrid } from './RoomGrid.ts'

const coordinate = fc.integer({ min: -500, max: 2_000 })
const box = fc
  .tuple(coordinate, coordinate, fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 60 }))
  .map(([x, y, width, height]): Box => [x, y, x + width, y + height])

const overlap = (a: Box, b: Box) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1]

test('what is claimed never overlaps, and what is refused would', () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 80 }), (boxes) => {
      const room = new RoomGrid()
      const taken: Box[] = []
      for (const each of boxes) {
        const isFree = taken.every((other) => !overlap(each, other))
        expect(room.claim([each])).toBe(isFree)
        if (isFree) taken.push(each)
      }
    }),
  )
})

test('boxes are claimed all or none', () => {
  const room = new RoomGrid()
  room.take([0, 0, 10, 10])
  expect(
    room.claim([
      [20, 0, 30, 10],
      [5, 5, 15, 15],
    ]),
  ).toBe(false)
  expect(room.isFree([20, 0, 30, 10])).toBe(true)
})
