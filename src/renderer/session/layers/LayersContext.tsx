import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { OwnLayers, OwnLayersState } from './OwnLayers.ts'

export const LayersContext = createContext<OwnLayers | null>(null)

/** The own layers of this machine. Never changes while the program runs. */
export function useLayers(): OwnLayers {
  const layers = use(LayersContext)
  if (layers === null) throw new Error('no own layers around this view')
  return layers
}

/** One value of the own layers' state; the selector must not make a new object each time. */
export function useLayersState<T>(select: (state: OwnLayersState) => T): T {
  return useStore(useLayers().store, select)
}
