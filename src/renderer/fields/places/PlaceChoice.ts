import type { Location } from '../../../domain/records/common.ts'
import type { Id } from '../../../domain/records/ids.ts'
import type { PlanSession } from '../../session/PlanSession.ts'
import type { NewPlace } from './placeFromEntry.ts'

/** Where something is to be. */
export interface PlaceChoice {
  readonly location: Location
  /** The place to be made with it, where the location names one that the plan does not have yet. */
  readonly added: NewPlace | null
}

/** Sets fields that hold the chosen location, and makes its place where it is new: one step of undo. */
export function dispatchAt(
  session: PlanSession,
  added: NewPlace | null,
  ids: readonly Id[],
  fields: Readonly<Record<string, unknown>>,
): boolean {
  const edit = { ids: [...ids], fields: { ...fields } }
  const done =
    added === null
      ? session.dispatch({ type: 'editRecords', ...edit })
      : session.dispatch({ type: 'editAtNewPlace', place: { ...added }, ...edit })
  return done.ok
}
