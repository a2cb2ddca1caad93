import type { Diff } from '../plan/diff.ts'
import type { PlanReader } from '../plan/PlanDocument.ts'
import type { Id } from '../records/ids.ts'
import { rules } from '../rules/catalog.ts'
import { CheckContext } from './CheckContext.ts'
import { type Finding, RULE_IDS, type Severity } from './Finding.ts'
import { FindingStore, type FindingsChange } from './FindingStore.ts'
import { compareText } from './load.ts'
import type { Rule, Subject } from './Rule.ts'
import { touchedBy } from './touchedSubjects.ts'

export interface FindingCounts {
  /** Those nobody has accepted. */
  readonly open: Readonly<Record<Severity, number>>
  readonly accepted: Readonly<Record<Severity, number>>
}

const SUBJECTS: readonly Subject[] = ['plan', 'objective', 'unit', 'mission']
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note']

/** Subjects asked between two yields of a full check: a few milliseconds of work on a large plan. */
const SLICE = 400

const rulesOf = (subject: Subject): readonly Rule[] =>
  RULE_IDS.map((id) => rules[id]).filter((rule) => rule.subjects.includes(subject))

/**
 * The feasibility check of one plan: asks every rule about every record once, then, change by change, only what a change
 * can touch. The findings are at all times those a full check of the same plan would give.
 */
export class Checker {
  readonly #plan: PlanReader
  readonly #context: CheckContext
  readonly #store = new FindingStore()
  /** A whole check of a plan of which nothing is known yet: nothing has to be put in place of what was said before. */
  #isFirst = false

  /** Has no findings before `full` or `fullSteps` ran. */
  constructor(plan: PlanReader) {
    this.#plan = plan
    this.#context = new CheckContext(plan)
  }

  /** Checks the whole plan at once. */
  full(): FindingsChange {
    const change: FindingsChange = { removed: [], added: [] }
    for (const _ of this.#steps(change)) continue
    return change
  }

  /**
   * Checks the whole plan in slices of some milliseconds, telling the progress from 0 to 1. Between slices the plan may
   * change, as long as `update` hears of it.
   */
  *fullSteps(): Generator<number, FindingsChange> {
    const change: FindingsChange = { removed: [], added: [] }
    yield* this.#steps(change)
    return change
  }

  /** Brings the findings up to a change the plan has already taken. */
  update(diff: Diff): FindingsChange {
    this.#isFirst = false
    const touched = touchedBy(diff, this.#context)
    if (touched.all) return this.full()
    this.#context.forget(touched.schedules, touched.circles, touched.areas)
    this.#context.recount(touched.counted)
    for (const id of this.#context.reroute(touched.flown)) touched.subjects['airspace-overlap'].add(id)
    const change: FindingsChange = { removed: [], added: [] }
    for (const id of RULE_IDS) {
      for (const subject of touched.subjects[id]) this.#ask(rules[id], subject, change)
    }
    if (touched.circles) this.#ask(rules['order-broken'], this.#plan.meta.id, change)
    return change
  }

  get size(): number {
    return this.#store.size
  }

  get(key: string): Finding | undefined {
    return this.#store.get(key)
  }

  /** Findings about a record, errors first. */
  findingsOf(id: Id): Finding[] {
    return [...this.#store.of(id)].sort(byWeight)
  }

  /** All findings, errors first, then by rule and key: the same for the same plan, however it came about. */
  findings(): Finding[] {
    return [...this.#store.all()].sort(byWeight)
  }

  /** Accepted are those the planner has given a reason for; they stay in the list. */
  isAccepted(key: string): boolean {
    return this.#plan.indexes.acceptancesOfFinding.get(key).length > 0
  }

  counts(): FindingCounts {
    const accepted = { error: 0, warning: 0, note: 0 }
    const keys = new Set([...this.#plan.all('acceptance')].map((a) => a.finding))
    for (const key of keys) {
      const severity = this.#store.get(key)?.severity
      if (severity !== undefined) accepted[severity] += 1
    }
    const open = (severity: Severity): number => this.#store.count(severity) - accepted[severity]
    return { open: { error: open('error'), warning: open('warning'), note: open('note') }, accepted }
  }

  *#steps(change: FindingsChange): Generator<number> {
    this.#context.forgetAll()
    this.#isFirst = this.#store.size === 0
    const work = SUBJECTS.map((kind) => ({ asked: rulesOf(kind), ids: this.#subjects(kind) }))
    const total = work.reduce((sum, w) => sum + w.ids.length, 0)
    let done = 0
    for (const { asked, ids } of work) {
      for (const id of ids) {
        for (const rule of asked) this.#ask(rule, id, change)
        done += 1
        if (done % SLICE === 0) yield done / total
      }
      yield done / total
    }
    this.#isFirst = false
  }

  /** Records of a kind there are, and those there were when they last gave a finding. */
  #subjects(kind: Subject): Id[] {
    const present = [...this.#plan.all(kind)].map((record): Id => record.id)
    if (this.#store.size === 0) return present
    const ids = new Set(present)
    for (const rule of rulesOf(kind)) {
      for (const id of this.#store.subjectsOf(rule.id)) if (id.startsWith(`${kind}:`)) ids.add(id)
    }
    return [...ids]
  }

  #ask(rule: Rule, subject: Id, change: FindingsChange): void {
    const findings = rule.check(this.#plan, subject, this.#context)
    if (this.#isFirst && findings.length === 0) return
    this.#store.replace(rule.id, subject, findings, change)
  }
}

function byWeight(a: Finding, b: Finding): number {
  if (a.severity !== b.severity) return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)
  if (a.rule !== b.rule) return RULE_IDS.indexOf(a.rule) - RULE_IDS.indexOf(b.rule)
  return compareText(a.key, b.key)
}
