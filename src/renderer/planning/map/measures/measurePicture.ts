import milsymbol from 'milsymbol'
import type { Picture } from '../../../map-engine/Scene.ts'

const SIZE = 22
/** In the drawing's own 200 units. */
const STROKE = 4
const HALO = 14

const pictures = new Map<string, Picture>()

/** The symbol of a measure that is one point, with a halo for the ground below it; a ring for a code that draws nothing. */
export function measurePicture(code: string): Picture {
  const key = `measure ${code}`
  const known = pictures.get(key)
  if (known !== undefined) return known
  const picture = { key, ...draw(code) }
  pictures.set(key, picture)
  return picture
}

const VIEW_BOX = /viewBox="(\S+) (\S+) (\S+) (\S+)"/

const INK = 'var(--map-overlay)'

function draw(code: string): Omit<Picture, 'key'> {
  const symbol = new milsymbol.Symbol(code, { size: SIZE, strokeWidth: STROKE })
  const svg = symbol.asSVG()
  const box = VIEW_BOX.exec(svg)
  if (symbol.isValid() !== true || box === null) return RING
  const { width, height } = symbol.getSize()
  const { x, y } = symbol.getAnchor()
  const [left = 0, top = 0, wide = 0, high = 0] = box.slice(1).map(Number)
  const margin = HALO / 2
  const scale = width / wide
  const content = svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'))
  const view = `${left - margin} ${top - margin} ${wide + HALO} ${high + HALO}`
  return {
    svg:
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width + HALO * scale}" height="${height + HALO * scale}" viewBox="${view}">` +
      `${inHalo(content)}${inInk(content)}</svg>`,
    width: width + HALO * scale,
    height: height + HALO * scale,
    anchor: [x + margin * scale, y + margin * scale],
  }
}

const inInk = (content: string): string => content.replaceAll('"black"', `"${INK}"`)

/** The same lines, wider, in the colour of the ground. */
function inHalo(content: string): string {
  return content
    .replaceAll(/stroke-width="[\d.]+"/g, `stroke-width="${HALO}"`)
    .replaceAll('stroke="none"', 'stroke="black"')
    .replaceAll('"black"', '"var(--map-halo)"')
}

const RING: Omit<Picture, 'key'> = {
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6" fill="none" stroke="${INK}" stroke-width="2"></circle></svg>`,
  width: 16,
  height: 16,
  anchor: [8, 8],
}
