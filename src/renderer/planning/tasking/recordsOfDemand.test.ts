import { expect, test } from 'vitest'
import { makeId } from '../../../domain/records/ids.ts'
import { recordsOfDemand } from './recordsOfDemand.ts'

const [boat, crew] = [makeId('unit', 'boat'), makeId('unit', 'crew')]

test('names the other mission, the units that could and those that would, each once', () => {
  const other = makeId('mission', 'other')
  const demand = {
    requirement: { kind: 'busy', other },
    units: [boat],
    freed: { start: 0, units: [boat, crew] },
  } as const
  expect(recordsOfDemand(demand)).toEqual([other, boat, crew])
})

test('a demand about the mission alone names nothing', () => {
  expect(recordsOfDemand({ requirement: { kind: 'not-after' }, freed: null })).toEqual([])
  expect(recordsOfDemand({ requirement: { kind: 'enabler', enabler: 'boats', other: null }, freed: null })).toEqual([])
})
