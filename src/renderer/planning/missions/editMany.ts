import type { Command } from '../../../domain/commands/catalog.ts'
import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import type { Id } from '../../../domain/records/ids.ts'
import type { MissionStatus } from '../../../domain/records/mission.ts'

export const MANY_FIELDS = ['status', 'priority', 'phase', 'type', 'objectives', 'legalBasis', 'shift'] as const
export type ManyField = (typeof MANY_FIELDS)[number]

/** What is done to many missions at once; `shift` in minutes, later where positive. */
export type ManyEdit =
  | { readonly field: 'status'; readonly value: MissionStatus }
  | { readonly field: 'priority'; readonly value: number }
  | { readonly field: 'phase'; readonly value: string | null }
  | { readonly field: 'type'; readonly value: Id<'mission-type'> }
  | { readonly field: 'objectives'; readonly value: readonly Id<'objective'>[] }
  | { readonly field: 'legalBasis'; readonly value: Id<'legal-basis'> | null }
  | { readonly field: 'shift'; readonly value: number }

/** One command for all of them, so that one undo takes it back; null where it would change nothing. */
export function editManyCommand(plan: PlanReader, missions: readonly Id<'mission'>[], edit: ManyEdit): Command | null {
  if (edit.field !== 'shift') {
    return { type: 'editRecords', ids: [...missions], fields: { [edit.field]: edit.value } }
  }
  if (edit.value === 0) return null
  const moves = missions.flatMap((mission) => {
    const start = plan.get(mission)?.start ?? null
    return start === null ? [] : [{ mission, start: start + edit.value }]
  })
  return moves.length === 0 ? null : { type: 'moveMissions', moves }
}
