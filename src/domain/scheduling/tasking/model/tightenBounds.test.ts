import { expect, test } from 'vitest'
import { makeId } from '../../../records/ids.ts'
import type { Relation } from './TaskingModel.ts'
import { tightenBounds } from './tightenBounds.ts'

const EVER = Number.POSITIVE_INFINITY
const by = makeId('dependency', 'D')

/** Relations of so many tasks from `[before, after, least]`. */
function relationsOf(count: number, arcs: readonly (readonly [number, number, number])[]): Relation[][] {
  const relations: Relation[][] = Array.from({ length: count }, () => [])
  for (const [before, after, least] of arcs) {
    relations[after]?.push({ other: before, spans: [{ least, most: EVER }], by, kind: 'dependency' })
    relations[before]?.push({ other: after, spans: [{ least: -EVER, most: -least }], by, kind: 'dependency' })
  }
  return relations
}

const open = (count: number) => Array.from({ length: count }, () => ({ first: 0, last: 100 }))

test('passes bounds on along a chain, both ways, whatever the order', () => {
  const relations = relationsOf(3, [
    [2, 1, 10],
    [1, 0, 20],
  ])
  expect(tightenBounds(open(3), relations, () => false)).toEqual([
    { first: 30, last: 100 },
    { first: 10, last: 80 },
    { first: 0, last: 70 },
  ])
})

test('takes nothing from a task that fits nowhere', () => {
  const own = [{ first: 50, last: 40 }, ...open(1)]
  expect(tightenBounds(own, relationsOf(2, [[0, 1, 30]]), () => false)[1]).toEqual({ first: 0, last: 100 })
})

test('leaves two that cannot both be placed their own bounds, and others untouched by them', () => {
  const relations = relationsOf(3, [
    [0, 1, 300],
    [1, 2, 10],
  ])
  expect(tightenBounds(open(3), relations, () => false)).toEqual(open(3))
})

test('comes to an end in a circle', () => {
  const relations = relationsOf(2, [
    [0, 1, 1],
    [1, 0, 1],
  ])
  for (const { first, last } of tightenBounds(open(2), relations, () => false)) expect(first).toBeLessThanOrEqual(last)
})
