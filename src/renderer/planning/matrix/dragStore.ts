import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Id } from '../../../domain/records/ids.ts'
import { type Drag, IDLE } from './dragBar.ts'

interface DragState {
  readonly drag: Drag
  /** The pointer, pixels in the window. */
  readonly x: number
  readonly y: number
}

/** What is in hand now: only the views that show it follow it, not the rows. */
export const dragStore = createStore<DragState>(() => ({ drag: IDLE, x: 0, y: 0 }))

export function useDrag(): DragState {
  return useStore(dragStore)
}

/** Whether a mission's bars are ghosts now, because it is being moved. */
export function useIsInHand(mission: Id<'mission'>): boolean {
  return useStore(
    dragStore,
    ({ drag }) =>
      drag.state === 'dragging' &&
      drag.grip.kind !== 'link' &&
      drag.grip.kind !== 'place' &&
      drag.grip.moved.some((m) => m.mission === mission),
  )
}
