import type { AnyRecord, RecordOf } from '../../../domain/records/catalog.ts'
import type { RecordKind } from '../../../domain/records/ids.ts'
import { useSession } from '../../session/SessionContext.tsx'

/** Sets fields of one record: one change, one step of undo. */
export function useEdit<K extends RecordKind>(record: RecordOf<K>): (fields: Partial<RecordOf<K>>) => void {
  const session = useSession()
  const { id } = record as AnyRecord
  return (fields) => void session.dispatch({ type: 'editRecords', ids: [id], fields })
}
