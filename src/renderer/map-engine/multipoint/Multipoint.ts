import type { Position } from '../../../domain/records/common.ts'

/** One symbol of lines and areas, to be worked out at one scale. */
export interface MultipointRequest {
  /** Twenty digits, MIL-STD-2525D / APP-6D. */
  readonly symbol: string
  readonly points: readonly Position[]
  /** Metres on the ground per pixel: what is of fixed size on screen (texts, arrowheads, teeth) depends on it. */
  readonly metresPerPixel: number
  /** Fields T, T1, W and W1; empty where the symbol shows none. */
  readonly name: string
  readonly second: string
  readonly begins: string
  readonly ends: string
  /** Field AM, metres. */
  readonly widths: readonly number[]
}

export interface MultipointLine {
  readonly path: readonly Position[]
  /** Pixels on, off, on…; empty is solid. */
  readonly dash: readonly number[]
}

export interface MultipointArea {
  readonly rings: readonly (readonly Position[])[]
  readonly isHatched: boolean
}

export interface MultipointLabel {
  readonly text: string
  /** Middle of the letters' height. */
  readonly at: Position
  /** Degrees clockwise from north up. */
  readonly angle: number
  readonly align: 'start' | 'center' | 'end'
}

/** What a symbol is made of. Says nothing of colours: those are the map's. */
export interface MultipointDrawing {
  readonly lines: readonly MultipointLine[]
  readonly areas: readonly MultipointArea[]
  readonly labels: readonly MultipointLabel[]
}

export interface ToMultipointWorker {
  readonly batch: number
  readonly requests: readonly MultipointRequest[]
}

export interface FromMultipointWorker {
  readonly batch: number
  /** In the order of the requests; null where the symbol cannot be drawn from what was given. */
  readonly drawings: readonly (MultipointDrawing | null)[]
}
