import { type AnyRecord, isRecordOf } from '../records/catalog.ts'
import type { Instant } from '../records/common.ts'
import type { Id } from '../records/ids.ts'

export interface TemplateArguments {
  readonly planId: Id<'plan'>
  /** The template's own where none is given. */
  readonly title?: string
  /**
   * D-day H-hour, epoch ms; the template's own where none is given. Planned times follow it. Facts of the world
   * (allocations, legal bases, readiness) are instants and stay where they are.
   */
  readonly hHour?: Instant
}

/** The records of a new plan from a template's: the same but for the plan's id, title and H-hour. */
export function instantiateTemplate(
  template: readonly AnyRecord[],
  { planId, title, hHour }: TemplateArguments,
): AnyRecord[] {
  return template.map((record) =>
    isRecordOf('plan', record)
      ? { ...record, id: planId, title: title ?? record.title, hHour: hHour ?? record.hHour }
      : { ...record },
  )
}
