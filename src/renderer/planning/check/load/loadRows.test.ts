import { expect, test } from 'vitest'
import { CheckContext } from '../../../../domain/check/CheckContext.ts'
import { loadSeries } from '../../../../domain/check/loadSeries.ts'
import { summarizeLoad } from '../../../../domain/check/series/loadCells.ts'
import type { PlanDocument } from '../../../../domain/plan/PlanDocument.ts'
import type { Id } from '../../../../domain/records/ids.ts'
import { makeId } from '../../../../domain/records/ids.ts'
import { at, PlanBuilder } from '../../../../domain/testing/planBuilder.testing.ts'
import { textsIn } from '../../../texts/TextContext.tsx'
import type { LoadView } from './loadView.ts'
import { type LoadForest, loadForest, loadRows, rowsAbove } from './loadRows.ts'

const TEXTS = textsIn('es')
const LOOK = {
  arrangement: 'tree' as const,
  sort: 'name' as const,
  isDescending: false,
  query: '',
  isOnlyOver: false,
  toggled: new Set<string>(),
}

function forestOf(plan: PlanDocument, instant = at(0)): LoadForest {
  const steps = loadSeries(new CheckContext(plan))
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  const loads = step.value
  const summaries = new Map(
    [...loads.units, ...loads.components].map(([id, load]): [Id, ReturnType<typeof summarizeLoad>] => [
      id,
      summarizeLoad(load, loads.axis, loads.axis.edges),
    ]),
  )
  return loadForest(plan, loads, summaries, instant)
}

/** Ground: Top with U-2 and U-10; Free, double-booked. Naval: Boat. */
function smallPlan(): PlanDocument {
  const b = new PlanBuilder()
  const top = b.unit('Top')
  const two = b.unit('U-2', { parent: top })
  b.unit('U-10', {
    parent: top,
    states: { location: [], readiness: [], superior: [{ from: at(1_000), unit: null }] },
  })
  const free = b.unit('Free')
  b.unit('Boat', { component: makeId('component', 'naval') })
  b.assign(b.mission('A', 0, 5_000), two)
  b.assign(b.mission('B', 0, 100), free)
  b.assign(b.mission('C', 50, 100), free)
  return b.build()
}

const namesOf = (forest: LoadForest, look: Partial<LoadView> = {}) => {
  const rows = loadRows(forest, { ...LOOK, ...look }, TEXTS)
  return Array.from({ length: rows.count }, (_, i) => rows.idAt(i).split(':')[1])
}

test('components stand open with their heads in natural order; a unit opens when asked', () => {
  const forest = forestOf(smallPlan())
  expect(namesOf(forest)).toEqual(['ground', 'Free', 'Top', 'naval', 'Boat', 'air', 'sof'])
  const open = namesOf(forest, { toggled: new Set(['unit:Top', 'component:naval']) })
  expect(open).toEqual(['ground', 'Free', 'Top', 'U-2', 'U-10', 'naval', 'air', 'sof'])
})

test('superiors are those of the time', () => {
  const later = forestOf(smallPlan(), at(1_000))
  expect(namesOf(later).slice(0, 4)).toEqual(['ground', 'Free', 'Top', 'U-10'])
})

test('rows above an overloaded unit tell how many there are below', () => {
  expect([...forestOf(smallPlan()).overBelow]).toEqual([['component:ground', 1]])
})

test('what is looked for is shown with all above it', () => {
  const forest = forestOf(smallPlan())
  expect(namesOf(forest, { query: 'u 10' })).toEqual(['ground', 'Top', 'U-10'])
  expect(namesOf(forest, { isOnlyOver: true })).toEqual(['ground', 'Free'])
  expect(namesOf(forest, { isOnlyOver: true, query: 'boat' })).toEqual([])
})

test('one list goes by the numbers, whoever stands above', () => {
  const forest = forestOf(smallPlan())
  expect(namesOf(forest, { arrangement: 'list', sort: 'mean', isDescending: true }).slice(0, 2)).toEqual(['U-2', 'Top'])
  expect(namesOf(forest, { arrangement: 'list', sort: 'over', isDescending: true })[0]).toBe('Free')
  expect(namesOf(forest, { arrangement: 'list' })).toEqual(['Boat', 'Free', 'Top', 'U-2', 'U-10'])
})

test('the way to a row leads over its superiors to its component', () => {
  const plan = smallPlan()
  expect(rowsAbove(plan, makeId('unit', 'U-10'), at(0))).toEqual(['unit:Top', 'component:ground'])
  expect(rowsAbove(plan, makeId('unit', 'U-10'), at(1_000))).toEqual(['component:ground'])
})
