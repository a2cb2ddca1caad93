import { type Colour, type Outline, outlineOf, type PathMark, type TextMark, type VectorPicture } from './Drawing.ts'
import { ellipse } from './ellipse.ts'
import { svgPath } from './svgPath.ts'

/** SVG's own names for colours, as far as symbol libraries use them. */
const NAMES: Readonly<Record<string, Colour>> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  yellow: '#ffff00',
  green: '#008000',
  blue: '#0000ff',
  gray: '#808080',
  grey: '#808080',
}

/** a b c d e f of an affine map. */
type Matrix = readonly [number, number, number, number, number, number]
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

interface Style {
  readonly fill: string
  readonly stroke: string
  readonly 'stroke-width': string
  readonly 'stroke-dasharray': string
  readonly opacity: string
  readonly 'fill-opacity': string
  readonly 'stroke-opacity': string
  readonly 'font-size': string
  readonly 'font-weight': string
  readonly 'text-anchor': string
}

const INITIAL: Style = {
  fill: 'black',
  stroke: 'none',
  'stroke-width': '1',
  'stroke-dasharray': '',
  opacity: '1',
  'fill-opacity': '1',
  'stroke-opacity': '1',
  'font-size': '16',
  'font-weight': '',
  'text-anchor': 'start',
}

const TAG = /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>([^<]*)/g
const ATTRIBUTE = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
}

/**
 * An SVG document as drawing marks, for those parts of SVG that symbol libraries write: groups, transforms, paths, basic
 * shapes and text. Scripts, styles and references are not looked at. `measure` gives the width of text at an em of 1.
 */
export function svgPicture(svg: string, measure: (text: string, isStrong: boolean) => number): VectorPicture {
  const marks: (PathMark | TextMark)[] = []
  let view = { x: 0, y: 0, width: 0, height: 0 }
  const stack: { style: Style; matrix: Matrix }[] = []
  let now = { style: INITIAL, matrix: IDENTITY }
  for (const [, slash, name = '', attributes = '', isAlone, text = ''] of svg.matchAll(TAG)) {
    if (slash === '/') {
      now = stack.pop() ?? now
      continue
    }
    const own = attributesOf(attributes)
    if (name === 'svg' && stack.length === 0) view = viewOf(own)
    const style = inherit(now.style, own)
    const matrix = times(now.matrix, matrixOf(own['transform'] ?? ''))
    const outline = outlineOfElement(name, own)
    if (outline !== null) marks.push(...pathMarks(outline, style, matrix))
    else if (name === 'text') marks.push(...textMarks(text, own, style, matrix, measure))
    if (isAlone !== '/') {
      stack.push(now)
      now = { style, matrix }
    }
  }
  const shift: Matrix = [1, 0, 0, 1, -view.x, -view.y]
  return { width: view.width, height: view.height, marks: marks.map((mark) => moved(mark, shift)) }
}

type Attributes = Readonly<Record<string, string>>

function attributesOf(text: string): Attributes {
  return Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name = '', a, b]) => [name, decoded(a ?? b ?? '')]))
}

