import type { StoreApi } from 'zustand/vanilla'
import type { Location, Position } from '../../domain/records/common.ts'
import type { Place, SessionState } from './SessionState.ts'

/** Somebody wants a place, a line or an area from the map; whoever shows the map answers. */
export interface PickRequest {
  /** What for, in the reader's language: `el lugar de M-031`. */
  readonly label: string
  readonly shape: 'point' | 'line' | 'area'
  /** What there is already, to be seen or drawn on from. */
  readonly present: readonly Position[]
  /** Where one was, and comes back to. */
  readonly from: Place
}

/** Where the point is, or the corners of what was drawn; null if it was given up. */
export type PickAnswer = Location | readonly Position[] | null

/** The one request that may be open, from the question to its answer. */
export class Picking {
  readonly #store: StoreApi<SessionState>
  #resolve: ((answer: PickAnswer) => void) | null = null

  constructor(store: StoreApi<SessionState>) {
    this.#store = store
  }

  /** Goes to the map and asks; a request that is open is given up. */
  ask(request: Omit<PickRequest, 'from'>): Promise<PickAnswer> {
    const { place, picking } = this.#store.getState()
    this.#settle(null)
    return new Promise((resolve) => {
      this.#resolve = resolve
      this.#store.setState({ picking: { ...request, from: picking?.from ?? place }, place: 'map' })
    })
  }

  /** Answers the open request, or gives it up (null), and goes back to where one was. */
  answer(answer: PickAnswer): void {
    const { picking } = this.#store.getState()
    if (picking === null) return
    this.#store.setState({ picking: null, place: picking.from })
    this.#settle(answer)
  }

  /** Gives the open request up without going anywhere. */
  giveUp(): void {
    if (this.#store.getState().picking !== null) this.#store.setState({ picking: null })
    this.#settle(null)
  }

  #settle(answer: PickAnswer): void {
    const resolve = this.#resolve
    this.#resolve = null
    resolve?.(answer)
  }
}
