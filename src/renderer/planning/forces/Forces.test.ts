import { expect, test } from 'vitest'
import { PlanDocument } from '../../../domain/plan/PlanDocument.ts'
import type { AnyRecord, RecordOf } from '../../../domain/records/catalog.ts'
import { makeId } from '../../../domain/records/ids.ts'
import { readTemplate } from '../../../domain/templates/readTemplate.ts'
import { readTemplateFile } from '../../../domain/templates/templateFile.testing.ts'
import { treeRows } from '../../ui/grid/treeRows.ts'
import { Forces, forcesOf, type ForcesRow, type ForcesTree } from './Forces.ts'
import { filterTree } from './filterTree.ts'
import { NO_FILTER, unitMatcher } from './forcesFilter.ts'
import { sortUnits } from './sortUnits.ts'

const template = readTemplate(readTemplateFile('campaign-2023'))
if (!template.ok) throw new Error(template.error.code)
const records = template.value
const plan = new PlanDocument(records, 0)

/** 33rd Brigade's company C stands under the 31st from this day. */
const MOVED_AT = 1_686_805_200_000
const COMPANY = 'unit:bda-33-cia-c'

const flat = (tree: ForcesTree): string[] => {
  const rows = treeRows<ForcesRow>({
    roots: tree.roots,
    childrenOf: tree.childrenOf,
    idOf: (r) => r.id,
    isExpanded: () => true,
  })
  return Array.from(
    { length: rows.count },
    (_, at) => `${'·'.repeat((rows.shapeAt?.(at).level ?? 1) - 1)}${rows.idAt(at)}`,
  )
}

test('every unit stands once, under its superior of that time', () => {
  const forces = forcesOf(plan)
  const before = flat(forces.treeAt(MOVED_AT - 1))
  const after = flat(forces.treeAt(MOVED_AT))
  expect(before).toHaveLength(plan.count('unit') + plan.count('component'))
  expect(after.toSorted()).toEqual(before.toSorted())
  expect(before.indexOf(`··${COMPANY}`)).toBeGreaterThan(before.indexOf('·unit:bda-33'))
  expect(after.indexOf(`··${COMPANY}`)).toBeLessThan(after.indexOf('·unit:bda-33'))
})

test('between two changes of superiors the tree is the same object', () => {
  const forces = forcesOf(plan)
  const tree = forces.treeAt(MOVED_AT)
  expect(forces.treeAt(MOVED_AT + 5_000_000)).toBe(tree)
  expect(forces.treeAt(MOVED_AT - 1)).not.toBe(tree)
})

test('a change of something else leaves the forces as they are', () => {
  const own = new PlanDocument(records, 0)
  const before = forcesOf(own)
  const mission = [...own.all('mission')][0]
  if (mission === undefined) throw new Error('no mission')
  own.apply({ added: [], updated: [[mission, { ...mission, title: 'otra' }]], removed: [] })
  expect(forcesOf(own)).toBe(before)
  const unit = own.get(makeId('unit', 'bda-2')) as RecordOf<'unit'>
  own.apply({ added: [], updated: [[unit, { ...unit, name: 'otra' }]], removed: [] })
  const after = forcesOf(own)
  expect(after).not.toBe(before)
  expect(after.get('unit:bda-31')).toBe(before.get('unit:bda-31'))
})

test('units in a circle of superiors are shown all the same', () => {
  const units = ['a', 'b', 'c'].map((key, at): AnyRecord => {
    const model = plan.get(makeId('unit', 'bda-2')) as RecordOf<'unit'>
    return { ...model, id: makeId('unit', key), parent: makeId('unit', ['b', 'a', 'b'][at] ?? 'a') }
  })
  const forces = new Forces([...plan.all('component')], units as RecordOf<'unit'>[])
  expect(flat(forces.treeAt(0)).filter((line) => line.includes('unit:'))).toEqual(['·unit:a', '··unit:b', '···unit:c'])
})

test('changes of all kinds follow each other', () => {
  const forces = forcesOf(plan)
  const seen: number[] = []
  for (let at = forces.changeAfter(0); at !== null; at = forces.changeAfter(at)) seen.push(at)
  expect(seen).toContain(MOVED_AT)
  expect(seen).toContain(1_693_544_400_000)
  expect(seen).toContain(1_704_085_200_000)
  expect(forces.changeBefore(seen[1] ?? 0)).toBe(seen[0])
  expect(forces.changeBefore(seen[0] ?? 0)).toBeNull()
  expect(forces.changeAfter(seen[0] ?? 0)).toBe(seen[1])
})

test('a filter keeps what leads to its matches, and finds without accents', () => {
  const forces = forcesOf(plan)
  const tree = filterTree(forces.treeAt(0), forces.units, unitMatcher({ ...NO_FILTER, text: 'CIA  c/33' }))
  expect(flat(tree)).toEqual(['component:ground', '·unit:bda-33', `··${COMPANY}`])
  expect(tree.matchCount).toBe(1)
  const moved = filterTree(forces.treeAt(MOVED_AT), forces.units, unitMatcher({ ...NO_FILTER, text: 'cia c/33' }))
  expect(flat(moved)).toEqual(['component:ground', '·unit:bda-31', `··${COMPANY}`])
  const naval = unitMatcher({ ...NO_FILTER, component: 'component:naval', echelon: 'platoon' })
  expect(forces.units.filter(naval)).toHaveLength(5)
})

test('sorts figures in names as numbers, and keeps the order of equals', () => {
  const forces = forcesOf(plan)
  const facts = { instant: 1_682_000_000_000, componentOrder: () => 0, missionCount: () => 0 }
  const ids = (column: 'designation' | 'readiness' | 'component', isDescending = false): string[] =>
    sortUnits(forces.units, { column, isDescending }, facts).map((r) => r.id)
  const designations = ids('designation')
  expect(designations.indexOf('unit:bda-2')).toBeLessThan(designations.indexOf('unit:bda-31'))
  expect(ids('component', true)).toEqual(forces.units.map((r) => r.id))
  // 60 % in April and May.
  expect(ids('readiness')[0]).toBe('unit:bda-31-cia-c')
})
