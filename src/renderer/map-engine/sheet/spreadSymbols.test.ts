import { expect, test } from 'vitest'
import { BoxIndex, overlaps } from './BoxIndex.ts'
import { spreadSymbols } from './spreadSymbols.ts'

const bounds = { x: 10, y: 10, width: 180, height: 240 }
const symbol = (x: number, y: number) => ({ at: [x, y] as const, width: 6, height: 5, anchor: [3, 2.5] as const })

test('with room, all stand on their places', () => {
  const spread = spreadSymbols([symbol(50, 50), symbol(80, 50)], bounds, new BoxIndex(), 40)
  expect(spread).toEqual([
    { box: { x: 47, y: 47.5, width: 6, height: 5 }, leader: null },
    { box: { x: 77, y: 47.5, width: 6, height: 5 }, leader: null },
  ])
})

test('on one place they stand around it, apart, led back to it, inside the neatline', () => {
  const spread = spreadSymbols(
    Array.from({ length: 40 }, () => symbol(12, 12)),
    bounds,
    new BoxIndex(),
    60,
  )
  const boxes = spread.map((one) => one?.box ?? { x: 0, y: 0, width: 0, height: 0 })
  for (const [i, a] of boxes.entries()) {
    expect(a.x >= 10 && a.y >= 10).toBe(true)
    for (const b of boxes.slice(i + 1)) expect(overlaps(a, b)).toBe(false)
  }
  expect(spread.filter((one) => one?.leader != null).length).toBeGreaterThan(35)
  expect(new Set(spread.flatMap((one) => (one?.leader ? [one.leader[0].join(' ')] : [])))).toEqual(new Set(['12 12']))
})

test('what has no room within reach is given up', () => {
  const spread = spreadSymbols(
    Array.from({ length: 200 }, () => symbol(100, 100)),
    bounds,
    new BoxIndex(),
    15,
  )
  expect(spread.some((one) => one === null)).toBe(true)
  expect(spread.filter((one) => one !== null).length).toBeGreaterThan(10)
})

test('5,000 symbols find their places at once', () => {
  const many = Array.from({ length: 5000 }, (_, i) => symbol(20 + ((i * 37) % 160), 20 + ((i * 91) % 220)))
  const before = process.cpuUsage()
  spreadSymbols(many, bounds, new BoxIndex(), 40)
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(3)
})
