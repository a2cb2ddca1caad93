import type { Position } from '../../../domain/records/common.ts'

export interface Department {
  /** ISO 3166-2. */
  readonly code: string
  readonly name: string
  /** Polygons of rings, outer ring first. */
  readonly polygons: readonly (readonly (readonly Position[])[])[]
}

export interface River {
  /** Null where the data has no name and none was tied to it. */
  readonly name: string | null
  /** 1 is the greatest. */
  readonly rank: number
  readonly path: readonly Position[]
}

export interface Town {
  readonly id: string
  readonly name: string
  /** GeoNames feature code, as `PPLA`; empty if unknown. */
  readonly kind: string
  /** Null where unknown. */
  readonly population: number | null
  /** Metres; null where unknown. */
  readonly elevation: number | null
  readonly at: Position
}

export type AirfieldKind = 'medium_airport' | 'small_airport' | 'heliport' | 'closed'

export interface Airfield {
  readonly id: string
  /** As its source gives it, with the English word for what it is. */
  readonly name: string
  readonly kind: AirfieldKind
  /** Feet; null where unknown. */
  readonly elevationFeet: number | null
  readonly at: Position
}

/** The ground below the plan: for finding one's way, never for measuring or deciding. */
export interface BaseMap {
  readonly departments: readonly Department[]
  readonly rivers: readonly River[]
  readonly towns: readonly Town[]
  readonly airfields: readonly Airfield[]
}
