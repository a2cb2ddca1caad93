import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { prepare } from '../commands/catalog.ts'
import { type Diff, reverseDiff } from '../plan/diff.ts'
import { PlanDocument } from '../plan/PlanDocument.ts'
import { isRecordOf } from '../records/catalog.ts'
import { makeId } from '../records/ids.ts'
import { amounts, countingContext, PlanBuilder, run } from '../testing/planBuilder.testing.ts'
import { randomCommand, randomPlan } from '../testing/randomPlan.testing.ts'
import { Checker } from './Checker.ts'
import { repairsOf, sayFinding } from './words.ts'

function fullOf(plan: PlanDocument): Checker {
  const checker = new Checker(plan)
  checker.full()
  return checker
}

const copyOf = (plan: PlanDocument): PlanDocument => new PlanDocument(plan.records(), plan.revision)

test('change by change the findings are those of a full check, undo included', () => {
  fc.assert(
    fc.property(randomPlan, fc.array(fc.tuple(randomCommand, fc.boolean()), { maxLength: 12 }), (drawn, edits) => {
      // What was drawn is drawn again while a failure is made smaller, so it is never changed.
      const plan = copyOf(drawn)
      const checker = fullOf(plan)
      const known = new Map(checker.findings().map((f) => [f.key, f]))
      const context = countingContext()
      const take = (diff: Diff): void => {
        plan.apply(diff)
        const change = checker.update(diff)
        for (const key of change.removed) expect(known.delete(key)).toBe(true)
        for (const finding of change.added) known.set(finding.key, finding)
      }
      for (const [command, isUndone] of edits) {
        const change = prepare(command, plan, context)
        if (!change.ok) continue
        take(change.value.diff)
        if (isUndone) take(reverseDiff(change.value.diff))
        const whole = fullOf(copyOf(plan)).findings()
        expect(checker.findings()).toEqual(whole)
        expect(known.size).toBe(whole.length)
        expect(whole.map((f) => known.get(f.key))).toEqual(whole)
      }
    }),
    { numRuns: 300 },
  )
})

test('the first repair of any finding makes it vanish, and so does every other', () => {
  fc.assert(
    fc.property(randomPlan, (plan) => {
      for (const finding of fullOf(plan).findings()) {
        for (const repair of repairsOf(finding, plan, 'es')) {
          const copy = copyOf(plan)
          run(copy, repair.command)
          const left = fullOf(copy).get(finding.key)
          expect(left, `${sayFinding(finding, plan, 'es')}\n${repair.text}`).toBeUndefined()
        }
      }
    }),
    { numRuns: 150 },
  )
})

test('a mission added without conflict takes no finding away elsewhere', () => {
  fc.assert(
    fc.property(randomPlan, fc.integer({ min: 0, max: 3_000 }), fc.nat(6), (drawn, start, unit) => {
      const plan = copyOf(drawn)
      const before = fullOf(plan)
        .findings()
        .map((f) => f.key)
      const { received: _, ordered: __, ...model } = plan.get(makeId('mission', 'M-0')) ?? {}
      const free = { type: makeId('mission-type', 'T'), phase: null, earliest: null, latest: null, enablers: [] }
      const served = { objectives: [makeId('objective', 'O')], status: 'planned' }
      const added = { ...model, ...free, ...served, id: makeId('mission', 'X'), code: 'X', start }
      run(plan, { type: 'addRecord', record: added })
      run(plan, {
        type: 'assignUnit',
        mission: makeId('mission', 'X'),
        unit: makeId('unit', `U-${unit}`),
        part: 'supporting',
      })
      const after = fullOf(plan)
      fc.pre(after.findingsOf(makeId('mission', 'X')).length === 0)
      // Serving an objective that had no mission with a time is the one thing it may mend.
      const gone = before.filter((key) => after.get(key) === undefined && !key.startsWith('objective-uncovered|'))
      expect(gone).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('no plan, however broken, makes the check or its sentences throw', () => {
  const absurd = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1e308, 1e308, 0, -1, 8.64e15)
  fc.assert(
    fc.property(
      randomPlan,
      fc.array(fc.tuple(fc.nat(400), absurd, fc.boolean()), { maxLength: 25 }),
      (plan, damage) => {
        const records = [...plan.records()]
        for (const [n, value, isRemoved] of damage) {
          const at = n % records.length
          const record = records[at]
          if (record === undefined || isRecordOf('plan', record)) continue
          if (isRemoved) records.splice(at, 1)
          else records[at] = spoil(record, value) as typeof record
        }
        const broken = new PlanDocument(records, 0)
        for (const finding of fullOf(broken).findings()) {
          for (const language of ['es', 'en'] as const) {
            expect(sayFinding(finding, broken, language)).not.toMatch(/NaN|undefined|Infinity/)
            repairsOf(finding, broken, language)
          }
          expect(Object.values(finding.params), finding.key).not.toContain(Number.NaN)
        }
      },
    ),
    { numRuns: 300 },
  )
})

/** The record with every number in it another. */
function spoil(value: unknown, number: number): unknown {
  if (typeof value === 'number') return number
  if (Array.isArray(value)) return value.map((v) => spoil(v, number))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, spoil(v, number)]))
}

test('a unit on ten thousand missions at once, and a chain of ten thousand superiors, are no hang', () => {
  const plan = hugeMess()
  const checker = fullOf(plan)
  expect(checker.size).toBeGreaterThan(9_999)
})

function hugeMess(): PlanDocument {
  const size = 10_000
  const b = new PlanBuilder()
  const one = b.unit('One')
  const split = b.unit('Split', { splittable: true, capabilities: amounts({ infantry: 5 }) })
  for (let i = 0; i < size; i += 1) {
    b.unit(`U-${i}`, { parent: makeId('unit', `U-${(i + 1) % size}`), capabilities: amounts({ infantry: 1 }) })
    const mission = b.mission(`M-${i}`, i, 100_000)
    b.assign(mission, one)
    b.assign(mission, split, { infantry: 1 })
    b.assign(mission, makeId('unit', `U-${i}`), { infantry: 1 })
    b.dependency(mission, makeId('mission', `M-${(i + 1) % size}`))
  }
  return b.build()
}
