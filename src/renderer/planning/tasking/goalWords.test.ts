import { expect, test } from 'vitest'
import type { ProposedChange } from '../../../domain/scheduling/tasking/Proposal.ts'
import { DAY } from '../../../domain/time/planTime.ts'
import { textsIn } from '../../texts/TextContext.tsx'
import { goalDelta, goalValueText, isBeforeComparable, startDelta } from './goalWords.ts'

const es = textsIn('es')
const en = textsIn('en')
/** 0600R on 3 January 2023. */
const META = { hHour: Date.UTC(2023, 0, 3, 11), timeZone: 'America/Lima' }

test('a finish is a time, work and ways are spans, changes a number', () => {
  expect(goalValueText('finish', DAY, es, META)).toBe('040600R ENE 23')
  expect(goalValueText('finish', DAY, en, META)).toBe('040600R JAN 23')
  expect(goalValueText('balance', 3 * DAY + 120, es, META)).toBe('3 d 2 h')
  expect(goalValueText('change', 1234, en, META)).toBe('1,234')
  expect(goalValueText('lateness', 3 * DAY + 120, es, META)).toBe('3 d 2 h')
  expect(goalValueText('lateness', 24_974 * DAY + 300, en, META)).toBe('24,974 d')
  expect(goalValueText('travel', null, es, META)).toBe('—')
  expect(goalValueText('lateness', Number.NaN, es, META)).toBe('—')
})

test('less is better, in words that suit the goal', () => {
  const of = (goal: 'finish' | 'lateness', before: number | null, after: number) =>
    goalDelta({ goal, before, after }, es)
  expect(of('finish', 2 * DAY, DAY)).toEqual({ tone: 'better', text: '1 d antes' })
  expect(of('finish', DAY, 2 * DAY)).toEqual({ tone: 'worse', text: '1 d después' })
  expect(of('lateness', 60, 180)).toEqual({ tone: 'worse', text: '2 h más' })
  expect(of('lateness', 180, 60)).toEqual({ tone: 'better', text: '2 h menos' })
  expect(of('lateness', 60, 60)?.tone).toBe('same')
  expect(of('finish', null, 60)).toBeNull()
  expect(goalDelta({ goal: 'change', before: 0, after: 7 }, es)).toBeNull()
})

test('a start that moves says by how much and which way', () => {
  expect(startDelta({ from: 0, to: 2 * DAY })).toBe('+2 d')
  expect(startDelta({ from: 2 * DAY, to: DAY })).toBe('−1 d')
  expect(startDelta({ from: null, to: DAY })).toBe('')
  expect(startDelta({ from: DAY, to: DAY })).toBe('')
})

test('a plan in which missions had no time says nothing of what the same missions came to before', () => {
  const moved = { start: { from: DAY, to: 2 * DAY } } as ProposedChange
  const timed = { start: { from: null, to: 2 * DAY } } as ProposedChange
  expect(isBeforeComparable({ changes: [moved] })).toBe(true)
  expect(isBeforeComparable({ changes: [moved, timed] })).toBe(false)
})
