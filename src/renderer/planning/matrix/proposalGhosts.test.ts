import { expect, test } from 'vitest'
import type { AssignmentPart } from '../../../domain/records/assignment.ts'
import { type Id, makeId } from '../../../domain/records/ids.ts'
import type { ProposedChange, ProposedUnit } from '../../../domain/scheduling/tasking/Proposal.ts'
import { PlanBuilder } from '../../../domain/testing/planBuilder.testing.ts'
import { textsIn } from '../../texts/TextContext.tsx'
import { layLanes } from './barLanes.ts'
import { ghostsWithin, layGhosts } from './ghostLanes.ts'
import { type GhostTie, ghostTies, tiePath } from './ghostPlaces.ts'
import { changeWords, ghostWords } from './ghostWords.ts'
import { MatrixRows } from './matrixRows.ts'
import { ghostsOf } from './proposalGhosts.ts'
import { withNeeds } from './withNeeds.ts'

const b = new PlanBuilder()
const [alpha, bravo, charlie] = [b.unit('Alpha'), b.unit('Bravo'), b.unit('Charlie')]
const [one, two, three] = [b.mission('M-1', 0, 60), b.mission('M-2', 60, 60), b.mission('M-3', null, 60)]
b.assign(one, alpha)
b.assign(two, alpha)
b.assign(two, bravo)
const plan = b.build()

const on = (unit: Id<'unit'>, part: AssignmentPart = 'supported', quantity = 0): ProposedUnit => ({
  unit,
  part,
  brings: quantity === 0 ? [] : [{ capability: 'infantry', quantity }],
})

function change(
  mission: Id<'mission'>,
  start: ProposedChange['start'],
  from: readonly ProposedUnit[],
  to: readonly ProposedUnit[],
  needs: readonly Id<'mission'>[] = [],
): ProposedChange {
  return { mission, start, units: { from, to }, needs, whyThen: [], whyThese: [] }
}

const moved = change(one, { from: 0, to: 30 }, [on(alpha)], [on(alpha)])
const relieved = change(two, { from: 60, to: 60 }, [on(alpha), on(bravo)], [on(charlie), on(bravo)])
const placed = change(three, { from: null, to: 90 }, [], [on(bravo)])

test('a change of time has a ghost on each of its units, and their bars go', () => {
  const { byUnit, time } = ghostsOf([moved], plan, null)
  expect(byUnit.get(alpha)?.ghosts.map((g) => [g.start, g.end, g.fromUnit])).toEqual([[30, 90, alpha]])
  expect(byUnit.get(alpha)?.leaving).toEqual(new Set([one]))
  expect(time).toEqual({ from: 30, to: 90 })
})

test('a change of units has one on those that come, tied to those that go; who stays is left alone', () => {
  const { byUnit } = ghostsOf([relieved], plan, null)
  expect(byUnit.get(charlie)?.ghosts.map((g) => g.fromUnit)).toEqual([alpha])
  expect(byUnit.get(charlie)?.leaving.size).toBe(0)
  expect(byUnit.get(alpha)).toMatchObject({ ghosts: [], leaving: new Set([two]) })
  expect(byUnit.has(bravo)).toBe(false)
})

test('a mission without a time comes from nowhere', () => {
  const { byUnit } = ghostsOf([placed], plan, null)
  expect(byUnit.get(bravo)?.ghosts.map((g) => [g.start, g.fromUnit])).toEqual([[90, null]])
  expect(byUnit.get(bravo)?.leaving.size).toBe(0)
})

test('another part, other amounts, or nothing but a legal basis show on the units that have them', () => {
  const unitsOf = (c: ProposedChange): unknown[] => [...ghostsOf([c], plan, null).byUnit.keys()]
  const at = { from: 0, to: 0 }
  expect(unitsOf(change(one, at, [on(alpha), on(bravo)], [on(alpha, 'reserve'), on(bravo)]))).toEqual([alpha])
  expect(unitsOf(change(one, at, [on(alpha), on(bravo)], [on(alpha), on(bravo, 'supported', 2)]))).toEqual([bravo])
  expect(unitsOf(change(one, at, [on(alpha), on(bravo)], [on(alpha), on(bravo)]))).toEqual([alpha, bravo])
})

