import { createContext, use } from 'react'
import type { DayAxis } from '../../../../domain/check/series/dayAxis.ts'
import type { LoadScale } from './loadWindow.ts'

/** What every band of the grid shows: the cells in sight and where they lie. */
export interface Band {
  readonly axis: DayAxis
  /** Edges of the cells in sight, minutes from H-hour. */
  readonly edges: readonly number[]
  readonly scale: LoadScale
  readonly onPick: (row: string, time: number) => void
}

export const BandContext = createContext<Band | null>(null)

export function useBand(): Band {
  const band = use(BandContext)
  if (band === null) throw new Error('no band around this cell')
  return band
}
