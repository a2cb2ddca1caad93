import { expect, test } from 'vitest'
import { textAlongPath } from './textAlongPath.ts'

const letters = Array.from('RIO', (letter) => ({ letter, width: 10 }))
const read = (path: number[], near: [number, number] = [100, 0]) => textAlongPath(path, letters, near)

test('stands on the path, in reading order, whichever way the path runs', () => {
  for (const path of [
    [0, 0, 200, 0],
    [200, 0, 0, 0],
  ]) {
    const placed = read(path)
    expect(placed?.map(({ letter }) => letter).join('')).toBe('RIO')
    const xs = placed?.map(({ x }) => x) ?? []
    expect(xs).toEqual([...xs].sort((a, b) => a - b))
    for (const { y, angle } of placed ?? []) {
      expect(y).toBeCloseTo(0)
      expect(angle).toBeCloseTo(0)
    }
  }
})

test('never upside down', () => {
  for (const degrees of [20, 100, 160, 200, 260, 340]) {
    const angle = (degrees * Math.PI) / 180
    const placed = read([0, 0, 200 * Math.cos(angle), 200 * Math.sin(angle)])
    for (const letter of placed ?? []) expect(Math.abs(letter.angle)).toBeLessThanOrEqual(Math.PI / 2 + 1e-6)
    expect(placed).toHaveLength(3)
  }
})

test('stands near the wished point', () => {
  const middle = read([0, 0, 1000, 0], [800, 0])?.[1]
  expect(Math.abs((middle?.x ?? 0) - 800)).toBeLessThan(20)
})

test('a short or crooked path takes no text', () => {
  expect(read([0, 0, 20, 0])).toBeNull()
  expect(read([0, 0, 9, 9, 0, 12, 9, 18, 0, 21, 9, 27, 0, 30])).toBeNull()
})

test('takes the straight part of a bent path', () => {
  const placed = read([0, 0, 5, 10, 10, 0, 15, 10, 20, 0, 25, 10, 30, 0, 130, 0], [0, 0])
  expect(placed?.every(({ x }) => x > 25)).toBe(true)
})
