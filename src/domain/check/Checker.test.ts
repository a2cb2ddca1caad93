import { describe, expect, test } from 'vitest'
import type { Diff } from '../plan/diff.ts'
import { PlanDocument } from '../plan/PlanDocument.ts'
import { makeId } from '../records/ids.ts'
import { countingContext, PlanBuilder, run } from '../testing/planBuilder.testing.ts'
import { Checker } from './Checker.ts'

const DAY = 1_440

function twoAtOnce() {
  const b = new PlanBuilder()
  const unit = b.unit('U')
  b.assign(b.mission('M-1', 0, 100), unit)
  b.assign(b.mission('M-2', 50, 100), unit)
  const plan = b.build()
  const checker = new Checker(plan)
  return { plan, checker }
}

const KEY = 'double-booking|unit:U|mission:M-1|mission:M-2'

test('a full check tells what came; a second one that nothing did', () => {
  const { checker } = twoAtOnce()
  expect(checker.full()).toMatchObject({ removed: [], added: [{ key: KEY }] })
  expect(checker.full()).toEqual({ removed: [], added: [] })
})

test('findings are found by key and by every record they are about', () => {
  const { checker } = twoAtOnce()
  checker.full()
  expect(checker.get(KEY)?.rule).toBe('double-booking')
  for (const id of [makeId('unit', 'U'), makeId('mission', 'M-1'), makeId('mission', 'M-2')]) {
    expect(checker.findingsOf(id).map((f) => f.key)).toEqual([KEY])
  }
  expect(checker.findingsOf(makeId('mission', 'M-3'))).toEqual([])
})

test('a change with other numbers gives the finding again, one that mends it takes it away', () => {
  const { plan, checker } = twoAtOnce()
  checker.full()
  const context = countingContext()
  const move = (start: number): Diff =>
    run(plan, { type: 'moveMissions', moves: [{ mission: makeId('mission', 'M-2'), start }] }, context)
  expect(checker.update(move(80))).toMatchObject({ removed: [], added: [{ key: KEY, params: { start: 80 } }] })
  expect(checker.update(move(100))).toEqual({ removed: [KEY], added: [] })
  expect(checker.size).toBe(0)
})

test('accepted findings stay listed and are counted apart', () => {
  const { plan, checker } = twoAtOnce()
  checker.full()
  expect(checker.counts()).toEqual({
    open: { error: 1, warning: 0, note: 0 },
    accepted: { error: 0, warning: 0, note: 0 },
  })
  checker.update(run(plan, { type: 'acceptFinding', finding: KEY, reason: 'relevo en el lugar' }))
  expect(checker.counts()).toEqual({
    open: { error: 0, warning: 0, note: 0 },
    accepted: { error: 1, warning: 0, note: 0 },
  })
  expect(checker.isAccepted(KEY)).toBe(true)
  expect(checker.findings()).toHaveLength(1)
})

test('a change of the plan’s own record asks everything again', () => {
  const { plan, checker } = twoAtOnce()
  checker.full()
  const recovery = { key: 'recovery-minutes', value: 60, unit: 'min', source: 'prueba' }
  const diff = run(plan, { type: 'editRecords', ids: [plan.meta.id], fields: { parameters: [recovery] } })
  expect(checker.update(diff).added).toMatchObject([{ key: KEY, params: { until: 160 } }])
})

describe('in slices', () => {
  function many() {
    const b = new PlanBuilder()
    for (let i = 0; i < 3_000; i += 1) {
      if (i % 3 === 0) b.unit(`U-${i}`)
      b.assign(b.mission(`M-${i}`, i * 10, 20), makeId('unit', `U-${i - (i % 3)}`))
    }
    return b.build()
  }

  test('the progress rises to 1 and the findings are those of a check at once', () => {
    const plan = many()
    const [sliced, whole] = [new Checker(plan), new Checker(plan)]
    const progress = [...sliced.fullSteps()]
    expect(progress.length).toBeGreaterThan(3)
    expect(progress).toEqual([...progress].sort((a, b) => a - b))
    expect(progress.at(-1)).toBe(1)
    whole.full()
    expect(sliced.findings()).toEqual(whole.findings())
    expect(sliced.size).toBe(2_000)
  })

  test('the plan may change between slices', () => {
    const plan = many()
    const checker = new Checker(plan)
    const steps = checker.fullSteps()
    const context = countingContext()
    for (let i = 0; !steps.next().done; i += 1) {
      const moves = [2_999 - i, i].map((n) => ({ mission: makeId('mission', `M-${n}`), start: 40 * DAY + 1_000 * i }))
      checker.update(run(plan, { type: 'moveMissions', moves }, context))
      checker.update(run(plan, { type: 'removeRecords', ids: [makeId('mission', `M-${100 + i}`)] }, context))
    }
    const whole = new Checker(plan)
    whole.full()
    expect(checker.findings()).toEqual(whole.findings())
  })
})

test('the findings do not depend on the order in which the records came', () => {
  const { plan } = twoAtOnce()
  const turned = new PlanDocument([...plan.records()].toReversed(), 0)
  const [one, other] = [new Checker(plan), new Checker(turned)]
  one.full()
  other.full()
  expect(other.findings()).toEqual(one.findings())
})
