import type { Id } from '../records/ids.ts'
import { type Finding, RULE_IDS, type RuleId, type Severity } from './Finding.ts'

/** What became of the findings: apply the removals first; an added one takes the place of one with the same key. */
export interface FindingsChange {
  readonly removed: string[]
  readonly added: Finding[]
}

/** The findings of one plan, by the subject that gave them, by key and by every record they are about. */
export class FindingStore {
  readonly #bySubject = new Map<RuleId, Map<Id, readonly Finding[]>>(RULE_IDS.map((id) => [id, new Map()]))
  readonly #byKey = new Map<string, Finding>()
  readonly #byRecord = new Map<Id, Set<Finding>>()
  readonly #counts: Record<Severity, number> = { error: 0, warning: 0, note: 0 }

  get(key: string): Finding | undefined {
    return this.#byKey.get(key)
  }

  of(record: Id): Iterable<Finding> {
    return this.#byRecord.get(record) ?? NONE
  }

  all(): Iterable<Finding> {
    return this.#byKey.values()
  }

  get size(): number {
    return this.#byKey.size
  }

  count(severity: Severity): number {
    return this.#counts[severity]
  }

  /** Subjects that have given findings to a rule. */
  subjectsOf(rule: RuleId): Iterable<Id> {
    return this.#bySubject.get(rule)?.keys() ?? NONE
  }

  /** Puts what a rule says about a subject in place of what it said before, and notes the difference. */
  replace(rule: RuleId, subject: Id, findings: readonly Finding[], change: FindingsChange): void {
    const subjects = this.#bySubject.get(rule)
    const before = subjects?.get(subject)
    if (subjects === undefined || (before === undefined && findings.length === 0)) return
    const after = new Map(findings.map((f) => [f.key, f]))
    for (const finding of before ?? []) {
      const next = after.get(finding.key)
      if (next !== undefined && isSame(finding, next)) {
        after.set(finding.key, finding)
        continue
      }
      this.#drop(finding)
      if (next === undefined) change.removed.push(finding.key)
    }
    for (const finding of after.values()) {
      if (this.#byKey.get(finding.key) === finding) continue
      this.#keep(finding)
      change.added.push(finding)
    }
    if (after.size === 0) subjects.delete(subject)
    else subjects.set(subject, [...after.values()])
  }

  #keep(finding: Finding): void {
    this.#byKey.set(finding.key, finding)
    this.#counts[finding.severity] += 1
    for (const record of finding.records) {
      const set = this.#byRecord.get(record)
      if (set === undefined) this.#byRecord.set(record, new Set([finding]))
      else set.add(finding)
    }
  }

  #drop(finding: Finding): void {
    this.#byKey.delete(finding.key)
    this.#counts[finding.severity] -= 1
    for (const record of finding.records) {
      const set = this.#byRecord.get(record)
      set?.delete(finding)
      if (set?.size === 0) this.#byRecord.delete(record)
    }
  }
}

const NONE: readonly never[] = Object.freeze([])

function isSame(a: Finding, b: Finding): boolean {
  if (a.severity !== b.severity || a.records.length !== b.records.length) return false
  if (a.records.some((id, i) => id !== b.records[i])) return false
  const keys = Object.keys(a.params)
  return keys.length === Object.keys(b.params).length && keys.every((key) => a.params[key] === b.params[key])
}
