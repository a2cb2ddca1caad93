import { quantityOf } from '../../../check/CheckContext.ts'
import type { CapabilityQuantity } from '../../../records/common.ts'
import type { Id } from '../../../records/ids.ts'
import type { Ask, Waiver } from './Ask.ts'
import type { Task } from '../model/TaskingModel.ts'
import type { TimetableContext } from './TimetableContext.ts'
import type { UnitStays } from './UnitStays.ts'

/** The units a task keeps, under some leaders; each once, as the check counts them. */
export function keptAsks(
  context: TimetableContext,
  task: Task,
  leaders: readonly Id<'unit'>[],
  waived: Waiver | undefined,
): readonly Ask[] {
  const taken = new Set<Id>()
  const asks: Ask[] = []
  for (const assignment of [...task.kept].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const stays = context.staysOf(assignment.unit)
    if (stays === null || taken.has(assignment.unit)) continue
    taken.add(assignment.unit)
    const { part } = assignment
    const brings = bringable(stays, assignment.brings)
    asks.push({ task, stays, part, brings, isWhole: true, leaders, waived, assignment })
  }
  return asks
}

export function keptLeaders(task: Task): readonly Id<'unit'>[] {
  return task.kept.filter((a) => a.part === 'supported').map((a) => a.unit)
}

/** What of a list the unit has at all, each capability once. */
export function bringable(stays: UnitStays, brings: readonly CapabilityQuantity[]): readonly CapabilityQuantity[] {
  return [...new Set(brings.map((b) => b.capability))].flatMap((capability) => {
    const quantity = Math.min(stays.has(capability), quantityOf(brings, capability))
    return quantity > 0 ? [{ capability, quantity }] : []
  })
}
