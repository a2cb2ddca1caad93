import type { Id } from '../../../domain/records/ids.ts'
import type { ProposedChange, ProposedUnit } from '../../../domain/scheduling/tasking/Proposal.ts'

/** One unit of a mission in a proposal: whether it comes, goes, stays as it is, or stays with another part or amounts. */
export interface UnitChange {
  readonly unit: Id<'unit'>
  readonly how: 'comes' | 'goes' | 'stays' | 'changes'
  readonly from: ProposedUnit | null
  readonly to: ProposedUnit | null
}

/** What changes is told first. */
const ORDER: readonly UnitChange['how'][] = ['comes', 'goes', 'changes', 'stays']

/** The units of a mission before and after: those that come, go, change, stay. */
export function unitDelta({ from, to }: ProposedChange['units']): readonly UnitChange[] {
  const before = new Map(from.map((u) => [u.unit, u]))
  const after = new Set(to.map((u) => u.unit))
  const there = to.map((unit): UnitChange => {
    const was = before.get(unit.unit) ?? null
    const how = was === null ? 'comes' : isSame(was, unit) ? 'stays' : 'changes'
    return { unit: unit.unit, how, from: was, to: unit }
  })
  const gone = from.flatMap((unit): UnitChange[] =>
    after.has(unit.unit) ? [] : [{ unit: unit.unit, how: 'goes', from: unit, to: null }],
  )
  const all = [...there, ...gone]
  return ORDER.flatMap((how) => all.filter((u) => u.how === how))
}

function isSame(a: ProposedUnit, b: ProposedUnit): boolean {
  return (
    a.part === b.part &&
    a.brings.length === b.brings.length &&
    a.brings.every((x) => b.brings.some((y) => y.capability === x.capability && y.quantity === x.quantity))
  )
}
