import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** Whether the base map lies below own layers; as long as the window is open. */
const groundView = createStore<{ readonly isShown: boolean }>(() => ({ isShown: true }))

export function useGroundShown(): boolean {
  return useStore(groundView, (v) => v.isShown)
}

export function showGround(isShown: boolean): void {
  groundView.setState({ isShown })
}
