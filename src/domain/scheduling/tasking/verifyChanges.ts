import type { Checker } from '../../check/Checker.ts'
import type { Finding, RuleId } from '../../check/Finding.ts'
import { prepare } from '../../commands/catalog.ts'
import { unusedIds } from '../../commands/unusedIds.ts'
import { type Diff, reverseDiff, squashDiffs } from '../../plan/diff.ts'
import type { PlanDocument } from '../../plan/PlanDocument.ts'
import { type AnyRecord, isRecordOf } from '../../records/catalog.ts'
import type { Id } from '../../records/ids.ts'
import type { ProposedChange } from './Proposal.ts'
import { takingOf } from './takingOf.ts'

export interface Verified {
  /** Changes that, taken together, earn no error. */
  readonly changes: readonly ProposedChange[]
  /** Those left out, with the rule that spoke against them. */
  readonly refused: readonly { readonly mission: Id<'mission'>; readonly rule: RuleId }[]
}

/** Enough for chains of changes that need each other; what is left after that is left out whole. */
const MOST_TRIES = 12

type Faults = Map<Id<'mission'>, RuleId>

/**
 * Tries changes out on the plan and leaves out those that the check would call an error, and those that need them, until
 * it calls none. The checker has to be up to date with the plan; both are as they were afterwards.
 */
export function verifyChanges(plan: PlanDocument, checker: Checker, changes: readonly ProposedChange[]): Verified {
  const taken = prepare(takingOf(changes), plan, { now: 0, author: '', newId: unusedIds(plan, 'tried') })
  if (!taken.ok) return { changes: [], refused: changes.map(({ mission }) => ({ mission, rule: 'order-broken' })) }
  const refused: { mission: Id<'mission'>; rule: RuleId }[] = []
  let left = changes
  const tried: Diff[] = []
  plan.tryOut((apply) => {
    const trial = new Trial(checker, (diff) => {
      apply(diff)
      tried.push(diff)
    })
    trial.take(taken.value.diff)
    for (let tries = 0; left.length > 0; tries += 1) {
      const faults = tries < MOST_TRIES ? trial.faultsOf(left) : new Map(left.map((c) => [c.mission, LAST_RESORT]))
      if (faults.size === 0) break
      spread(left, faults)
      for (const [mission, rule] of faults) refused.push({ mission, rule })
      trial.take(reverseDiff(partOf(taken.value.diff, faults)))
      left = left.filter((c) => !faults.has(c.mission))
    }
  })
  checker.update(squashDiffs(tried.toReversed().map(reverseDiff)))
  return { changes: left, refused }
}

const LAST_RESORT: RuleId = 'double-booking'

/** What of a difference is about some missions. */
function partOf(diff: Diff, missions: ReadonlyMap<Id, unknown>): Diff {
  const isOf = (record: AnyRecord): boolean =>
    missions.has(isRecordOf('assignment', record) ? record.mission : record.id)
  return {
    added: diff.added.filter(isOf),
    updated: diff.updated.filter(([, to]) => isOf(to)),
    removed: diff.removed.filter(isOf),
  }
}

/** What needs a change that is left out is left out with it. */
function spread(changes: readonly ProposedChange[], faults: Faults): void {
  for (let grown = true; grown; ) {
    grown = false
    for (const { mission, needs } of changes) {
      const rule = faults.has(mission) ? undefined : needs.map((id) => faults.get(id)).find((r) => r !== undefined)
      if (rule === undefined) continue
      faults.set(mission, rule)
      grown = true
    }
  }
}

/** The plan with changes in it, and the errors that came with them. */
class Trial {
  readonly #checker: Checker
  readonly #apply: (diff: Diff) => void
  /** Errors that were not there before. */
  readonly #fresh = new Map<string, Finding>()
  /** Keys of the findings that were there before. */
  readonly #known: ReadonlySet<string>

  constructor(checker: Checker, apply: (diff: Diff) => void) {
    this.#checker = checker
    this.#apply = apply
    this.#known = new Set(checker.findings().map((f) => f.key))
  }

  take(diff: Diff): void {
    this.#apply(diff)
    const { removed, added } = this.#checker.update(diff)
    for (const key of removed) this.#fresh.delete(key)
    for (const finding of added) {
      if (!this.#known.has(finding.key) && this.#isOpenError(finding)) this.#fresh.set(finding.key, finding)
    }
  }

  /** Changed missions that an error is about now, with its rule: new ones, and those that stayed though the mission changed. */
  faultsOf(changes: readonly ProposedChange[]): Faults {
    const faults: Faults = new Map()
    const changed = new Set<Id>(changes.map((c) => c.mission))
    const byUnit = new Map<Id, Id<'mission'>>()
    for (const { mission, units } of changes) for (const { unit } of units.to) byUnit.set(unit, mission)
    for (const { records, rule } of this.#fresh.values()) {
      const named = records.find((id): id is Id<'mission'> => changed.has(id))
      const mission = named ?? records.map((id) => byUnit.get(id)).find((id) => id !== undefined)
      if (mission !== undefined) faults.set(mission, rule)
    }
    for (const { mission } of changes) {
      const own = this.#checker.findingsOf(mission)
      const stayed = own.find((f) => this.#isOpenError(f) && f.params.mission === mission)
      if (stayed !== undefined) faults.set(mission, stayed.rule)
    }
    return faults
  }

  #isOpenError({ severity, key }: Finding): boolean {
    return severity === 'error' && !this.#checker.isAccepted(key)
  }
}
