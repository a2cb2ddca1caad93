import type { CoordinateError } from '../../../domain/geo/CoordinateReading.ts'
import { distanceKm } from '../../../domain/geo/distance.ts'
import { foldedWords, type GazetteerEntry, type NameSource } from '../../../domain/geo/gazetteer.ts'
import { parseCoordinates, type UnderstoodCoordinates } from '../../../domain/geo/parseCoordinates.ts'
import type { Position } from '../../../domain/records/common.ts'
import type { Language } from '../../../domain/time/dtg.ts'
import type { PlaceNames } from '../../session/PlaceNames.ts'

/** One answer to what was typed where a place is wanted. */
export type PlaceMatch =
  | { readonly kind: 'coordinates'; readonly id: 'coordinates'; readonly read: UnderstoodCoordinates }
  | { readonly kind: 'name'; readonly id: string; readonly entry: GazetteerEntry }

export interface PlaceMatches {
  readonly matches: readonly PlaceMatch[]
  /** What is wrong with a text that is meant as coordinates. */
  readonly error: CoordinateError | null
}

const LIMIT = 50

/** Errors of texts that may as well be the beginning of a name. */
const NO_ERROR: readonly CoordinateError[] = ['empty', 'not-coordinates', 'one-number', 'same-axis']

interface PlaceQuery {
  readonly text: string
  readonly near: Position | null
  readonly sources: readonly NameSource[]
  readonly language: Language
}

/** Coordinates and names that a text may mean, the likeliest first. */
export function placeMatches(names: PlaceNames, { text, near, sources, language }: PlaceQuery): PlaceMatches {
  const read = parseCoordinates(text, language)
  const found = names.find({ text, near, sources, limit: LIMIT })
  const named = withoutDoubles(found).map((entry): PlaceMatch => ({ kind: 'name', id: entry.id, entry }))
  if (read.ok) return { matches: [{ kind: 'coordinates', id: 'coordinates', read: read.value }, ...named], error: null }
  const isMeant = !NO_ERROR.includes(read.error) && /\d.*\d.*\d/.test(text) && named.length === 0
  return { matches: named, error: isMeant ? read.error : null }
}

/** Kilometres within which a town of the base map is the plan's place of that name. */
const SAME_PLACE = 10

/** Leaves out towns that the plan has as places of its own. */
function withoutDoubles(entries: readonly GazetteerEntry[]): readonly GazetteerEntry[] {
  const own = entries.filter((entry) => entry.source === 'place')
  if (own.length === 0) return entries
  const nameOf = new Map(own.map((entry) => [entry, foldedWords(entry.name)]))
  return entries.filter((entry) => {
    if (entry.source !== 'town' && entry.source !== 'airfield') return true
    const name = foldedWords(entry.name)
    return !own.some((place) => {
      if (nameOf.get(place) !== name) return false
      if (place.position === null || entry.position === null) return true
      return distanceKm(place.position, entry.position) < SAME_PLACE
    })
  })
}