const decoded = (text: string): string => text.replaceAll(/&[#\w]+;/g, (entity) => ENTITIES[entity] ?? '')

const number = (text: string | undefined, otherwise = 0): number => {
  const value = Number.parseFloat(text ?? '')
  return Number.isFinite(value) ? value : otherwise
}

function viewOf(own: Attributes): { x: number; y: number; width: number; height: number } {
  const [x, y, width, height] = (own['viewBox'] ?? '').split(/[\s,]+/).map(Number)
  if (x !== undefined && y !== undefined && width !== undefined && height !== undefined) return { x, y, width, height }
  return { x: 0, y: 0, width: number(own['width']), height: number(own['height']) }
}

/** Presentation attributes go down; opacity of groups is multiplied, which is the same unless their parts overlap. */
function inherit(style: Style, own: Attributes): Style {
  const next: Record<string, string> = { ...style }
  for (const key of Object.keys(INITIAL)) if (own[key] !== undefined && own[key] !== 'inherit') next[key] = own[key]
  next['opacity'] = String(number(style.opacity, 1) * number(own['opacity'], 1))
  return next as unknown as Style
}

function matrixOf(transform: string): Matrix {
  let matrix = IDENTITY
  for (const [, kind, list = ''] of transform.matchAll(/(\w+)\s*\(([^)]*)\)/g)) {
    const n = list
      .split(/[\s,]+/)
      .filter((part) => part !== '')
      .map(Number)
    const [a = 0, b] = n
    if (kind === 'translate') matrix = times(matrix, [1, 0, 0, 1, a, b ?? 0])
    else if (kind === 'scale') matrix = times(matrix, [a, 0, 0, b ?? a, 0, 0])
    else if (kind === 'matrix' && n.length === 6) matrix = times(matrix, n as unknown as Matrix)
    else if (kind === 'rotate') {
      const [, cx = 0, cy = 0] = n
      const turn = (a * Math.PI) / 180
      matrix = times(times(matrix, [1, 0, 0, 1, cx, cy]), [
        Math.cos(turn),
        Math.sin(turn),
        -Math.sin(turn),
        Math.cos(turn),
        0,
        0,
      ])
      matrix = times(matrix, [1, 0, 0, 1, -cx, -cy])
    }
  }
  return matrix
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

function outlineOfElement(name: string, own: Attributes): Outline | null {
  switch (name) {
    case 'path':
      return svgPath(own['d'] ?? '')
    case 'circle':
      return ellipse(number(own['cx']), number(own['cy']), number(own['r']), number(own['r']))
    case 'ellipse':
      return ellipse(number(own['cx']), number(own['cy']), number(own['rx']), number(own['ry']))
    case 'rect': {
      const [x, y, w, h] = [number(own['x']), number(own['y']), number(own['width']), number(own['height'])]
      return outlineOf(
        [
          [x, y],
          [x + w, y],
          [x + w, y + h],
          [x, y + h],
        ],
        true,
      )
    }
    case 'line':
      return outlineOf([
        [number(own['x1']), number(own['y1'])],
        [number(own['x2']), number(own['y2'])],
      ])
    case 'polyline':
    case 'polygon': {
      const n = (own['points'] ?? '')
        .split(/[\s,]+/)
        .filter((part) => part !== '')
        .map(Number)
      const points = Array.from(
        { length: Math.floor(n.length / 2) },
        (_, i) => [n[2 * i] ?? 0, n[2 * i + 1] ?? 0] as const,
      )
      return outlineOf(points, name === 'polygon')
    }
    default:
      return null
  }
}

/** Colour of a paint; null draws nothing. */
function colourOf(paint: string): Colour | null {
  const text = paint.trim().toLowerCase()
  if (text === 'none' || text === 'transparent' || text === '') return null
  if (/^#[0-9a-f]{6}$/.test(text)) return text as Colour
  if (/^#[0-9a-f]{3}$/.test(text)) return `#${Array.from(text.slice(1), (c) => c + c).join('')}`
  const channels = /^rgba?\(([^)]*)\)$/
    .exec(text)?.[1]
    ?.split(/[\s,/]+/)
    .map(Number)
  if (channels !== undefined && channels.length >= 3) {
    return `#${channels
      .slice(0, 3)
      .map((c) =>
        Math.max(0, Math.min(255, Math.round(c)))
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`
  }
  return NAMES[text] ?? '#000000'
}

const stretchOf = ([a, b, c, d]: Matrix): number => Math.sqrt(Math.abs(a * d - b * c))

function pathMarks(outline: Outline, style: Style, matrix: Matrix): PathMark[] {
  const fill = colourOf(style.fill)
  const stroke = colourOf(style.stroke)
  const opacity = number(style.opacity, 1)
  const stretch = stretchOf(matrix)
  const width = number(style['stroke-width'], 1) * stretch
  const hasPen = stroke !== null && width > 0
  if (outline.ops === '' || (fill === null && !hasPen)) return []
  const dash = (style['stroke-dasharray'] === 'none' ? '' : style['stroke-dasharray'])
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map((part) => number(part) * stretch)
  return [
    {
      kind: 'path',
      outline: through(outline, matrix),
      fill: fill === null ? null : { color: fill, opacity: opacity * number(style['fill-opacity'], 1) },
      pen: hasPen ? { color: stroke, width, dash, opacity: opacity * number(style['stroke-opacity'], 1) } : null,
    },
  ]
}

function textMarks(
  raw: string,
  own: Attributes,
  style: Style,
  matrix: Matrix,
  measure: (text: string, isStrong: boolean) => number,
): TextMark[] {
  const text = decoded(raw).trim()
  const color = colourOf(style.fill)
  if (text === '' || color === null) return []
  const size = number(style['font-size'], 16)
  const isStrong = style['font-weight'] === 'bold' || number(style['font-weight']) >= 600
  const width = measure(text, isStrong) * size
  const back = style['text-anchor'] === 'middle' ? width / 2 : style['text-anchor'] === 'end' ? width : 0
  const [x = 0, y = 0] = through({ ops: 'M', xy: [number(own['x']) - back, number(own['y'])] }, matrix).xy
  const angle = (Math.atan2(matrix[1], matrix[0]) * 180) / Math.PI
  return [{ kind: 'text', text, x, y, angle, size: size * stretchOf(matrix), isStrong, color, halo: 0 }]
}

function through(outline: Outline, [a, b, c, d, e, f]: Matrix): Outline {
  const xy: number[] = []
  for (let i = 0; i + 1 < outline.xy.length; i += 2) {
    const x = outline.xy[i] ?? 0
    const y = outline.xy[i + 1] ?? 0
    xy.push(a * x + c * y + e, b * x + d * y + f)
  }
  return { ops: outline.ops, xy }
}

function moved<M extends PathMark | TextMark>(mark: M, matrix: Matrix): M {
  if (mark.kind === 'path') return { ...mark, outline: through(mark.outline, matrix) }
  return { ...mark, x: mark.x + matrix[4], y: mark.y + matrix[5] }
}
