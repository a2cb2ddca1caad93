import type { Demand } from '../Proposal.ts'
import type { Requirement } from '../model/TaskingModel.ts'

type Kind = Requirement['kind']

/** What keeps units away from a task. */
const HINDRANCES = [
  'allocation',
  'readiness',
  'area',
  'command',
  'travel',
  'sorties',
  'crews',
  'supply',
  'busy',
] as const
export type Hindrance = Extract<Requirement, { readonly kind: (typeof HINDRANCES)[number] }>

/** What a task asks of units. */
const FORCE = ['leader', 'capability'] as const
export type Force = Extract<Requirement, { readonly kind: (typeof FORCE)[number] }>

/** What a task asks of its start, whoever serves it. */
export type TimeRequirement = Exclude<Requirement, Hindrance | Force | { readonly kind: 'check' }>

const isAmong = (kinds: readonly Kind[], { kind }: Requirement): boolean => kinds.includes(kind)

export const isHindrance = (requirement: Requirement): requirement is Hindrance => isAmong(HINDRANCES, requirement)
export const isForce = (requirement: Requirement): requirement is Force => isAmong(FORCE, requirement)
export const isTime = (requirement: Requirement): requirement is TimeRequirement =>
  !isHindrance(requirement) && !isForce(requirement) && requirement.kind !== 'check'

/** A demand of some kinds. */
export type DemandOf<R extends Requirement> = Demand & { readonly requirement: R }

export const demandsOf = <R extends Requirement>(
  demands: readonly Demand[],
  isOf: (requirement: Requirement) => requirement is R,
): readonly DemandOf<R>[] => demands.filter((d): d is DemandOf<R> => isOf(d.requirement))
