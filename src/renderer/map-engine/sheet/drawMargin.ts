import { latitudeBand, utmZone } from '../../../domain/geo/utm.ts'
import { magneticNorth } from '../../../domain/geo/magnetic.ts'
import { formatNumber, translate, type TextParams } from '../../texts/translate.ts'
import type { TextKey } from '../../texts/catalog.ts'
import { type Mark, outlineOf, type TextLook } from './Drawing.ts'
import { drawLegend } from './drawLegend.ts'
import { drawNorths } from './drawNorths.ts'
import type { Block, MarginParts } from './MarginParts.ts'
import { scaleText } from './scaleText.ts'
import { drawScaleBar, scaleBar } from './scaleBar.ts'
import type { SheetPen } from './SheetPen.ts'
import type { Box } from './Sheet.ts'

/** Millimetres of an A4 between blocks. */
const GAP = 4

/** All that stands around the map: marking, title, frame, legend, scale, norths, time, notices. */
export function drawMargin(parts: MarginParts): Mark[] {
  const { layout, pen } = parts
  const { panel, unit } = layout
  const frames = [rectangle(layout.frame, 0.5, pen), rectangle(layout.neatline, 0.3, pen)]
  const gap = GAP * unit
  const marks = [...drawMarkings(parts), ...drawTitle(parts), ...frames]
  if (parts.content.sheet.isLandscape) {
    const top = stack([identity, scale], parts, panel.x, panel.y, panel.width)
    const lower = [norths, notices].map((draw) => draw(parts, panel.x, 0, panel.width))
    const lowerHeight = lower.reduce((sum, block) => sum + block.height + gap, 0)
    let y = panel.y + panel.height - lowerHeight + gap
    const legendTop = panel.y + top.height + gap
    const legend = drawLegend(parts, { x: panel.x, y: legendTop, width: panel.width, height: y - gap - legendTop })
    marks.push(...top.marks, ...legend)
    for (const draw of [norths, notices]) {
      const block = draw(parts, panel.x, y, panel.width)
      marks.push(...block.marks)
      y += block.height + gap
    }
    return marks
  }
  const first = 46 * unit
  const second = 56 * unit
  marks.push(...stack([identity, notices], parts, panel.x, panel.y, first).marks)
  marks.push(...stack([scale, norths], parts, panel.x + first + gap, panel.y, second).marks)
  const x = panel.x + first + second + 2 * gap
  return [...marks, ...drawLegend(parts, { x, y: panel.y, width: panel.x + panel.width - x, height: panel.height })]
}

type Draw = (parts: MarginParts, x: number, y: number, width: number) => Block

function stack(draws: readonly Draw[], parts: MarginParts, x: number, y: number, width: number): Block {
  const gap = GAP * parts.layout.unit
  const marks: Mark[] = []
  let at = y
  for (const draw of draws) {
    const block = draw(parts, x, at, width)
    marks.push(...block.marks)
    at += block.height + gap
  }
  return { marks, height: at - gap - y }
}

const say = ({ content }: MarginParts, key: TextKey, params?: TextParams): string =>
  translate(content.language, key, params)

function rectangle({ x, y, width, height }: Box, line: number, pen: SheetPen): Mark {
  return pen.stroked(
    outlineOf(
      [
        [x, y],
        [x + width, y],
        [x + width, y + height],
        [x, y + height],
      ],
      true,
    ),
    pen.pen(line, '--text'),
  )
}

/** The words that stand on every sheet, at its head and foot. */
function drawMarkings(parts: MarginParts): Mark[] {
  const { content, layout, pen } = parts
  const words = [content.marking.text, content.isExercise ? say(parts, 'app.exercise') : '']
    .filter((part) => part !== '')
    .join(' // ')
  if (words === '') return []
  const look = pen.look(3.6, { isStrong: true })
  const width = pen.text.width(words, look.size, true) + 6 * layout.unit
  const color = /^#[0-9a-f]{6}$/i.test(content.marking.color)
    ? pen.palette.colour(content.marking.color as `#${string}`)
    : pen.token('--text')
  return layout.markings.flatMap((middle): Mark[] => {
    const half = 2.6 * layout.unit
    const [left, right] = [(layout.width - width) / 2, (layout.width + width) / 2]
    const box = outlineOf(
      [
        [left, middle - half],
        [right, middle - half],
        [right, middle + half],
        [left, middle + half],
      ],
      true,
    )
    return [
      { kind: 'path', outline: box, fill: null, pen: { ...pen.pen(0.5, '--text'), color } },
      pen.text.line(words, [layout.width / 2, middle + look.size * 0.36], look, 'center'),
    ]
  })
}

function drawTitle(parts: MarginParts): Mark[] {
  const { content, layout, pen } = parts
  const { title, unit } = layout
  const base = title.y + title.height - 3.2 * unit
  const right = pen.look(4.4, { isStrong: true })
  const words = scaleText(content.sheet.scale)
  const room = title.width - pen.text.width(words, right.size, true) - 6 * unit
  const left = pen.look(5, { isStrong: true })
  return [
    pen.text.line(pen.text.fit(content.title, left.size, true, room), [title.x, base], left),
    pen.text.line(words, [title.x + title.width, base], right, 'end'),
  ]
}

