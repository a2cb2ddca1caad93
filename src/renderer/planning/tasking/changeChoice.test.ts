import { expect, test } from 'vitest'
import { makeId } from '../../../domain/records/ids.ts'
import { chooseChange, chosenChanges, neededBy, needing } from './changeChoice.ts'

const id = (name: string) => makeId('mission', name)
const change = (name: string, ...needs: string[]) => ({ mission: id(name), needs: needs.map(id) })
const names = (ids: Iterable<string>): string[] => [...ids].map((one) => one.slice('mission:'.length)).sort()

/** Extraction needs the mission, the mission its insertion, both of them the boats; one stands alone. */
const CHAIN = [
  change('extract', 'recce'),
  change('recce', 'insert'),
  change('insert', 'boats'),
  change('boats'),
  change('road'),
]

test('tells what a change needs and what needs it, through others', () => {
  expect(names(neededBy(CHAIN, id('extract')))).toEqual(['boats', 'insert', 'recce'])
  expect(names(needing(CHAIN, id('insert')))).toEqual(['extract', 'recce'])
  expect(neededBy(CHAIN, id('road'))).toEqual([])
})

test('what is needed but does not change is no change to take', () => {
  expect(neededBy([change('a', 'elsewhere')], id('a'))).toEqual([])
})

test('all is chosen at first; leaving a change leaves what needs it, and says so', () => {
  expect(chosenChanges(CHAIN, new Set()).size).toBe(5)
  const choice = chooseChange(CHAIN, new Set(), id('recce'), false)
  expect(names(choice.along)).toEqual(['extract'])
  expect(names(chosenChanges(CHAIN, choice.left))).toEqual(['boats', 'insert', 'road'])
})

test('taking a change takes what it needs, and not what needs it', () => {
  const none = new Set(CHAIN.map((c) => c.mission))
  const choice = chooseChange(CHAIN, none, id('recce'), true)
  expect(names(choice.along)).toEqual(['boats', 'insert'])
  expect(names(chosenChanges(CHAIN, choice.left))).toEqual(['boats', 'insert', 'recce'])
})

test('a choice made for an earlier proposal holds for the next one, whatever needs what there', () => {
  const left = new Set([id('insert')])
  const later = [change('insert'), change('road', 'insert'), change('recce')]
  expect(names(chosenChanges(later, left))).toEqual(['recce'])
  // Taken again, the road alone brings its insertion; nothing that was left by it stays away unsaid.
  const choice = chooseChange(later, left, id('road'), true)
  expect(names(choice.along)).toEqual(['insert'])
  expect(names(chosenChanges(later, choice.left))).toEqual(['insert', 'recce', 'road'])
})

test('taking what was left brings back it alone where others were left only because of it', () => {
  const left = new Set([id('boats')])
  const choice = chooseChange(CHAIN, left, id('boats'), true)
  expect(choice.along).toEqual([])
  expect(names(chosenChanges(CHAIN, choice.left))).toEqual(['boats', 'road'])
})

test('changes that need each other go together both ways', () => {
  const ring = [change('a', 'b'), change('b', 'a')]
  const left = chooseChange(ring, new Set(), id('a'), false)
  expect(names(left.along)).toEqual(['b'])
  expect(chosenChanges(ring, left.left).size).toBe(0)
  const taken = chooseChange(ring, left.left, id('b'), true)
  expect(names(taken.along)).toEqual(['a'])
  expect(chosenChanges(ring, taken.left).size).toBe(2)
})

test('a chain of 2,000 changes is followed to its end', () => {
  const long = Array.from({ length: 2_000 }, (_, i) => (i === 0 ? change('0') : change(String(i), String(i - 1))))
  expect(needing(long, id('0'))).toHaveLength(1_999)
  expect(chosenChanges(long, new Set([id('1000')])).size).toBe(1_000)
})
