import { readFileSync } from 'node:fs'
import type { Position } from '../../../domain/records/common.ts'
import type { AreaItem, LineItem, Picture, SymbolItem } from '../Scene.ts'
import { loadBaseMap } from '../base/loadBaseMap.ts'
import { readWoff } from './font/readWoff.ts'
import { SheetFont } from './font/SheetFont.ts'
import { PrintPalette } from './printPalette.ts'
import type { SheetContent } from './SheetContent.ts'
import type { SheetMeans } from './drawSheet.ts'
import type { SheetFonts } from './TextSetter.ts'

const font = async (weight: number): Promise<SheetFont> =>
  new SheetFont(await readWoff(readFileSync(`node_modules/@fontsource/inter/files/inter-latin-${weight}-normal.woff`)))

export const testFonts: SheetFonts = { regular: await font(400), strong: await font(600) }

export const testMeans = async (isMonochrome = false): Promise<SheetMeans> => ({
  fonts: testFonts,
  palette: new PrintPalette(readFileSync('src/renderer/ui/tokens.css', 'utf8'), isMonochrome),
  base: await loadBaseMap(),
})

const plain = (id: string, rank = 1) => ({ id, record: null, title: id, rank, emphasis: 'normal' }) as const

/** A square of 30 by 20 pixels, its place in the middle. */
const SQUARE: Picture = {
  key: 'square',
  svg: '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20" viewBox="0 0 30 20"><path d="M1 1H29V19H1Z" fill="#80e0ff" stroke="var(--map-overlay)" stroke-width="2"/></svg>',
  width: 30,
  height: 20,
  anchor: [15, 10],
}

export const symbolAt = (id: string, at: Position, label: string | null = null, rank = 1): SymbolItem => ({
  ...plain(id, rank),
  kind: 'symbol',
  at,
  picture: SQUARE,
  label,
  badge: null,
  cluster: null,
})

export const lineThrough = (id: string, path: readonly Position[], label: string | null = null): LineItem => ({
  ...plain(id),
  kind: 'line',
  path,
  stroke: { color: '--hue-ground-line', width: 2, dash: [6, 4], halo: 1.5 },
  arrow: 'end',
  label,
})

export const areaOf = (id: string, ring: readonly Position[], label: string | null = null): AreaItem => ({
  ...plain(id),
  kind: 'area',
  rings: [ring],
  stroke: { color: '--hue-sof-line', width: 2, dash: [], halo: 0 },
  fill: { color: '--hue-sof-line', opacity: 0.2, hatch: true },
  label,
})

/** A sheet of the valleys at 1:500 000, to be changed by each test. */
export const testContent = (
  changes: Partial<SheetContent> = {},
  sheet: Partial<SheetContent['sheet']> = {},
): SheetContent => ({
  sheet: {
    paper: 'A4',
    isLandscape: false,
    scale: 500_000,
    center: [-73.83, -12.55],
    isMonochrome: false,
    hasGrid: true,
    hasBaseLabels: true,
    ...sheet,
  },
  language: 'es',
  marking: { text: 'RESERVADO', color: '#1d6638' },
  isExercise: true,
  title: 'Campaña del Ñandú',
  subtitle: 'Campaña del Ñandú, revisión 12',
  time: '141200R FEB 23 · D+42',
  instant: Date.UTC(2023, 1, 14, 17),
  scene: [],
  hasGround: true,
  own: [],
  legend: [],
  ...changes,
})
