import type { GazetteerEntry } from '../../domain/geo/gazetteer.ts'
import { airfieldName } from '../map-engine/base/airfieldName.ts'
import { loadBaseMap } from '../map-engine/base/loadBaseMap.ts'

/** Towns and airfields of the base map, as they are searched for. */
export async function baseNames(): Promise<readonly GazetteerEntry[]> {
  const { towns, airfields } = await loadBaseMap()
  return [
    ...towns.map(
      ({ id, name, at, population }): GazetteerEntry => ({
        id: `town:${id}`,
        source: 'town',
        name,
        aliases: '',
        detail: '',
        position: at,
        population,
      }),
    ),
    ...airfields.map(
      ({ id, name, at }): GazetteerEntry => ({
        id: `airfield:${id}`,
        source: 'airfield',
        name: airfieldName(name),
        aliases: `${id} aeródromo airfield`,
        detail: id,
        position: at,
        population: null,
      }),
    ),
  ]
}
