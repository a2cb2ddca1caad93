import { symbolDrawing, type SymbolInks } from '../../../fields/symbol/symbolDrawing.ts'
import type { Picture } from '../../../map-engine/Scene.ts'

const SIZE = 20
const STROKE = 6
/** milsymbol's own colours, which tokens then take the place of. */
const STANDARD: SymbolInks = { key: 'standard', colorMode: 'Light', line: null, gap: null, fill: null }

/** Fills of milsymbol's light set by what they say. */
const TOKENS: Readonly<Record<string, string>> = {
  black: 'var(--symbol-line)',
  white: 'var(--symbol-gap)',
  'rgb(128,224,255)': 'var(--symbol-friend)',
  'rgb(170,255,170)': 'var(--symbol-neutral)',
  'rgb(255,255,128)': 'var(--symbol-unknown)',
  'rgb(255,128,128)': 'var(--symbol-hostile)',
  'rgb(255,161,255)': 'var(--symbol-civilian)',
  'rgb(239,239,239)': 'var(--symbol-gap)',
}

const MOST_KEPT = 2_000
const pictures = new Map<string, Picture>()

/**
 * A unit's symbol on the map. `isPlanned` draws the frame broken, as the standard draws what is not there yet; a readiness
 * (percent, in steps of ten) hangs a gauge below the frame.
 */
export function unitPicture(code: string, isPlanned: boolean, readiness: number | null): Picture {
  const shown = isPlanned ? `${code.slice(0, 6)}1${code.slice(7)}` : code
  const gauge = readiness === null ? null : Math.round(readiness / 10) * 10
  const key = `unit ${shown} ${gauge ?? ''}`
  const known = pictures.get(key)
  if (known !== undefined) return known
  if (pictures.size >= MOST_KEPT) pictures.clear()
  const picture = { key, ...draw(shown, gauge) }
  pictures.set(key, picture)
  return picture
}

const GAUGE_HEIGHT = 6
const GAUGE_WIDTH = 26

function draw(code: string, gauge: number | null): Omit<Picture, 'key'> {
  const drawing = symbolDrawing(code, SIZE, STROKE, STANDARD)
  if (drawing === null) return UNKNOWN
  const { svg, width, height, anchor } = drawing
  const coloured = svg.replaceAll(/(stroke|fill)="([^"]*)"/g, (whole, attribute: string, colour: string) => {
    const token = TOKENS[colour.replaceAll(' ', '')]
    return token === undefined ? whole : `${attribute}="${token}"`
  })
  if (gauge === null) return { svg: coloured, width, height, anchor }
  const box = VIEW_BOX.exec(coloured)
  if (box === null) throw new Error('milsymbol drew without a view box')
  const [left = 0, top = 0, wide = 0, high = 0] = box.slice(1).map(Number)
  const unit = wide / width
  const content = coloured.slice(coloured.indexOf('>') + 1, coloured.lastIndexOf('</svg>'))
  const bar = gaugeAt(left + (anchor[0] - GAUGE_WIDTH / 2) * unit, top + high, unit, gauge)
  const view = `${left} ${top} ${wide} ${high + GAUGE_HEIGHT * unit}`
  return {
    svg: sheetOf(width, height + GAUGE_HEIGHT, view, content + bar),
    width,
    height: height + GAUGE_HEIGHT,
    anchor,
  }
}

const VIEW_BOX = /viewBox="(\S+) (\S+) (\S+) (\S+)"/

/** A bar as wide as the frame, filled as far as the unit is ready; `unit` is a pixel in the units of the drawing. */
function gaugeAt(x: number, y: number, unit: number, percent: number): string {
  const place = `x="${x}" y="${y + unit}" height="${4 * unit}"`
  return (
    `<rect ${place} width="${GAUGE_WIDTH * unit}" fill="var(--symbol-gap)" stroke="var(--symbol-line)" stroke-width="${unit}"></rect>` +
    `<rect ${place} width="${(GAUGE_WIDTH * unit * percent) / 100}" fill="var(--symbol-line)" stroke="none"></rect>`
  )
}

const sheetOf = (width: number, height: number, view: string, content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${view}">${content}</svg>`

/** A frame with a question mark, for a code that draws nothing. */
const UNKNOWN: Omit<Picture, 'key'> = {
  svg: sheetOf(
    32,
    22,
    '0 0 32 22',
    '<rect x="1" y="1" width="30" height="20" fill="var(--symbol-gap)" stroke="var(--symbol-line)" stroke-width="1.2" stroke-dasharray="3 2"></rect>' +
      '<path d="M13 8c0-4 6-4 6 0c0 2.5-3 2-3 5" fill="none" stroke="var(--symbol-line)" stroke-width="1.6"></path>' +
      '<rect x="15.2" y="15.2" width="1.6" height="1.8" fill="var(--symbol-line)"></rect>',
  ),
  width: 32,
  height: 22,
  anchor: [16, 11],
}
