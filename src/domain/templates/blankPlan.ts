import type { AnyRecord } from '../records/catalog.ts'
import type { Instant } from '../records/common.ts'
import type { Id } from '../records/ids.ts'
import { instantiateTemplate } from './instantiateTemplate.ts'

export interface BlankPlanArguments {
  readonly planId: Id<'plan'>
  readonly title: string
  /** D-day H-hour, epoch ms. */
  readonly hHour: Instant
}

/**
 * A plan with the catalogue only (`resources/templates/catalogue.json`, read): components, mission types, capabilities,
 * strategic roles and parameters, but no units, missions or objectives. The catalogue itself has no date, so one is asked for.
 */
export function blankPlan(catalogue: readonly AnyRecord[], { planId, title, hHour }: BlankPlanArguments): AnyRecord[] {
  return instantiateTemplate(catalogue, { planId, title, hHour })
}
