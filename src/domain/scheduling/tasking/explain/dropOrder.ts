import type { Requirement } from '../model/TaskingModel.ts'

/** What a planner would soonest do without in an explanation first: what weighs most, and cannot be changed, last. */
const ORDER: readonly Requirement['kind'][] = [
  'busy',
  'crews',
  'sorties',
  'supply',
  'travel',
  'command',
  'readiness',
  'area',
  'light',
  'season',
  'enabler',
  'dependency',
  'asked-from',
  'phase',
  'legal-basis',
  'not-before',
  'not-after',
  'fixed-start',
  'allocation',
  'leader',
  'capability',
  'check',
]

const RANKS = new Map(ORDER.map((kind, rank) => [kind, rank]))

/** Sorts requirements by key into the order in which an explanation tries to do without them. */
export function inDropOrder(requirements: ReadonlyMap<string, Requirement>): string[] {
  const rankOf = (key: string): number => RANKS.get(requirements.get(key)?.kind ?? 'check') ?? 0
  return [...requirements.keys()].sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))
}
