import { formatCoordinates } from '../../../../domain/geo/formatCoordinates.ts'
import type { Location } from '../../../../domain/records/common.ts'
import type { Id } from '../../../../domain/records/ids.ts'
import { formatDtg } from '../../../../domain/time/dtg.ts'
import { toInstant } from '../../../../domain/time/planTime.ts'
import type { ActionContext } from '../../../actions/Action.ts'
import { missionsAt } from './unitMove.ts'

/** To about ten metres: no hand is surer. */
export const DROP_METRES = 10

/** Says where a unit is from a time on (minutes from H-hour), and tells what that cuts short. */
export function moveUnit(context: ActionContext, id: Id<'unit'>, at: Location, time: number): void {
  const { session, notify, texts, settings } = context
  const { plan } = session.store.getState()
  const unit = plan?.get(id)
  if (plan === null || unit === undefined) return
  const { hHour, timeZone } = plan.meta
  const done = session.dispatch({ type: 'moveUnitTo', unit: id, at, from: toInstant(time, hHour) })
  if (!done.ok) return
  session.select([id])
  const { t, language } = texts
  const codes = missionsAt(plan, unit, time).map((mission) => mission.code)
  const where =
    'place' in at
      ? (plan.get(at.place)?.name ?? '')
      : formatCoordinates(at.position, settings.current.coordinates, language, DROP_METRES)
  notify({
    tone: codes.length === 0 ? 'ok' : 'warning',
    text: t('map-units.moved', {
      unit: unit.designation === '' ? unit.name : unit.designation,
      where,
      time: formatDtg(toInstant(time, hHour), timeZone, language),
    }),
    detail: codes.length === 0 ? undefined : t('map-units.cuts-short', { codes: codes.join(', ') }),
    action: {
      label: t('map-units.undo'),
      onAction: () => {
        // It may have been undone already, or something else be the last thing done.
        if (session.store.getState().undoable?.revision === done.value.revision) void session.undo()
      },
    },
  })
}