test('changes of missions that are gone have no ghost', () => {
  const gone = change(makeId('mission', 'gone'), { from: null, to: 0 }, [], [on(alpha)])
  expect(ghostsOf([gone], plan, null)).toMatchObject({ byUnit: new Map(), time: null })
})

test('what the next proposal leaves as it was is the same object', () => {
  const before = ghostsOf([moved, placed], plan, null)
  const after = ghostsOf([moved, change(three, { from: null, to: 120 }, [], [on(bravo)])], plan, before)
  expect(after.byUnit.get(alpha)).toBe(before.byUnit.get(alpha))
  expect(after.byUnit.get(bravo)).not.toBe(before.byUnit.get(bravo))
})

const lanesOf = (unit: Id<'unit'>) =>
  layLanes(
    plan.indexes.assignmentsOfUnit.get(unit).flatMap((assignment) => {
      const mission = plan.get(assignment.mission)
      return mission === undefined ? [] : [{ assignment, mission }]
    }),
  )

test('ghosts stand where bars leave room, else below; bars keep their lanes and cut their labels', () => {
  const lanes = lanesOf(alpha)
  expect(lanes.lanes).toBe(1)
  const far = change(two, { from: 60, to: 500 }, [on(alpha)], [on(alpha)])
  const { byUnit } = ghostsOf([moved, far], plan, null)
  const laid = layGhosts(lanes, byUnit.get(alpha) ?? { ghosts: [], leaving: new Set() })
  expect(laid.bars.map((bar) => [bar.ghost.start, bar.lane, bar.roomTo])).toEqual([
    [30, 1, Number.POSITIVE_INFINITY],
    [500, 0, Number.POSITIVE_INFINITY],
  ])
  expect(laid.lanes).toBe(2)
  expect([...laid.roomTo.values()]).toEqual([500])
  expect(ghostsWithin(laid, { from: 0, to: 100 }, 2).map((bar) => bar.ghost.start)).toEqual([30])
  expect(ghostsWithin(laid, { from: 0, to: 1_000 }, 1).map((bar) => bar.ghost.start)).toEqual([500])
})

test('nothing on a row overlaps, however many ghosts there are, and two thousand are laid out quickly', () => {
  const many = new PlanBuilder()
  const unit = many.unit('U')
  const changes: ProposedChange[] = []
  for (let n = 0; n < 2_000; n += 1) {
    const mission = many.mission(`M-${n}`, (n * 7_919) % 40_000, 30 + ((n * 31) % 300))
    many.assign(mission, unit)
    const start = { from: (n * 7_919) % 40_000, to: (n * 104_729) % 40_000 }
    changes.push(change(mission, start, [on(unit)], [on(unit)]))
  }
  const big = many.build()
  const began = performance.now()
  const ghosts = ghostsOf(changes, big, null)
  const choice = { collapsed: new Set<string>(), unfolded: new Set([unit]), isOnlyBusy: false, fits: null, instant: 0 }
  const { rows } = new MatrixRows().read(big, { ...choice, ghosts })
  // 30 ms on the machine it was written on.
  expect(performance.now() - began).toBeLessThan(500)
  const row = rows.find((r) => r.id === unit)
  const all = [
    ...(row?.lanes.bars ?? []),
    ...(row?.ghosts.bars ?? []).map(({ ghost, lane }) => ({ lane, start: ghost.start, end: ghost.end })),
  ].sort((a, c) => a.lane - c.lane || a.start - c.start)
  expect(all).toHaveLength(4_000)
  const overlaps = all.filter((bar, i) => {
    const before = all[i - 1]
    return before?.lane === bar.lane && before.end > bar.start
  })
  expect(overlaps).toEqual([])
  expect(row?.shownLanes).toBe(row?.ghosts.lanes)
})

