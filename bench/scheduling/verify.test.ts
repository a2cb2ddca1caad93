import { expect, test } from 'vitest'
import type { Problem } from '../../src/domain/scheduling/Problem.ts'
import { verify } from './verify.ts'

const PROBLEM: Problem = {
  activities: [
    {
      duration: 2,
      uses: [{ resource: 0, amount: 2 }],
      needs: [{ skill: 0, level: 1, quantity: 1 }],
      place: 0,
      sorties: 1,
    },
    {
      duration: 2,
      uses: [{ resource: 0, amount: 2 }],
      needs: [{ skill: 0, level: 1, quantity: 1 }],
      place: 1,
      sorties: 1,
    },
  ],
  precedences: [{ from: 0, to: 1, kind: 'start-start', lag: 3 }],
  resources: [{ capacity: 3 }],
  units: [
    { skills: [{ skill: 0, level: 1 }], home: 0, sortiesPerDay: 1, away: [{ from: 20, to: 22 }] },
    { skills: [{ skill: 0, level: 0 }] },
  ],
  travel: { places: 2, times: [[0, 4, 4, 0]] },
  dayLength: 10,
  goals: ['makespan'],
}

const said = (starts: readonly [number, number], units: readonly [number, number] = [0, 0]): string[] =>
  verify(PROBLEM, { starts, services: units.map((unit, activity) => ({ activity, need: 0, unit })) })

test('a sound schedule has nothing wrong', () => {
  expect(said([0, 10])).toEqual([])
})

test.each([
  ['travel', [0, 5], [0, 0], 'unit 0 cannot be at 1 by 5'],
  ['sorties', [0, 6], [0, 0], 'unit 0 flies 2 on day 0'],
  ['absence', [0, 19], [0, 0], 'unit 0 is away during 1'],
  ['lag', [9, 11], [0, 0], 'start-start from 0 to 1 has 2, not 3'],
  ['resource', [9, 10], [0, 0], 'resource 0 holds 4 of 3 at 10'],
  ['level', [0, 10], [0, 1], 'unit 1 cannot fill need 0 of 1'],
] as const)('%s is seen', (_, starts, units, sentence) => {
  expect(said(starts, units)).toContain(sentence)
})

test('a need without a unit is seen', () => {
  expect(verify(PROBLEM, { starts: [0, 10], services: [{ activity: 0, need: 0, unit: 0 }] })).toEqual([
    'need 0 of 1 has 0 units, not 1',
  ])
})
