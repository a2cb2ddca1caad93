import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Position } from '../../../../domain/records/common.ts'
import type { Id } from '../../../../domain/records/ids.ts'
import type { MapAdapter } from '../../../map-engine/MapAdapter.ts'
import { layoutSheet } from '../../../map-engine/sheet/sheetLayout.ts'
import { SheetProjection } from '../../../map-engine/sheet/SheetProjection.ts'
import { scaleAround, scaleWithin } from '../../../map-engine/sheet/sheetScale.ts'
import type { Paper, Sheet } from '../../../map-engine/sheet/Sheet.ts'

/** What a person may leave off a sheet. */
export const PRINT_PARTS = [
  'grid',
  'names',
  'own',
  'districts',
  'measures',
  'missions',
  'places',
  'units',
  'labels',
  'findings',
] as const
export type PrintPart = (typeof PRINT_PARTS)[number]

interface Choice {
  readonly paper: Paper
  readonly isLandscape: boolean
  readonly scale: number
  /** Null until the frame has been laid on the map for the first time. */
  readonly center: Position | null
  readonly isMonochrome: boolean
  readonly parts: ReadonlySet<PrintPart>
}

export interface PrintViewState extends Choice {
  readonly plan: Id<'plan'> | null
  readonly isOpen: boolean
  /** Null stands for the plan's own. */
  readonly title: string | null
  /** The sheet as chosen; another object whenever a choice changes, null before it has a place. */
  readonly sheet: Sheet | null
  /** Share of a file that is being made. */
  readonly making: number | null
}

const FRESH: PrintViewState = {
  plan: null,
  isOpen: false,
  title: null,
  paper: 'A4',
  isLandscape: true,
  scale: 1_000_000,
  center: null,
  isMonochrome: false,
  parts: new Set(PRINT_PARTS),
  sheet: null,
  making: null,
}

/** The sheet that is being prepared; outlives the place. */
export const printView = createStore<PrintViewState>(() => FRESH)

export function usePrintView<T>(select: (view: PrintViewState) => T): T {
  return useStore(printView, select)
}

/** Another plan begins with its own title and place. */
export function openPrint(plan: Id<'plan'>): void {
  const { plan: before, paper, isLandscape, isMonochrome, parts } = printView.getState()
  const kept = before === plan ? {} : { ...FRESH, paper, isLandscape, isMonochrome, parts, plan }
  printView.setState({ ...kept, isOpen: true })
}

export function closePrint(): void {
  printView.setState({ isOpen: false })
}

/** Changes the sheet. */
export function choose(change: Partial<Choice>): void {
  printView.setState((view) => {
    const next = { ...view, ...change }
    return { ...change, sheet: sheetOf(next) }
  })
}

export function choosePart(part: PrintPart, isOn: boolean): void {
  const parts = new Set(printView.getState().parts)
  if (isOn) parts.add(part)
  else parts.delete(part)
  choose({ parts })
}

/** Moves the sheet over the ground by millimetres of paper. */
export function moveSheet(right: number, down: number): void {
  const { sheet } = printView.getState()
  if (sheet === null) return
  const { neatline } = layoutSheet(sheet)
  const { x, y, width, height } = neatline
  const projection = new SheetProjection(sheet, neatline)
  choose({ center: projection.toPosition([x + width / 2 + right, y + height / 2 + down]) })
}

type Looks = Pick<MapAdapter, 'view'>

/** Lays the frame around all that the map shows, at the largest round scale that holds it. */
export function fitToView(map: Looks): void {
  const { center } = map.view()
  const { paper, isLandscape } = printView.getState()
  choose({ center, scale: scaleAround({ paper, isLandscape, center }, cornersOf(map)) })
}

/** Lays the frame inside what the map shows, so that all of it is seen. */
export function layInView(map: Looks): void {
  const { center } = map.view()
  const { paper, isLandscape } = printView.getState()
  choose({ center, scale: scaleWithin({ paper, isLandscape, center }, cornersOf(map)) })
}

function cornersOf(map: Looks): Position[] {
  const [west, south, east, north] = map.view().bounds
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ]
}

function sheetOf({ paper, isLandscape, scale, center, isMonochrome, parts }: Choice): Sheet | null {
  if (center === null) return null
  const [hasGrid, hasBaseLabels] = [parts.has('grid'), parts.has('names')]
  return { paper, isLandscape, scale, center, isMonochrome, hasGrid, hasBaseLabels }
}