test('rows show ghosts of units that have nothing else to do, count the hidden, and the time reaches them', () => {
  const rows = new MatrixRows()
  const choice = { collapsed: new Set<string>(), unfolded: new Set<string>(), isOnlyBusy: true, fits: null, instant: 0 }
  const plain = rows.read(plan, { ...choice, ghosts: null })
  expect(plain.rows.some((r) => r.id === charlie)).toBe(false)
  const far = change(one, { from: 0, to: 90_000 }, [on(alpha)], [on(charlie)])
  const ghosts = ghostsOf([far], plan, null)
  const model = rows.read(plan, { ...choice, ghosts })
  expect(model.rows.some((r) => r.id === charlie)).toBe(true)
  expect(model.time?.to).toBe(90_060)
  expect(model.rows.find((r) => r.id === bravo)).toBe(plain.rows.find((r) => r.id === bravo))
  expect(rows.read(plan, { ...choice, ghosts }).rows).toEqual(model.rows)
})

test('lines lead from the bar that goes to its ghost, of what is in sight, and of few where there are many', () => {
  const choice = {
    collapsed: new Set<string>(),
    unfolded: new Set<string>(),
    isOnlyBusy: false,
    fits: null,
    instant: 0,
  }
  const model = new MatrixRows().read(plan, { ...choice, ghosts: ghostsOf([moved, relieved, placed], plan, null) })
  const tops = Float64Array.from(model.rows.map((_, i) => i * 30))
  const scale = { from: 0, to: 1_000, pxPerMinute: 1 }
  const seen = { scale, tops, rowHeight: 28, from: 0, to: 1_000, firstRow: 0, lastRow: model.rows.length - 1 }
  const keys = (ties: readonly GhostTie[]): string[] => ties.map((tie) => tie.mission)
  expect(keys(ghostTies(model, seen, 10, new Set()))).toEqual([one, two])
  expect(keys(ghostTies(model, seen, 1, new Set([two])))).toEqual([two])
  expect(keys(ghostTies(model, { ...seen, from: 500 }, 10, new Set()))).toEqual([])
  expect(keys(ghostTies(model, { ...seen, lastRow: 0 }, 10, new Set()))).toEqual([])
})

test('a line goes between the near ends, or straight down where bars stand over each other', () => {
  const at = (left: number, right: number, top: number) => ({ left, right, top, bottom: top + 20 })
  const path = (from: GhostTie['from'], to: GhostTie['to']): string => tiePath({ key: '', mission: '', from, to })
  expect(path(at(0, 50, 0), at(100, 150, 30))).toBe('M50 10L100 40')
  expect(path(at(100, 150, 0), at(0, 50, 30))).toBe('M100 10L50 40')
  expect(path(at(0, 100, 0), at(50, 150, 30))).toBe('M75 20L75 30')
  expect(path(at(0, 100, 30), at(50, 150, 0))).toBe('M75 30L75 20')
})

test('the difference is said in words: old and new time, and who comes, goes and stays', () => {
  const es = textsIn('es')
  expect(changeWords(moved, plan, es)).toEqual([
    'pasa de D · 141200R FEB 23 a D · 141230R FEB 23, 30 min después',
    'sigue: Alpha',
  ])
  expect(changeWords(relieved, plan, es)).toEqual([
    'a la misma hora: D · 141300R FEB 23',
    'entra: Charlie',
    'sale: Alpha',
    'sigue: Bravo',
  ])
  expect(changeWords(placed, plan, textsIn('en'))[0]).toMatch(/^gets a time: D · 141330R FEB 23/)
  const [ghost] = ghostsOf([placed], plan, null).byMission.get(three) ?? []
  if (ghost === undefined) throw new Error('no ghost')
  expect(ghostWords(ghost, plan, es)).toBe(
    'Propuesta: M-3 M-3, Bravo, Apoyada, recibe hora: D · 141330R FEB 23, entra: Bravo',
  )
})

test('a change is taken with all that it needs', () => {
  const gone = makeId('mission', 'gone')
  const changes = [
    change(one, { from: 0, to: 30 }, [], [], [two]),
    change(two, { from: 0, to: 30 }, [], [], [three, gone]),
    change(three, { from: 0, to: 30 }, [], [], [one]),
  ]
  expect(withNeeds(changes, [one])).toEqual([one, two, three])
  expect(withNeeds(changes, [gone])).toEqual([])
})
