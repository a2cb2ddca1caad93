import { expect, test } from 'vitest'
import { Checker } from '../../../domain/check/Checker.ts'
import { PlanDocument } from '../../../domain/plan/PlanDocument.ts'
import { campaignPlan } from '../../fields/campaignPlan.testing.ts'
import { textsIn } from '../../texts/TextContext.tsx'
import { componentsOf, filterFindings, openFindings } from './filterFindings.ts'
import { type CheckRow, countOf, type FindingGrouping, groupFindings, rowIdOf } from './groupFindings.ts'

const plan = campaignPlan()
const checker = new Checker(plan)
checker.full()
const findings = checker.findings()
const texts = textsIn('es')
const nothing = { query: '', severities: [], components: [] }
const listed = (grouping: FindingGrouping, collapsed = new Set<string>()): CheckRow[] => {
  const rows = groupFindings(findings, grouping, collapsed, plan, texts)
  return Array.from({ length: rows.count }, (_, index) => rows.rowAt(index))
}
const keysOf = (rows: readonly CheckRow[]): string[] =>
  rows.flatMap((row) => (row.kind === 'finding' ? [row.finding.key] : []))

test('the plan looked at has findings', () => expect(findings.length).toBeGreaterThan(5))

test('by rule, by severity and by cause every finding stands once', () => {
  for (const grouping of ['rule', 'severity', 'cause'] as const) {
    expect(keysOf(listed(grouping)).sort()).toEqual(findings.map((f) => f.key).sort())
  }
})

test('by unit a finding stands under each of its units, in rows of their own', () => {
  const rows = listed('unit')
  const counts = findings.map((f) => Math.max(1, f.records.filter((id) => id.startsWith('unit:')).length))
  expect(keysOf(rows)).toHaveLength(counts.reduce((sum, n) => sum + n, 0))
  expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length)
})

test('heads count their own, and closed groups hide theirs', () => {
  const rows = listed('severity')
  const heads = rows.filter((row) => row.kind === 'group')
  const sum = { error: 0, warning: 0, note: 0 }
  for (const head of heads) for (const s of ['error', 'warning', 'note'] as const) sum[s] += head.counts[s]
  expect(sum).toEqual(countOf(findings))
  expect(listed('severity', new Set(heads.map((head) => head.id)))).toHaveLength(heads.length)
})

test('by cause, heads say what it is in a sentence; findings that stand alone come last', () => {
  const heads = listed('cause').filter((row) => row.kind === 'group')
  expect(heads.length).toBeGreaterThan(2)
  for (const { label, cause } of heads.slice(0, -1)) {
    expect(label).toMatch(new RegExp(`^${cause?.findings.length} hallazgos por `))
    expect(cause?.findings.length).toBeGreaterThan(1)
  }
  expect(heads.at(-1)).toMatchObject({ label: 'Sin causa común', cause: null })
})

test('rows stay the same objects while their finding does', () => {
  const [first] = listed('rule').filter((row) => row.kind === 'finding')
  expect(listed('rule')).toContain(first)
  const rows = groupFindings(findings, 'unit', new Set(), plan, texts)
  const key = findings[0]?.key ?? ''
  expect(rowIdOf(rows, key)?.startsWith(key)).toBe(true)
  expect(rowIdOf(rows, 'none')).toBeNull()
})

test('filters by severity, component and the names of records and rules', () => {
  const ruleName = ({ rule }: (typeof findings)[number]): string => texts.t(`rule.${rule}`)
  expect(filterFindings(plan, findings, nothing, ruleName)).toBe(findings)
  const errors = filterFindings(plan, findings, { ...nothing, severities: ['error'] }, ruleName)
  expect(errors.length).toBe(countOf(findings).error)
  const air = filterFindings(plan, findings, { ...nothing, components: ['air'] }, ruleName)
  expect(air).toEqual(findings.filter((f) => componentsOf(plan, f).includes('air')))
  const [one] = findings
  if (one === undefined) throw new Error('no findings')
  const mission = one.records.map((id) => plan.get(id)).find((r) => r !== undefined && 'code' in r)
  const query = mission !== undefined && 'code' in mission ? mission.code.toLowerCase() : ''
  expect(filterFindings(plan, findings, { ...nothing, query }, ruleName)).toContain(one)
  const byRule = filterFindings(plan, findings, { ...nothing, query: ruleName(one).toUpperCase() }, ruleName)
  expect(byRule).toEqual(expect.arrayContaining(findings.filter((f) => f.rule === one.rule)))
})

test('accepted findings are not open', () => {
  expect(openFindings(plan, findings)).toHaveLength(findings.length)
  const [one] = findings
  if (one === undefined) throw new Error('no findings')
  const accepted = new PlanDocument(
    [
      ...plan.records(),
      {
        id: 'acceptance:a' as never,
        createdRevision: 0,
        updatedRevision: 0,
        finding: one.key,
        reason: 'se sabe',
        author: '',
        at: 0,
      },
    ],
    0,
  )
  expect(openFindings(accepted, findings)).not.toContain(one)
})
