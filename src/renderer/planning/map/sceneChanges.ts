import { createStore } from 'zustand/vanilla'

/** Goes up whenever the map is given other items; for what lists them. */
export const sceneChanges = createStore<{ readonly count: number }>(() => ({ count: 0 }))
