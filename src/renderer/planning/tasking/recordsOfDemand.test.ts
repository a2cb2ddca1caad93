import { expect, test } from 'vitest'
import { makeId } from '../../../domain/records/ids.ts'
import { recordsOfDemand } from './recordsOfDemand.ts'

const [boat, crew] = [makeId('unit', 'boat'), makeId('unit', 'crew')]

test('names the other mission and the units that could, each once, not those that would', () => {
  const other = makeId('mission', 'other')
  const demand = {
    requirement: { kind: 'busy', other },
    units: [boat, crew, boat],
    freed: { start: 0, units: [makeId('unit', 'guard')] },
  } as const
  expect(recordsOfDemand(demand)).toEqual([other, boat, crew])
})

test('a demand about the mission alone names nothing', () => {
  expect(recordsOfDemand({ requirement: { kind: 'not-after' }, freed: null })).toEqual([])
  expect(recordsOfDemand({ requirement: { kind: 'enabler', enabler: 'boats', other: null }, freed: null })).toEqual([])
})
