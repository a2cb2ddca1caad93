import { expect, test } from 'vitest'
import { locationAt } from '../plan/unitStates.ts'
import { at, countingContext, PlanBuilder } from '../testing/planBuilder.testing.ts'
import { type Command, prepare } from './catalog.ts'

function scene() {
  const builder = new PlanBuilder()
  const base = builder.place('base', { position: [-73.8, -12.5] })
  const port = builder.place('port', { position: [-73.6, -12.4] })
  const unit = builder.unit('U', { home: { place: base } })
  const plan = builder.build()
  const move = (to: Command) => {
    const change = prepare(to, plan, countingContext())
    if (change.ok) plan.apply(change.value.diff)
    return change
  }
  return { plan, unit, base, port, move }
}

test('a unit is at its new place from the instant on, and where it was before that', () => {
  const { plan, unit, base, port, move } = scene()
  move({ type: 'moveUnitTo', unit, at: { position: [-73.5, -12.3] }, from: at(600) })
  move({ type: 'moveUnitTo', unit, at: { place: port }, from: at(60) })
  const record = plan.get(unit)
  if (record === undefined) throw new Error('the unit is gone')
  expect(locationAt(record, at(59))).toEqual({ place: base })
  expect(locationAt(record, at(60))).toEqual({ place: port })
  expect(locationAt(record, at(600))).toEqual({ position: [-73.5, -12.3] })
})

test('a place stated at the same instant is replaced, so that dragging twice leaves one', () => {
  const { plan, unit, port, move } = scene()
  move({ type: 'moveUnitTo', unit, at: { position: [-73.5, -12.3] }, from: at(60) })
  move({ type: 'moveUnitTo', unit, at: { place: port }, from: at(60) })
  expect(plan.get(unit)?.states.location).toEqual([{ from: at(60), at: { place: port } }])
})

test('the history names unit and place, or the grid reference where the place has no name', () => {
  const { unit, port, move } = scene()
  expect(move({ type: 'moveUnitTo', unit, at: { place: port }, from: at(0) })).toMatchObject({
    value: { label: { params: { unit: 'U', where: 'port' } } },
  })
  expect(move({ type: 'moveUnitTo', unit, at: { position: [-73.8, -12.5] }, from: at(0) })).toMatchObject({
    value: { label: { params: { where: '18L XM 3039 1786' } } },
  })
})

test('a place that is not in the plan is refused', () => {
  const { unit, move } = scene()
  const change = move({ type: 'moveUnitTo', unit, at: { place: 'place:none' as never }, from: at(0) })
  expect(change).toMatchObject({ ok: false, error: { code: 'dangling' } })
})
