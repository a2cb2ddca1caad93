import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
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

const NONE: ReadonlySet<string> = new Set()
let last: { moved: readonly unknown[]; missions: ReadonlySet<string> } = { moved: [], missions: NONE }

/** The missions whose bars are ghosts now, because they are being moved; the same set throughout one drag. */
export function useInHand(): ReadonlySet<string> {
  return useStore(dragStore, ({ drag }) => {
    if (drag.state !== 'dragging' || drag.grip.kind === 'link' || drag.grip.kind === 'place') return NONE
    const { moved } = drag.grip
    if (last.moved !== moved) last = { moved, missions: new Set(moved.map((m) => m.mission)) }
    return last.missions
  })
}
