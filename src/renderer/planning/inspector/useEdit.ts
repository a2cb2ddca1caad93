import type { AnyRecord, RecordOf } from '../../../domain/records/catalog.ts'
import type { RecordKind } from '../../../domain/records/ids.ts'
import { useSession } from '../../session/SessionContext.tsx'

/** Fields to set; undefined takes an optional one away. */
type Fields<R> = { readonly [F in keyof R]?: R[F] | undefined }

/** Sets fields of one record: one change, one step of undo. */
export function useEdit<K extends RecordKind>(record: RecordOf<K>): (fields: Fields<RecordOf<K>>) => void {
  const session = useSession()
  const { id } = record as AnyRecord
  return (fields) => void session.dispatch({ type: 'editRecords', ids: [id], fields })
}
