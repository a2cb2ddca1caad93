import { expect, test } from 'vitest'
import type { Position } from '../../../domain/records/common.ts'
import type { BaseMap, Department } from './BaseMap.ts'
import { type GroundShapes, prepareGround } from './GroundShapes.ts'
import { loadBaseMap } from './loadBaseMap.ts'

function prepared(base: BaseMap): GroundShapes {
  const steps = prepareGround(base)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

const square = (code: string, west: number): Department => {
  const ring: Position[] = [
    [west, -13],
    [west + 1, -13],
    [west + 1, -12],
    [west, -12],
    [west, -13],
  ]
  return { code, name: code, polygons: [[ring]] }
}

const edges = (shape: GroundShapes['borders']): number =>
  shape.paths.reduce((sum, path) => sum + path.length / 2 - 1, 0)

test('a border that two departments share is drawn once', () => {
  const base = { departments: [square('A', -74), square('B', -73)], rivers: [], towns: [], airfields: [] }
  expect(edges(prepared(base).borders)).toBe(7)
})

test('the names of departments have room inside them', () => {
  const { departments } = prepared({ departments: [square('A', -74)], rivers: [], towns: [], airfields: [] })
  const [one] = departments
  expect(one?.x).toBeCloseTo((one?.shape.minX ?? 0) / 2 + (one?.shape.maxX ?? 0) / 2, -3)
  expect(one?.room).toBeGreaterThan(50_000)
})

test('of the map that comes with the program, the greatest rivers lie uppermost and the largest towns come first', async () => {
  const ground = prepared(await loadBaseMap())
  expect(ground.rivers.at(-1)?.river.rank).toBe(1)
  expect(ground.towns.slice(0, 2).map(({ name }) => name)).toEqual(['Huancayo', 'Ayacucho'])
  expect(ground.towns.at(-1)?.population).toBeNull()
  const all = ground.departments.reduce((sum, { shape }) => sum + edges(shape), 0)
  expect(edges(ground.borders)).toBeLessThan(all)
  for (const { room, department } of ground.departments) expect(room, department.name).toBeGreaterThan(10_000)
})
