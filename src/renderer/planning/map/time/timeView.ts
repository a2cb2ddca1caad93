import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { DAY } from '../../../../domain/time/planTime.ts'
import type { Speed } from './playback.ts'
import type { TimeStep } from './timeSteps.ts'
import type { WindowZoom } from './timeWindow.ts'

export interface TimeView {
  readonly isPlaying: boolean
  readonly speed: Speed
  /** What one press of the step keys goes by. */
  readonly step: TimeStep
  readonly zoom: WindowZoom
  /** What a mounted time bar does when an action asks. */
  readonly control: { readonly step: (step: TimeStep, direction: 1 | -1) => void } | null
}

/** How time is looked at on the map; outlives the place. */
export const timeView = createStore<TimeView>(() => ({
  isPlaying: false,
  speed: DAY,
  step: 'day',
  zoom: 'horizon',
  control: null,
}))

export function useTimeView<T>(select: (view: TimeView) => T): T {
  return useStore(timeView, select)
}
