import {
  ErrorLogger,
  Font,
  LogLevel,
  MilStdAttributes,
  type MilStdSymbol,
  Modifiers,
  RendererSettings,
  type ShapeInfo,
  WebRenderer,
} from '@armyc2.c5isr.renderer/mil-sym-ts-web'
import type {
  MultipointArea,
  MultipointDrawing,
  MultipointLabel,
  MultipointLine,
  MultipointRequest,
} from './Multipoint.ts'
import type { Position } from '../../../domain/records/common.ts'
import { LABEL_SIZE } from './labelSize.ts'
import { thinLabels } from './thinLabels.ts'

/** The renderer counts in dots per inch and takes a map's scale. */
const DPI = 96
const INCHES_PER_METRE = 100 / 2.54

/** The middle of the letters above their base line, in shares of their size: half the height of a capital. */
const MIDDLE = 0.36

const METRES_PER_DEGREE = 111_320
/** More than any symbol of sense has; a wilder answer is taken for a fault. */
const MOST_VERTICES = 200_000

/** The lines of the box beside each stretch of a corridor, which the measure's sheet holds; its name stays. */
const CORRIDOR_BOX = /^(?:Name|Width|Min Alt|Max Alt|DTG Start|DTG End):/

let isSet = false

function setUp(): void {
  if (isSet) return
  ErrorLogger.setLevel(LogLevel.OFF)
  const settings = RendererSettings.getInstance()
  settings.setDeviceDPI(DPI)
  // It would take another scale than the map's where it finds the area shown too wide or too narrow.
  settings.setAutoAdjustScale(false)
  settings.setMPLabelFont('Arial', Font.BOLD, LABEL_SIZE)
  isSet = true
}

/**
 * Works a symbol out by the reference renderer. Its answer is looked through as data from outside: only finite
 * positions on the globe, plain texts and numbers come back, nothing of its colours, pictures or markup. Null where it
 * refuses the symbol or makes nothing of the points.
 */
export function drawMultipoint(request: MultipointRequest): MultipointDrawing | null {
  setUp()
  try {
    const symbol = render(request)
    return symbol === undefined || symbol === null ? null : read(symbol, request)
  } catch {
    return null
  }
}

/** By the call that gives objects: the one for GeoJSON writes texts unescaped, and a quotation mark would break it. */
function render(request: MultipointRequest): MilStdSymbol | null | undefined {
  const { symbol, points, metresPerPixel, name, second, begins, ends, widths } = request
  const texts = new Map<string, string>()
  const put = (field: string, text: string): void => {
    if (text !== '') texts.set(field, text)
  }
  put(Modifiers.T_UNIQUE_DESIGNATION_1, name)
  put(Modifiers.T1_UNIQUE_DESIGNATION_2, second)
  put(Modifiers.W_DTG_1, begins)
  put(Modifiers.W1_DTG_2, ends)
  put(Modifiers.AM_DISTANCE, widths.join(','))
  return WebRenderer.RenderMultiPointAsMilStdSymbol(
    'measure',
    '',
    '',
    symbol,
    points.map(([longitude, latitude]) => `${longitude},${latitude}`).join(' '),
    'clampToGround',
    metresPerPixel * DPI * INCHES_PER_METRE,
    '',
    texts,
    new Map([
      [MilStdAttributes.LineColor, '#FF000000'],
      [MilStdAttributes.LineWidth, '2'],
    ]),
  )
}

function read(symbol: MilStdSymbol, { metresPerPixel }: MultipointRequest): MultipointDrawing | null {
  const lines: MultipointLine[] = []
  const areas: MultipointArea[] = []
  let vertices = 0
  for (const shape of symbol.getSymbolShapes()) {
    const paths = pathsOf(shape)
    vertices += paths.reduce((sum, path) => sum + path.length, 0)
    if (vertices > MOST_VERTICES) return null
    const isHatched = typeof shape.getPatternFillImage() === 'string'
    if (isHatched || (shape.getFillColor() ?? null) !== null) {
      areas.push({ rings: paths.filter((path) => path.length > 2), isHatched })
    }
    if ((shape.getLineColor() ?? null) === null) continue
    const dash = dashOf(shape)
    for (const path of paths) if (path.length > 1) lines.push({ path, dash })
  }
  const labels = symbol
    .getModifierShapes()
    .flatMap((shape) => labelOf(shape, metresPerPixel))
    .filter(({ text }) => !CORRIDOR_BOX.test(text))
  if (lines.length + areas.length + labels.length === 0) return null
  return { lines, areas, labels: thinLabels(labels, metresPerPixel) }
}

function positionOf(point: { getX(): number; getY(): number } | null): Position | null {
  if (point === null) return null
  const longitude = point.getX()
  const latitude = point.getY()
  const isOnGlobe = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90
  return isOnGlobe ? [longitude, latitude] : null
}

/** A path that leaves the globe is no path. */
function pathsOf(shape: ShapeInfo): Position[][] {
  return shape.getPolylines().flatMap((points) => {
    const path = points.map(positionOf)
    return path.every((position) => position !== null) ? [path] : []
  })
}

function dashOf(shape: ShapeInfo): number[] {
  const dash = (shape.getStroke() as { getDashArray(): unknown } | null)?.getDashArray()
  return Array.isArray(dash) ? dash.filter((part): part is number => Number.isFinite(part) && part > 0) : []
}

function labelOf(shape: ShapeInfo, metresPerPixel: number): MultipointLabel[] {
  const text: unknown = shape.getModifierString()
  const at = positionOf(shape.getModifierPosition())
  if (typeof text !== 'string' || text.trim() === '' || at === null) return []
  const turned: unknown = shape.getModifierAngle()
  const angle = upright(typeof turned === 'number' && Number.isFinite(turned) ? turned : 0)
  const align = (['start', 'center', 'end'] as const)[shape.getTextJustify()] ?? 'center'
  return [{ text: text.trim(), at: raised(at, angle, metresPerPixel), angle, align }]
}

/** The same angle between -180 and 180. */
function upright(angle: number): number {
  const turned = angle % 360
  return turned > 180 ? turned - 360 : turned < -180 ? turned + 360 : turned
}

/** From the letters' base line to the middle of their height, across the way they are written. */
function raised([longitude, latitude]: Position, angle: number, metresPerPixel: number): Position {
  const metres = MIDDLE * LABEL_SIZE * metresPerPixel
  const turn = (angle * Math.PI) / 180
  const north = (metres * Math.cos(turn)) / METRES_PER_DEGREE
  const east = (metres * Math.sin(turn)) / (METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180))
  return [longitude + east, latitude + north]
}