/** Lines of text below each other. */
function paragraph(text: string, x: number, y: number, width: number, look: TextLook, pen: SheetPen): Block {
  const lines = pen.text.wrap(text, look.size, look.isStrong, width)
  const step = look.size * 1.32
  return {
    marks: lines.map((line, i) => pen.text.line(line, [x, y + look.size * 0.8 + i * step], look)),
    height: lines.length * step,
  }
}

const identity: Draw = (parts, x, y, width) => {
  const { content, pen } = parts
  const time = paragraph(content.time, x, y, width, pen.look(3.4, { isStrong: true }), pen)
  const plan = paragraph(content.subtitle, x, y + time.height, width, pen.look(2.3), pen)
  return { marks: [...time.marks, ...plan.marks], height: time.height + plan.height }
}

const scale: Draw = (parts, x, y, width) => {
  const { content, pen } = parts
  const { unit } = parts.layout
  const { sheet, language } = content
  const number = (value: number): string => formatNumber(language, value, 2)
  const head = paragraph(
    say(parts, 'map-print.scale-is', { scale: scaleText(sheet.scale) }),
    x,
    y,
    width,
    pen.look(2.8, { isStrong: true }),
    pen,
  )
  const bar = scaleBar(sheet.scale, width - 9 * unit)
  const barY = y + head.height + 3.4 * unit
  const drawn = drawScaleBar(bar, x + 2 * unit, barY, pen, number)
  const words = say(parts, 'map-print.centimetre', { km: number(sheet.scale / 100_000) })
  const foot = paragraph(words, x, barY + 2.4 * unit, width, pen.look(2), pen)
  return { marks: [...head.marks, ...drawn, ...foot.marks], height: barY + 2.4 * unit + foot.height - y }
}

const norths: Draw = (parts, x, y, width) => {
  const { content, pen, projection, grid } = parts
  const { unit } = parts.layout
  const { language, sheet } = content
  const magnetic = magneticNorth(sheet.center, content.instant)
  const diagram = drawNorths(x, y, projection.convergence, magnetic?.declination ?? null, pen, language)
  const angle = (degrees: number): string => {
    const minutes = Math.round(Math.abs(degrees) * 60)
    const side = minutes === 0 ? '' : degrees > 0 ? ' E' : language === 'es' ? ' O' : ' W'
    return `${Math.floor(minutes / 60)}°${String(minutes % 60).padStart(2, '0')}′${side}`
  }
  const band = latitudeBand(sheet.center[1]) ?? ''
  const interval = grid.interval >= 1000 ? `${grid.interval / 1000} km` : `${grid.interval} m`
  const lines = [
    say(parts, 'map-print.projection', { zone: `${utmZone(sheet.center)} ${projection.isNorth ? 'N' : 'S'}` }),
    say(parts, 'map-print.mgrs', {
      zone: `${utmZone(sheet.center)}${band}`,
      squares: [...new Set(grid.squares.map((s) => s.letters))].slice(0, 12).join(', '),
    }),
    ...(sheet.hasGrid ? [say(parts, 'map-print.grid-every', { interval })] : []),
    say(parts, 'map-print.convergence', { angle: angle(projection.convergence) }),
    ...(magnetic === null
      ? [say(parts, 'map-print.no-declination')]
      : [
          say(parts, 'map-print.declination', { angle: angle(magnetic.declination), model: magnetic.model }),
          say(parts, 'map-print.grid-magnetic', { angle: angle(magnetic.declination - projection.convergence) }),
        ]),
  ]
  const left = x + diagram.width + 2 * unit
  let at = y
  const marks = [...diagram.marks]
  for (const line of lines) {
    const block = paragraph(line, left, at, x + width - left, pen.look(1.9), pen)
    marks.push(...block.marks)
    at += block.height + 0.4 * unit
  }
  return { marks, height: Math.max(diagram.height, at - y) }
}

const notices: Draw = (parts, x, y, width) => {
  const { content, pen, dots } = parts
  const { unit } = parts.layout
  const warning = content.hasGround
    ? boxed(say(parts, 'map-print.accuracy'), x, y, width, pen)
    : { marks: [], height: 0 }
  const marks: Mark[] = [...warning.marks]
  let at = y + warning.height + (warning.height === 0 ? 0 : unit)
  const small: TextLook = pen.look(1.6, { color: '--text-muted' })
  const lines = [
    dots === 0 ? '' : say(parts, 'map-print.dots', { count: dots }),
    content.hasGround ? say(parts, 'map-print.sources') : '',
  ].filter((line) => line !== '')
  for (const line of lines) {
    const block = paragraph(line, x, at, width, small, pen)
    marks.push(...block.marks)
    at += block.height
  }
  return { marks, height: at - y }
}

function boxed(text: string, x: number, y: number, width: number, pen: SheetPen): Block {
  const inner = 1.2 * pen.unit
  const words = paragraph(text, x + inner, y + inner, width - 2 * inner, pen.look(2.1, { isStrong: true }), pen)
  const height = words.height + 1.6 * inner
  return { marks: [rectangle({ x, y, width, height }, 0.3, pen), ...words.marks], height }
}
