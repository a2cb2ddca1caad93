import type { Position } from '../../../domain/records/common.ts'

export const PAPERS = ['A4', 'A3', 'A2', 'A1', 'A0'] as const
export type Paper = (typeof PAPERS)[number]

/** What a person chooses of a printed map. */
export interface Sheet {
  readonly paper: Paper
  readonly isLandscape: boolean
  /** The denominator: 250 000 is 1:250 000 on the grid. */
  readonly scale: number
  /** In the middle of the neatline; its UTM zone is the sheet's. */
  readonly center: Position
  readonly isMonochrome: boolean
  readonly hasGrid: boolean
  /** Names of towns, rivers, airfields and departments. */
  readonly hasBaseLabels: boolean
}

/** Millimetres from the upper left of the paper, y downwards. */
export type Point = readonly [number, number]

/** Millimetres. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Millimetres, upright; A0 halved again and again, as ISO 216 rounds it. */
const SIZES: Readonly<Record<Paper, readonly [number, number]>> = {
  A4: [210, 297],
  A3: [297, 420],
  A2: [420, 594],
  A1: [594, 841],
  A0: [841, 1189],
}

/** Width and height of the paper as it lies, millimetres. */
export function paperSize({ paper, isLandscape }: Pick<Sheet, 'paper' | 'isLandscape'>): readonly [number, number] {
  const [short, long] = SIZES[paper]
  return isLandscape ? [long, short] : [short, long]
}
