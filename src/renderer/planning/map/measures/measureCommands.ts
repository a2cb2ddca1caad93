import type { Id } from '../../../../domain/records/ids.ts'
import { isIdOf } from '../../../../domain/records/ids.ts'
import type { MeasureType } from '../../../../domain/records/measureTypes.ts'
import type { Overlay } from '../../../../domain/records/overlay.ts'
import type { Position } from '../../../../domain/records/common.ts'
import type { PlanSession } from '../../../session/PlanSession.ts'
import type { SessionState } from '../../../session/SessionState.ts'
import type { Texts } from '../../../texts/TextContext.tsx'
import { enterMode, mapView } from '../mapView.ts'
import { measuresView, roomAround } from './measuresView.ts'
import { measureTypeName } from '../../../fields/measureTypeName.ts'
import { copiesOf, freeName, newMeasure } from './newMeasure.ts'

export const selectedMeasures = (state: SessionState): readonly Overlay[] =>
  [...state.selection].flatMap((id) => (isIdOf('overlay', id) ? (state.plan?.get(id) ?? []) : []))

export function startDrawing(type: string): void {
  enterMode('draw')
  measuresView.setState({ task: { kind: 'draw', type }, sketch: null })
}

export function startEditing(session: PlanSession, id: Id<'overlay'>): void {
  session.select([id])
  enterMode('draw')
  measuresView.setState({ task: { kind: 'edit', id }, sketch: null })
}

/** Leaves drawing or editing; another mode that has been entered meanwhile stays. */
export function endTask(): void {
  measuresView.setState({ task: null, sketch: null })
  if (mapView.getState().mode === 'draw') enterMode('choose')
}

/** Puts what was drawn into the plan, as one step, and selects it. */
export function addDrawn(session: PlanSession, type: MeasureType, points: readonly Position[], t: Texts['t']): void {
  const { plan, selection } = session.store.getState()
  if (plan === null) return
  const kind = measureTypeName(type, t)
  const name = freeName(type, plan.all('overlay'), (number) => t('map-measures.new-name', { kind, number }))
  const measure = newMeasure(session.newId('overlay'), type, points, name, plan, selection)
  if (session.dispatch({ type: 'addMeasures', measures: [measure] }).ok) session.select([measure.id])
}

export function movePoints(session: PlanSession, id: Id<'overlay'>, points: readonly Position[]): void {
  session.dispatch({ type: 'editRecords', ids: [id], fields: { points } })
}

/** Puts copies beside what was copied, all as one step, and selects them. */
export function addCopies(session: PlanSession, measures: readonly Overlay[], t: Texts['t']): void {
  const { plan } = session.store.getState()
  if (plan === null || measures.length === 0) return
  const copies = copiesOf(
    measures,
    plan,
    mapView.getState().metresPerPixel,
    () => session.newId('overlay'),
    (name) => t('map-measures.copy-name', { name }),
  )
  if (session.dispatch({ type: 'addMeasures', measures: [...copies] }).ok) session.select(copies.map(({ id }) => id))
}

export function zoomToMeasures(measures: readonly Overlay[]): void {
  const { map } = mapView.getState()
  const points = measures.flatMap((measure) => measure.points)
  if (map !== null && points.length > 0) map.fit(roomAround(points, map.view()))
}
