import { useMemo } from 'react'
import { missionPosition } from '../../../../domain/geo/locationPosition.ts'
import type { PlanReader } from '../../../../domain/plan/PlanDocument.ts'
import { positionOn } from '../../../../domain/plan/Track.ts'
import type { Position } from '../../../../domain/records/common.ts'
import { type Id, isIdOf } from '../../../../domain/records/ids.ts'
import { toInstant } from '../../../../domain/time/planTime.ts'
import { recordShort } from '../../../fields/recordText.ts'
import { usePlan, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { useMapView } from '../mapView.ts'
import type { MapModel } from '../MapModel.ts'
import { useMapModel } from '../useMapModel.ts'

export interface LightPlace {
  readonly at: Position
  /** Of the record whose place it is; null for the middle of the map. */
  readonly name: string | null
}

/** Tenths of a degree: 11 km, a quarter of a minute of sunrise. */
const COARSE = 10

/** Where light is told for: at the selected record, else in the middle of the map; null before there is a map. */
export function useLightPosition(): LightPlace | null {
  const plan = usePlan()
  const { model, version } = useMapModel()
  const { language } = useTexts()
  const focused = useSessionState((s) => s.focused)
  const time = useSessionState((s) => (s.focused !== null && isIdOf('unit', s.focused) ? s.time : 0))
  const center = useMapView((v) => v.center)
  const own = focused === null || version === 0 ? null : positionOf(plan, model, focused, time)
  const [lon, lat] = coarse(own ?? center ?? [Number.NaN, Number.NaN])
  const record = focused === null || own === null ? undefined : plan.get(focused)
  const name = record === undefined ? null : recordShort(record, language)
  return useMemo(() => (Number.isNaN(lon) ? null : { at: [lon, lat], name }), [lon, lat, name])
}

const coarse = ([lon, lat]: Position): Position => [
  Math.round(lon * COARSE) / COARSE,
  Math.round(lat * COARSE) / COARSE,
]

function positionOf(plan: PlanReader, model: MapModel, id: Id, time: number): Position | null {
  if (isIdOf('unit', id)) return positionOn(model.tracks.of(id), toInstant(time, plan.meta.hHour))?.at ?? null
  if (isIdOf('place', id)) return plan.get(id)?.position ?? null
  if (!isIdOf('mission', id)) return null
  const mission = plan.get(id)
  return mission === undefined ? null : missionPosition(plan, mission)
}
