import type { ActionContext } from './Action.ts'

/** Something that the palette finds besides actions. */
export interface PaletteEntry {
  /** Unique among all that the palette lists. */
  readonly id: string
  readonly label: string
  readonly detail: string
  readonly run: () => void
}

/** Finds entries for what is typed, the likeliest first; asked at every letter. */
export interface PaletteSource {
  find(query: string, limit: number, context: ActionContext): readonly PaletteEntry[]
}
