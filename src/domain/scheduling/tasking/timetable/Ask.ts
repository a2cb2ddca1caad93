import type { Assignment, AssignmentPart } from '../../../records/assignment.ts'
import type { CapabilityQuantity } from '../../../records/common.ts'
import type { Id } from '../../../records/ids.ts'
import type { Requirement, Task } from '../model/TaskingModel.ts'
import type { UnitStays } from './UnitStays.ts'

/** Whether a requirement on a task, or on a unit for it (place in the model's list), is let go. */
export type Waiver = (requirement: Requirement, unit: number | null) => boolean

/** One unit asked to serve one task. */
export interface Ask {
  readonly task: Task
  readonly stays: UnitStays
  readonly part: AssignmentPart
  /** The most it would bring; nothing that it never has. */
  readonly brings: readonly CapabilityQuantity[]
  /** All that it would bring, or nothing. */
  readonly isWhole: boolean
  /** Who leads, as far as that is known. */
  readonly leaders: readonly Id<'unit'>[]
  readonly waived: Waiver | undefined
  /** The record that would be booked as it is, where there is one. */
  readonly assignment: Assignment | null
}

/** Whether another mission may hold the unit up, or is waived. */
export function mayHold({ waived, stays }: Ask, other: Id<'mission'>): boolean {
  return waived === undefined || !waived({ kind: 'busy', other }, stays.index)
}
