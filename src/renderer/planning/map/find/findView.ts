import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { GazetteerEntry } from '../../../../domain/geo/gazetteer.ts'
import type { Position } from '../../../../domain/records/common.ts'

/** A spot that was searched for and is no record of the plan. */
export interface FoundSpot {
  readonly at: Position
  /** Null for bare coordinates. */
  readonly entry: GazetteerEntry | null
}

interface FindView {
  readonly spot: FoundSpot | null
  /** Where the pointer is on the map; null while it is elsewhere. */
  readonly pointer: Position | null
  /** Goes up when the search box is to take the focus. */
  readonly focusCount: number
}

/** What was found and where the pointer is. */
export const findView = createStore<FindView>(() => ({ spot: null, pointer: null, focusCount: 0 }))

export function useFindView<T>(select: (view: FindView) => T): T {
  return useStore(findView, select)
}
