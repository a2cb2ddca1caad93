import { useEffect, useMemo, useState } from 'react'
import type { Position } from '../../../../domain/records/common.ts'
import { isIdOf } from '../../../../domain/records/ids.ts'
import type { Place } from '../../../../domain/records/place.ts'
import type { Unit } from '../../../../domain/records/unit.ts'
import { formatSpan } from '../../../../domain/time/planTime.ts'
import { useActionContext } from '../../../actions/ActionsContext.tsx'
import { useCoordinates } from '../../../fields/places/useCoordinates.ts'
import type { SymbolDrag } from '../../../map-engine/MapAdapter.ts'
import type { SceneItem, SceneLayer, SymbolItem } from '../../../map-engine/Scene.ts'
import { usePlan, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { useMap, useScene } from '../MapContext.tsx'
import { useMapView } from '../mapView.ts'
import { DROP_METRES, moveUnit } from './moveUnit.ts'
import { missionsAt, placeNear, unitMove } from './unitMove.ts'
import './UnitDrag.css'

interface Held {
  readonly unit: Unit
  readonly item: SymbolItem
  readonly at: Position
  readonly place: Place | null
}

const UNITS: readonly SceneLayer[] = ['units']
const NOTHING: readonly SceneLayer[] = []
const NO_ITEMS: readonly SceneItem[] = []

/** Moves a unit by its symbol: where it is dropped it is from the chosen time on. */
export function UnitDrag() {
  const map = useMap()
  const context = useActionContext()
  const plan = usePlan()
  const mode = useMapView((v) => v.mode)
  const canEdit = useSessionState((s) => s.canEdit)
  const isOn = canEdit && mode === 'choose'
  const [held, setHeld] = useState<Held | null>(null)
  useEffect(() => {
    map.setDraggable(isOn ? UNITS : NOTHING)
    return () => map.setDraggable(NOTHING)
  }, [map, isOn])
  useEffect(() => {
    if (!isOn) return undefined
    const holdOf = (drag: SymbolDrag): Held | null => {
      const { item } = drag
      const id = item.record
      const unit = id !== null && isIdOf('unit', id) ? plan.get(id) : undefined
      if (drag.layer !== 'units' || item.kind !== 'symbol' || unit === undefined) return null
      const pixel = map.toPixel(drag.at)
      const place = pixel === null ? null : placeNear(plan.all('place'), pixel, (at) => map.toPixel(at))
      return { unit, item, at: place?.position ?? drag.at, place }
    }
    return map.onSymbolDrag((drag) => {
      const next = drag.phase === 'cancel' ? null : holdOf(drag)
      setHeld(drag.phase === 'end' ? null : next)
      if (drag.phase !== 'end' || next === null) return
      const { unit, at, place } = next
      const to = place === null ? { position: at } : { place: place.id }
      moveUnit(context, unit.id, to, context.session.store.getState().time)
    })
  }, [map, isOn, plan, context])
  const items = useMemo(() => (held === null ? NO_ITEMS : ghostOf(held)), [held])
  useScene('links', items)
  return held === null ? null : <DragLabel held={held} />
}

/** The symbol where it would be dropped, and the way there. */
function ghostOf({ item, at }: Held): SceneItem[] {
  const base = { record: null, title: '', rank: -2, emphasis: 'normal' } as const
  const stroke = { color: '--accent', width: 2, dash: [6, 4], halo: 1.5 } as const
  return [
    { ...base, id: 'drag way', kind: 'line', path: [item.at, at], stroke, arrow: 'end', label: null },
    { ...item, ...base, id: 'drag symbol', emphasis: 'selected', at, badge: null, label: null, cluster: null },
  ]
}

/** Where it is now, how far that is and how long it takes; what it cuts short. */
function DragLabel({ held }: { readonly held: Held }) {
  const { t, number } = useTexts()
  const { write } = useCoordinates()
  const map = useMap()
  const plan = usePlan()
  const time = useSessionState((s) => s.time)
  const { unit, item, at, place } = held
  const pixel = map.toPixel(at)
  if (pixel === null) return null
  const { km, travel } = unitMove(plan, unit, item.at, at)
  const missions = missionsAt(plan, unit, time)
  return (
    <div className="map-drag-label" style={{ left: pixel[0], top: pixel[1] }} aria-hidden>
      <b>{place === null ? write(at, DROP_METRES) : t('map-units.snapped', { place: place.name })}</b>
      <span>
        {number(km, 1)} km
        {travel === null ? '' : ` · ${t(`mobility.${travel.mode}`)} ${formatSpan(travel.minutes)}`}
      </span>
      {missions.length === 0 ? null : (
        <span className="map-drag-warning">
          {t('map-units.cuts-short', { codes: missions.map((mission) => mission.code).join(', ') })}
        </span>
      )}
    </div>
  )
}
