import type { Finding, Severity } from '../../domain/check/Finding.ts'
import type { Id } from '../../domain/records/ids.ts'
import { GroupIndex } from '../../domain/plan/GroupIndex.ts'

const WORST: readonly Severity[] = ['error', 'warning', 'note']

/** The findings of the open plan by key and by record, kept as the check reports. */
export class FindingsView {
  readonly #byKey = new Map<string, Finding>()
  #byRecord = new GroupIndex<Finding>((f) => f.records)
  #sorted: readonly Finding[] | null = null

  take(isWhole: boolean, removed: readonly string[], added: readonly Finding[]): void {
    this.#byRecord.begin()
    if (isWhole) {
      this.#byKey.clear()
      this.#byRecord = new GroupIndex((f) => f.records)
    }
    for (const key of removed) this.#drop(key)
    for (const finding of added) {
      this.#drop(finding.key)
      this.#byKey.set(finding.key, finding)
      this.#byRecord.add(finding)
    }
    this.#sorted = null
  }

  #drop(key: string): void {
    const known = this.#byKey.get(key)
    if (known === undefined) return
    this.#byKey.delete(key)
    this.#byRecord.remove(known)
  }

  get(key: string): Finding | undefined {
    return this.#byKey.get(key)
  }

  /** Findings about a record; the same list until one of them changes. */
  of(id: Id): readonly Finding[] {
    return this.#byRecord.get(id)
  }

  /** Worst first, then by rule and key. */
  all(): readonly Finding[] {
    this.#sorted ??= [...this.#byKey.values()].sort(
      (a, b) =>
        WORST.indexOf(a.severity) - WORST.indexOf(b.severity) ||
        a.rule.localeCompare(b.rule) ||
        a.key.localeCompare(b.key),
    )
    return this.#sorted
  }

  /** How many of a severity, leaving out those that `isAccepted`. */
  count(severity: Severity, isAccepted: (finding: Finding) => boolean): number {
    let count = 0
    for (const finding of this.#byKey.values()) if (finding.severity === severity && !isAccepted(finding)) count += 1
    return count
  }

  get size(): number {
    return this.#byKey.size
  }
}

/** The worst severity among findings, or null where there are none. */
export function worstSeverity(findings: readonly Finding[]): Severity | null {
  return WORST.find((severity) => findings.some((f) => f.severity === severity)) ?? null
}
