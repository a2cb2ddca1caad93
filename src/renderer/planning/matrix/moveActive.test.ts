import { expect, test } from 'vitest'
import type { Assignment } from '../../../domain/records/assignment.ts'
import { makeId } from '../../../domain/records/ids.ts'
import type { Mission } from '../../../domain/records/mission.ts'
import { layLanes } from './barLanes.ts'
import { NO_GHOSTS } from './ghostLanes.ts'
import type { MatrixRow } from './matrixRows.ts'
import { type ActiveMove, moveActive } from './moveActive.ts'

const row = (name: string, starts: readonly number[]): MatrixRow => {
  const lanes = layLanes(
    starts.map((start, i) => ({
      assignment: { id: makeId('assignment', `${name}-${i + 1}`) } as Assignment,
      mission: { start, duration: { likely: 10 } } as Mission,
    })),
  )
  return {
    kind: 'unit',
    id: makeId('unit', name),
    lanes,
    ghosts: NO_GHOSTS,
    shownLanes: lanes.lanes,
  } as unknown as MatrixRow
}

const rows = [row('a', [0, 100, 200]), row('b', []), row('c', [90, 300])]
const indexOf = new Map(rows.map((r, i) => [r.id as string, i]))

const walk = (...moves: ActiveMove[]): string | null => {
  const start = { row: rows[0]?.id ?? '', bar: makeId('assignment', 'a-2'), minute: 105 }
  const end = moves.reduce(
    (at, move) => moveActive(rows, indexOf, at, move) ?? at,
    start as Parameters<typeof moveActive>[2],
  )
  return end === null ? null : (end.bar ?? end.row)
}

test('left and right walk the bars of a row in time, left of the first to its head', () => {
  expect(walk('right')).toBe('assignment:a-3')
  expect(walk('right', 'right')).toBe('assignment:a-3')
  expect(walk('left', 'left')).toBe('unit:a')
  expect(walk('left', 'left', 'right')).toBe('assignment:a-1')
  expect(walk('home')).toBe('assignment:a-1')
  expect(walk('end')).toBe('assignment:a-3')
})

test('up and down keep to the time, also across rows without bars', () => {
  expect(walk('down')).toBe('unit:b')
  expect(walk('down', 'down')).toBe('assignment:c-1')
  expect(walk('end', 'down', 'down')).toBe('assignment:c-2')
  expect(walk('down', 'down', 'up', 'up')).toBe('assignment:a-2')
  expect(walk('last')).toBe('assignment:c-1')
  expect(walk('last', 'down')).toBe('assignment:c-1')
})

test('begins at the first row when nothing was active, or what was has gone', () => {
  expect(moveActive(rows, indexOf, null, 'down')?.row).toBe('unit:a')
  expect(moveActive(rows, indexOf, { row: 'unit:gone', bar: null, minute: 190 }, 'up')?.bar).toBe('assignment:a-3')
  expect(moveActive([], new Map(), null, 'down')).toBeNull()
})

test('keys go from bar to ghost and on in time, and up and down to whichever is nearest', () => {
  const first = row('g', [0, 200])
  const ghost = { ghost: { id: 'x', start: 100, end: 110 }, lane: 0 }
  const ghosts = { ...NO_GHOSTS, bars: [ghost] } as unknown as MatrixRow['ghosts']
  const both = [{ ...first, ghosts } as MatrixRow, row('h', [100])]
  const index = new Map(both.map((r, i) => [r.id as string, i]))
  const at = (move: ActiveMove, from: Parameters<typeof moveActive>[2]) => moveActive(both, index, from, move)
  const onGhost = at('right', { row: first.id, bar: makeId('assignment', 'g-1'), minute: 5 })
  expect(onGhost).toEqual({ row: first.id, bar: null, ghost: 'x', minute: 105 })
  expect(at('right', onGhost)).toEqual({ row: first.id, bar: makeId('assignment', 'g-2'), minute: 205 })
  expect(at('left', onGhost)).toEqual({ row: first.id, bar: makeId('assignment', 'g-1'), minute: 5 })
  expect(at('up', at('down', onGhost))).toEqual(onGhost)
})
