import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Position } from '../../../../domain/records/common.ts'
import type { DrawingHand } from '../../../map-engine/MapAdapter.ts'
import { enterMode } from '../mapView.ts'
import type { AngleUnit } from './measureWords.ts'

interface MeasuringView {
  /** Where the next measurement begins by itself. */
  readonly start: Position | null
  readonly points: readonly Position[]
  /** Where the next point would be set. */
  readonly next: Position | null
  readonly isClosed: boolean
  /** What is shown is whole; the next point begins anew. */
  readonly isDone: boolean
  readonly unit: AngleUnit
  /** Sets points in the place of the pointer. */
  readonly hand: DrawingHand | null
  /** Goes up when the drawing is to begin anew. */
  readonly round: number
}

const NOTHING = { points: [], next: null, isClosed: false, isDone: false } as const

/** What is being measured on the map; the unit of angles stays for the next time. */
export const measuringView = createStore<MeasuringView>(() => ({
  ...NOTHING,
  start: null,
  unit: 'degrees',
  hand: null,
  round: 0,
}))

export function useMeasuring<T>(select: (view: MeasuringView) => T): T {
  return useStore(measuringView, select)
}

/** Begins a measurement at a position. */
export function measureFrom(start: Position): void {
  measuringView.setState(({ round }) => ({ ...NOTHING, start, round: round + 1 }))
  enterMode('measure')
}

/** Takes the measurement off the map; the next point begins anew. */
export function clearMeasurement(): void {
  measuringView.setState(({ round }) => ({ ...NOTHING, start: null, round: round + 1 }))
}

/** The same from within the drawing, which begins anew by itself. */
export function forgetPoints(): void {
  measuringView.setState(NOTHING)
}
