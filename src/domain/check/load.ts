import type { CapabilityQuantity } from '../records/common.ts'
import type { Id } from '../records/ids.ts'
import type { Span } from './CheckContext.ts'
import { quantityOf } from './CheckContext.ts'

/** So much of a unit's capabilities bound to a mission over a time. */
export interface Load extends Span {
  /** The unit that is away: the unit itself, or one below it. */
  readonly unit: Id<'unit'>
  readonly mission: Id<'mission'>
  readonly amounts: readonly CapabilityQuantity[]
  /** End of the stay, where the load itself is only a part of it. */
  readonly until: number
}

export interface Peak {
  /** Sum of the capability at its highest. */
  readonly amount: number
  /** Of the loads at that time the one that binds longest. */
  readonly longest: Load
}

/** The moment within a span when most of one capability is bound; null where none is at any time. */
export function peakLoad(loads: readonly Load[], capability: string, within: Span): Peak | null {
  const active = loads.filter(
    (l) => l.start < within.end && l.end > within.start && l.start < l.end && quantityOf(l.amounts, capability) > 0,
  )
  if (active.length === 0) return null
  const byStart = active.sort(inOrder)
  const byEnd = [...active].sort((a, b) => a.end - b.end)
  let sum = 0
  let ended = 0
  let best: Peak | null = null
  let longest: Load | null = null
  for (const load of byStart) {
    for (let first = byEnd[ended]; first !== undefined && first.end <= load.start; first = byEnd[ended]) {
      sum -= quantityOf(first.amounts, capability)
      ended += 1
    }
    sum += quantityOf(load.amounts, capability)
    if (longest === null || load.until > longest.until) longest = load
    if (best === null || sum > best.amount) best = { amount: sum, longest }
  }
  return best
}

/** Loads of one unit cut down so that no capability of it is bound beyond what it has: of one that it has not, nothing. */
export function cutToLimit(loads: readonly Load[], limits: readonly CapabilityQuantity[]): readonly Load[] {
  const isUnknown = (amount: CapabilityQuantity): boolean => quantityOf(limits, amount.capability) === 0
  const isOver =
    loads.some((load) => load.amounts.some(isUnknown)) ||
    limits.some(({ capability, quantity }) => (peakLoad(loads, capability, EVER)?.amount ?? 0) > quantity)
  if (!isOver || loads.length > MOST_CUT) return loads
  return inPieces(loads, limits, (amount, left) => Math.min(amount, left))
}

/** What loads bind beyond what the limits hold: the limits take up the first of it at any time. */
export function beyondLimit(loads: readonly Load[], limits: readonly CapabilityQuantity[]): readonly Load[] {
  if (loads.length === 0 || loads.length > MOST_CUT) return loads
  return inPieces(loads, limits, (amount, left) => amount - Math.min(amount, left))
}

/** Cuts loads where any of them begins or ends, and keeps of each piece the part of every amount that is asked for. */
function inPieces(
  loads: readonly Load[],
  limits: readonly CapabilityQuantity[],
  keep: (amount: number, left: number) => number,
): readonly Load[] {
  // Not by start: what is cut must not depend on where the span asked about begins.
  const ordered = [...loads].sort(byMission)
  const times = [...new Set(loads.flatMap((l) => [l.start, l.end]))].sort((a, b) => a - b)
  return times.flatMap((start, i) => {
    const end = times[i + 1]
    if (end === undefined) return []
    const left = new Map(limits.map((l) => [l.capability, quantityOf(limits, l.capability)]))
    return ordered
      .filter((l) => l.start <= start && l.end >= end)
      .map((l) => ({ ...l, start, end, amounts: l.amounts.flatMap((a) => partOf(a, left, keep)) }))
      .filter((l) => l.amounts.length > 0)
  })
}

/** Beyond this a unit is so overbooked that its own findings say all; cutting would take too long. */
const MOST_CUT = 500

/** All of time. */
export const EVER: Span = { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY }

function partOf(
  { capability, quantity }: CapabilityQuantity,
  left: Map<string, number>,
  keep: (amount: number, left: number) => number,
): CapabilityQuantity[] {
  const free = left.get(capability) ?? 0
  left.set(capability, Math.max(0, free - quantity))
  const kept = keep(quantity, free)
  return kept > 0 ? [{ capability, quantity: kept }] : []
}

/** By start, then by what is bound: the order in which records came does not matter. */
const inOrder = (a: Load, b: Load): number => a.start - b.start || byMission(a, b)

const byMission = (a: Load, b: Load): number => compareText(a.mission, b.mission) || compareText(a.unit, b.unit)

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
