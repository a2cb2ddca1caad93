import geomagnetism from 'geomagnetism'
import type { Instant, Position } from '../records/common.ts'

/** Where a compass points. */
export interface MagneticNorth {
  /** Degrees east of true north, WMM's own error being about half a degree. */
  readonly declination: number
  /** `WMM-2025` */
  readonly model: string
  readonly validFrom: Instant
  readonly validTo: Instant
}

type Model = ReturnType<typeof geomagnetism.model>

const DAY = 86_400_000

let last: { readonly day: number; readonly model: Model | null } | null = null

/**
 * Magnetic declination at sea level by the World Magnetic Model of that date, of which the years from the end of 2014
 * to the end of 2029 are at hand; null outside them.
 */
export function magneticNorth([lon, lat]: Position, at: Instant): MagneticNorth | null {
  const day = Math.floor(at / DAY)
  if (last?.day !== day) last = { day, model: modelOf(day) }
  const { model } = last
  if (model === null) return null
  const { decl } = model.point([lat, lon, 0])
  return {
    declination: decl,
    model: model.name,
    validFrom: model.start_date.getTime(),
    validTo: model.end_date.getTime(),
  }
}

function modelOf(day: number): Model | null {
  try {
    return geomagnetism.model(new Date(day * DAY))
  } catch {
    // The package throws outside the years it knows.
    return null
  }
}
