import type { Checker } from '../../check/Checker.ts'
import type { Finding, RuleId } from '../../check/Finding.ts'
import { prepare } from '../../commands/catalog.ts'
import { reverseDiff } from '../../plan/diff.ts'
import type { PlanDocument } from '../../plan/PlanDocument.ts'
import { type Id, makeId, type RecordKind } from '../../records/ids.ts'
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

/**
 * Tries changes out on the plan and leaves out those that the check would call an error, and those that need them, until
 * it calls none. The checker has to be up to date with the plan; both are as they were afterwards.
 */
export function verifyChanges(plan: PlanDocument, checker: Checker, changes: readonly ProposedChange[]): Verified {
  const refused: { mission: Id<'mission'>; rule: RuleId }[] = []
  let left = changes
  for (let tries = 0; left.length > 0; tries += 1) {
    const faults = tries < MOST_TRIES ? faultsOf(plan, checker, left) : allOf(left)
    if (faults.size === 0) break
    spread(left, faults)
    for (const [mission, rule] of faults) refused.push({ mission, rule })
    left = left.filter((c) => !faults.has(c.mission))
  }
  return { changes: left, refused }
}

const allOf = (changes: readonly ProposedChange[]): Map<Id<'mission'>, RuleId> =>
  new Map(changes.map((c) => [c.mission, 'double-booking']))

/** What needs a change that is left out is left out with it. */
function spread(changes: readonly ProposedChange[], faults: Map<Id<'mission'>, RuleId>): void {
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

/** Changed missions that an error would be about, with its rule. */
function faultsOf(
  plan: PlanDocument,
  checker: Checker,
  changes: readonly ProposedChange[],
): Map<Id<'mission'>, RuleId> {
  const faults = new Map<Id<'mission'>, RuleId>()
  const taken = prepare(takingOf(changes), plan, { now: 0, author: '', newId: idsFor(plan) })
  if (!taken.ok) return taken.error.code === 'nothing' ? faults : allOf(changes)
  const { diff } = taken.value
  const byUnit = new Map<Id, Id<'mission'>>()
  for (const { mission, units } of changes) for (const { unit } of units.to) byUnit.set(unit, mission)
  const changed = new Set<Id>(changes.map((c) => c.mission))
  plan.tryOut(diff, () => {
    const { added } = checker.update(diff)
    const isOpen = ({ severity, key }: Finding): boolean => severity === 'error' && !checker.isAccepted(key)
    for (const finding of added) {
      if (!isOpen(finding)) continue
      const named = finding.records.filter((id): id is Id<'mission'> => changed.has(id))
      const missions = named.length > 0 ? named : finding.records.flatMap((id) => byUnit.get(id) ?? [])
      for (const mission of missions.slice(0, 1)) faults.set(mission, finding.rule)
    }
    for (const { mission } of changes) {
      const own = checker.findingsOf(mission).find((f) => isOpen(f) && f.params.mission === mission)
      if (own !== undefined) faults.set(mission, own.rule)
    }
  })
  checker.update(reverseDiff(diff))
  return faults
}

/** Ids for records that only stand in the plan while it is looked at. */
function idsFor(plan: PlanDocument): <K extends RecordKind>(kind: K) => Id<K> {
  let count = 0
  return (kind) => {
    for (;;) {
      count += 1
      const id = makeId(kind, `tried-${count}`)
      if (!plan.has(id)) return id
    }
  }
}
