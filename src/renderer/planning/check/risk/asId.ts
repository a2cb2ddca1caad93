import { type Id, isIdOf, RECORD_KINDS } from '../../../../domain/records/ids.ts'

/** The id of a record that a group of the simulation stands for; null for a phase, which is none. */
export function asId(id: string): Id | null {
  return RECORD_KINDS.some((kind) => isIdOf(kind, id)) ? (id as Id) : null
}
