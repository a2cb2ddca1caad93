import { expect, test } from 'vitest'
import { PlanDocument } from '../plan/PlanDocument.ts'
import { readinessAt } from '../plan/unitStates.ts'
import { makeId, type RecordKind } from '../records/ids.ts'
import { readTemplateFile } from '../templates/templateFile.testing.ts'
import { readTemplate } from '../templates/readTemplate.ts'
import { type Command, prepare } from './catalog.ts'

const template = readTemplate(readTemplateFile('campaign-2023'))
if (!template.ok) throw new Error(template.error.code)
const records = template.value
let ids = 0
const context = {
  now: 0,
  author: 'test',
  newId: <K extends RecordKind>(kind: K) => {
    ids += 1
    return makeId(kind, `n${ids}`)
  },
}

function after(command: Command): PlanDocument {
  const plan = new PlanDocument(records, 0)
  const change = prepare(command, plan, context)
  if (!change.ok) throw new Error(change.error.code)
  plan.apply(change.value.diff)
  return plan
}

const COMPANY = makeId('unit', 'bda-31-cia-c')
const PATROL = makeId('unit', 'ucf-pat-a')

test('an echelon is also written into symbols that show one', () => {
  const plan = after({ type: 'editUnits', units: [COMPANY, PATROL], echelon: 'platoon' })
  expect(plan.get(COMPANY)?.symbol).toBe('10031000141211000000')
  expect(plan.get(PATROL)?.symbol).toBe('10033000001205000000')
  expect(plan.get(PATROL)?.echelon).toBe('platoon')
})

test('readiness holds from its date until the next one stated', () => {
  const from = Date.UTC(2023, 4, 1)
  const unit = after({ type: 'editUnits', units: [COMPANY], readiness: { from, percent: 71 } }).get(COMPANY)
  if (unit === undefined) throw new Error('gone')
  expect(readinessAt(unit, from - 1)).toBe(60)
  expect(readinessAt(unit, from)).toBe(71)
  expect(readinessAt(unit, 1_685_595_600_000)).toBe(83)
})

test('an allocation joins the periods or stands in their place', () => {
  const allocation = { from: 0, to: 10 }
  const joined = after({ type: 'editUnits', units: [COMPANY], allocation: { ...allocation, replaces: false } })
  expect(joined.get(COMPANY)?.allocation).toHaveLength(2)
  expect(joined.get(COMPANY)?.allocation[0]).toEqual(allocation)
  const replaced = after({ type: 'editUnits', units: [COMPANY], allocation: { ...allocation, replaces: true } })
  expect(replaced.get(COMPANY)?.allocation).toEqual([allocation])
})

test('a unit that changes its component leaves a superior that stays behind, and takes its own units along', () => {
  const air = makeId('component', 'air')
  const alone = after({ type: 'editUnits', units: [COMPANY], component: air })
  expect(alone.get(COMPANY)).toMatchObject({ component: air, parent: null })
  const brigade = makeId('unit', 'bda-31')
  const together = after({ type: 'editUnits', units: [brigade, COMPANY], component: air })
  expect(together.get(COMPANY)).toMatchObject({ component: air, parent: brigade })
  expect(together.get(makeId('unit', 'bda-31-rec'))?.component).toBe(air)
})
