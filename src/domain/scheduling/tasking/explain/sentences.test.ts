import { expect, test } from 'vitest'
import { RULE_IDS } from '../../../check/Finding.ts'
import { makeId } from '../../../records/ids.ts'
import { PlanBuilder } from '../../../testing/planBuilder.testing.ts'
import type { Conflict, Demand, UnitReason } from '../Proposal.ts'
import type { Requirement } from '../model/TaskingModel.ts'
import { sayConflict } from './sayConflict.ts'
import { sayFreed } from './sayFreed.ts'
import { sayTimeReason } from './sayTimeReason.ts'
import { sayUnitReason } from './sayUnitReason.ts'

const b = new PlanBuilder()
const unit = b.unit('U-1')
const [mission, other] = [b.mission('M-1', null, 60), b.mission('M-2', 0, 60)]
const dependency = b.dependency(other, mission)
const plan = b.build()
const gone = {
  mission: makeId('mission', 'gone'),
  unit: makeId('unit', 'gone'),
  dependency: makeId('dependency', 'gone'),
}

const REQUIREMENTS: readonly Requirement[] = [
  { kind: 'not-before' },
  { kind: 'not-after' },
  { kind: 'phase' },
  { kind: 'horizon' },
  { kind: 'fixed-start' },
  { kind: 'asked-from' },
  { kind: 'dependency', dependency, other },
  { kind: 'dependency', dependency: gone.dependency, other: gone.mission },
  { kind: 'enabler', enabler: 'insertion', other: null },
  { kind: 'enabler', enabler: 'unheard-of', other: gone.mission },
  { kind: 'legal-basis' },
  { kind: 'light' },
  { kind: 'season' },
  { kind: 'leader' },
  { kind: 'capability', capability: 'helicopter' },
  { kind: 'capability', capability: 'gone' },
  { kind: 'allocation' },
  { kind: 'readiness' },
  { kind: 'area' },
  { kind: 'command' },
  { kind: 'travel' },
  { kind: 'sorties' },
  { kind: 'crews' },
  { kind: 'supply' },
  { kind: 'busy', other },
  { kind: 'busy', other: gone.mission },
  ...RULE_IDS.map((rule) => ({ kind: 'check', rule }) as const),
]

const NUMBERS: readonly Partial<Demand>[] = [
  {},
  { asked: 2, has: 0, units: [unit] },
  { asked: 2, has: 1, units: [unit, gone.unit], first: 60 },
  { asked: 2, has: 2, units: [], last: 90 },
  { first: 60, last: 120 },
  { first: 60, last: 60 },
]

/** What no sentence may hold: words of the code, blanks in a row, an empty list. */
const BROKEN = /undefined|NaN|Infinity|null| {2}|\(\)|: *[.,;]|: *$|[.,;] *[.,;]/

function expectSound(text: string): void {
  expect(text).not.toMatch(BROKEN)
  expect(text.length).toBeGreaterThan(10)
}

test('every requirement has its sentences in both languages, whatever is known and whatever is gone', () => {
  for (const language of ['es', 'en'] as const) {
    for (const requirement of REQUIREMENTS) {
      for (const of of [mission, gone.mission]) {
        for (const held of [null, unit, gone.unit]) {
          for (const until of [null, 90])
            expectSound(sayTimeReason({ requirement, unit: held, until }, of, plan, language))
        }
        for (const numbers of NUMBERS) {
          const demand: Demand = { requirement, freed: { start: 30, units: [unit] }, ...numbers }
          expectSound(sayFreed(demand, of, plan, language) ?? '')
          expect(sayFreed({ ...demand, freed: null }, of, plan, language)).toBeNull()
          for (const beside of REQUIREMENTS) {
            const requirements: Demand[] = [demand, { requirement: beside, freed: null, ...numbers }]
            const conflict: Conflict = { requirements, isProven: false, more: 3 }
            expectSound(sayConflict(conflict, of, plan, language))
            expectSound(sayConflict({ requirements: [demand], isProven: true }, of, plan, language))
          }
        }
      }
    }
    expectSound(sayConflict({ requirements: [], isProven: false }, mission, plan, language))
  }
})

test('every reason for a unit has its sentence in both languages', () => {
  for (const language of ['es', 'en'] as const) {
    for (const why of ['only', 'present', 'nearest', 'rested', 'whole', 'goals'] as const) {
      for (const travel of [null, 0, 95]) {
        for (const [able, free] of [
          [1, 1],
          [4, 1],
          [4, 3],
        ] as const) {
          const reason: UnitReason = { unit, able, free, why, travel, work: 0 }
          expect(sayUnitReason(reason, plan, language)).not.toMatch(BROKEN)
        }
      }
    }
  }
})
