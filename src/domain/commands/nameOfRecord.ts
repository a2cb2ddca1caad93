import type { PlanReader } from '../plan/PlanDocument.ts'
import type { AnyRecord } from '../records/catalog.ts'
import type { Id } from '../records/ids.ts'

/** Short name of a record for a label: its code, designation, title or name, else its id. */
export function nameOfRecord(plan: PlanReader, id: Id): string {
  const record = plan.get(id)
  return record === undefined ? id : shortNameOf(record)
}

export function shortNameOf(record: AnyRecord): string {
  if ('code' in record) return record.code
  if ('designation' in record && record.designation !== '') return record.designation
  if ('title' in record) return record.title
  if ('document' in record) return record.document
  if ('name' in record) return typeof record.name === 'string' ? record.name : record.name.es
  return record.id
}
