import type { GazetteerEntry } from '../../../domain/geo/gazetteer.ts'
import type { NewRecord } from '../../../domain/plan/PlanEdit.ts'
import type { Position } from '../../../domain/records/common.ts'
import type { Id } from '../../../domain/records/ids.ts'
import type { Place } from '../../../domain/records/place.ts'

/** A new place of the plan. */
export type NewPlace = NewRecord<'place'>

export function newPlace(id: Id<'place'>, name: string, kind: Place['kind'], position: Position): NewPlace {
  return { id, name, kind, position, district: null, department: '', province: '', ubigeo: null }
}

const MAX_NAME = 300

/** The plan's own record of a name of the base map or of a layer, saying where it comes from; null without a position. */
export function placeFromEntry(id: Id<'place'>, entry: GazetteerEntry): NewPlace | null {
  const { source, name, position, detail } = entry
  if (position === null) return null
  const kind = source === 'town' ? 'town' : source === 'airfield' ? 'airfield' : 'other'
  return { ...newPlace(id, name.slice(0, MAX_NAME), kind, position), source: sourceOf(entry, detail) }
}

function sourceOf({ source, id }: GazetteerEntry, detail: string): string {
  const key = id.slice(id.indexOf(':') + 1)
  if (source === 'town') return `GeoNames ${key}, CC BY 4.0`
  if (source === 'airfield') return `OurAirports ${key}, ODbL 1.0`
  return detail.slice(0, MAX_NAME)
}
