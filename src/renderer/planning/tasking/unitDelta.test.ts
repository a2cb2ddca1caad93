import { expect, test } from 'vitest'
import { makeId } from '../../../domain/records/ids.ts'
import type { ProposedUnit } from '../../../domain/scheduling/tasking/Proposal.ts'
import { unitDelta } from './unitDelta.ts'

const unit = (name: string, part: ProposedUnit['part'], ...brings: [string, number][]): ProposedUnit => ({
  unit: makeId('unit', name),
  part,
  brings: brings.map(([capability, quantity]) => ({ capability, quantity })),
})
const said = (from: ProposedUnit[], to: ProposedUnit[]) =>
  unitDelta({ from, to }).map(({ unit: id, how }) => `${how} ${id.slice('unit:'.length)}`)

test('tells units that come, go and stay, in that order', () => {
  const a = unit('a', 'supported', ['boats', 2])
  const b = unit('b', 'supporting')
  const c = unit('c', 'supporting')
  expect(said([b, a], [c, a])).toEqual(['comes c', 'goes b', 'stays a'])
  expect(said([], [a, b])).toEqual(['comes a', 'comes b'])
  expect(said([a], [])).toEqual(['goes a'])
})

test('a unit with another part or other amounts changes; the order of what it brings says nothing', () => {
  const a = unit('a', 'supporting', ['boats', 2], ['medevac', 1])
  expect(said([a], [unit('a', 'supported', ['boats', 2], ['medevac', 1])])).toEqual(['changes a'])
  expect(said([a], [unit('a', 'supporting', ['boats', 3], ['medevac', 1])])).toEqual(['changes a'])
  expect(said([a], [unit('a', 'supporting', ['boats', 2])])).toEqual(['changes a'])
  expect(said([a], [unit('a', 'supporting', ['medevac', 1], ['boats', 2])])).toEqual(['stays a'])
})
