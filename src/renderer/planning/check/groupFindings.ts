import { type Cause, type CausedFindings, causesOf } from '../../../domain/check/causes.ts'
import { type Finding, RULE_IDS, type Severity } from '../../../domain/check/Finding.ts'
import { sayCause } from '../../../domain/check/sayCause.ts'
import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import type { AnyRecord } from '../../../domain/records/catalog.ts'
import { type Id, isIdOf } from '../../../domain/records/ids.ts'
import { recordLine } from '../../fields/recordText.ts'
import type { Texts } from '../../texts/TextContext.tsx'
import { groupedRows } from '../../ui/grid/groupedRows.ts'
import type { GridRows } from '../../ui/grid/GridRows.ts'

export const FINDING_GROUPINGS = ['rule', 'cause', 'unit', 'severity'] as const
export type FindingGrouping = (typeof FINDING_GROUPINGS)[number]

/** By what a finding says itself. */
type PlainGrouping = Exclude<FindingGrouping, 'cause'>

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note']

/** One finding as the list shows it; by unit, it stands under each of its units. */
export interface FindingRow {
  readonly kind: 'finding'
  readonly id: string
  readonly finding: Finding
}

export interface FindingGroupRow {
  readonly kind: 'group'
  readonly id: string
  readonly label: string
  readonly counts: Readonly<Record<Severity, number>>
  /** What its findings are put down to, where they are grouped so. */
  readonly cause: Cause | null
}

export type CheckRow = FindingRow | FindingGroupRow

const rowsOfFinding = new WeakMap<Finding, Map<string, FindingRow>>()

/** The same object each time, so that rows in sight are not shown again. */
function findingRow(finding: Finding, group: string): FindingRow {
  const rows = rowsOfFinding.get(finding) ?? new Map<string, FindingRow>()
  rowsOfFinding.set(finding, rows)
  const known = rows.get(group) ?? { kind: 'finding', id: `${finding.key} ${group}`, finding }
  rows.set(group, known)
  return known
}

/** Id of the first row of a finding among these, or null. */
export function rowIdOf(rows: GridRows<CheckRow>, finding: string): string | null {
  for (let index = 0; index < rows.count; index += 1) {
    const row = rows.rowAt(index)
    if (row.kind === 'finding' && row.finding.key === finding) return row.id
  }
  return null
}

/** Grid rows of findings under their heads. Findings come worst first and keep that order within a group. */
export function groupFindings(
  findings: readonly Finding[],
  grouping: FindingGrouping,
  collapsed: ReadonlySet<string>,
  plan: PlanReader,
  texts: Texts,
): GridRows<CheckRow> {
  if (grouping === 'cause') return groupByCause(findings, collapsed, plan, texts)
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    for (const key of keysOf(finding, grouping)) {
      const list = groups.get(key)
      if (list === undefined) groups.set(key, [finding])
      else list.push(finding)
    }
  }
  const heads = [...groups.keys()]
    .map((key) => ({ key, label: labelOf(key, grouping, plan, texts), order: orderOf(key, grouping) }))
    .sort((a, b) => a.order - b.order || a.label.localeCompare(b.label, texts.language, { numeric: true }))
  return groupedRows<CheckRow>(
    heads.map(({ key, label }) => {
      const members = groups.get(key) ?? []
      const id = `group ${key}`
      return {
        head: { kind: 'group', id, label, counts: countOf(members), cause: null },
        members: members.map((finding) => findingRow(finding, grouping === 'unit' ? key : '')),
        isExpanded: !collapsed.has(id),
      }
    }),
    (row) => row.id,
  )
}

const caused = new WeakMap<readonly Finding[], CausedFindings>()

/** Causes of a list of findings, found once for each list. */
export function causesIn(findings: readonly Finding[], plan: PlanReader): CausedFindings {
  const known = caused.get(findings) ?? causesOf(findings, plan)
  caused.set(findings, known)
  return known
}

/** Under each cause its findings, and last those that stand alone. */
function groupByCause(
  findings: readonly Finding[],
  collapsed: ReadonlySet<string>,
  plan: PlanReader,
  { t, language }: Texts,
): GridRows<CheckRow> {
  const { causes, alone } = causesIn(findings, plan)
  const group = (id: string, label: string, of: readonly Finding[], cause: Cause | null) => ({
    head: { kind: 'group', id, label, counts: countOf(of), cause } as const,
    members: of.map((finding) => findingRow(finding, '')),
    isExpanded: !collapsed.has(id),
  })
  const groups = causes.map((cause) =>
    group(causeRowId(cause.key), sayCause(cause, plan, language), cause.findings, cause),
  )
  const rest = alone.length === 0 ? [] : [group('alone', t('check.alone'), alone, null)]
  return groupedRows<CheckRow>([...groups, ...rest], (row) => row.id)
}

const causeRowId = (key: string): string => `cause ${key}`

function keysOf(finding: Finding, grouping: PlainGrouping): readonly string[] {
  if (grouping === 'rule') return [finding.rule]
  if (grouping === 'severity') return [finding.severity]
  const units = finding.records.filter((id) => isIdOf('unit', id))
  return units.length === 0 ? [''] : units
}

function labelOf(key: string, grouping: PlainGrouping, plan: PlanReader, { t, language }: Texts): string {
  if (grouping === 'unit') {
    if (key === '') return t('check.without-unit')
    const unit: AnyRecord | undefined = plan.get(key as Id)
    return unit === undefined ? key : recordLine(unit, language)
  }
  const rule = RULE_IDS.find((id) => id === key)
  if (rule !== undefined) return t(`rule.${rule}`)
  const severity = SEVERITIES.find((one) => one === key)
  return severity === undefined ? key : t(`severity.${severity}`)
}

/** Rules in the order of the catalogue, severities worst first, findings of no unit last. */
function orderOf(key: string, grouping: PlainGrouping): number {
  if (grouping === 'rule') return RULE_IDS.findIndex((id) => id === key)
  if (grouping === 'severity') return SEVERITIES.findIndex((one) => one === key)
  return key === '' ? 1 : 0
}

export function countOf(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, note: 0 }
  for (const { severity } of findings) counts[severity] += 1
  return counts
}
