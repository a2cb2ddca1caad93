import type { MissionStatus } from '../../../../domain/records/mission.ts'
import type { ColorToken, Picture, Stroke } from '../../../map-engine/Scene.ts'
import { wordStrokes } from './letterPath.ts'
import type { MissionComponent } from './missionComponent.ts'

/** Pixels on, off… of the outline of each status: what is not yet ordered is broken. */
const DASHES: Readonly<Record<MissionStatus, readonly number[]>> = {
  draft: [1, 3],
  planned: [5, 3],
  ordered: [],
  executing: [],
  done: [],
  cancelled: [1, 4],
}
const WIDTHS: Readonly<Record<MissionStatus, number>> = {
  draft: 2,
  planned: 2,
  ordered: 2.5,
  executing: 4,
  done: 1.5,
  cancelled: 1.5,
}

const hue = (component: MissionComponent, part: 'line' | 'fill' | 'ink'): ColorToken => `--hue-${component}-${part}`

/** The line of a route or the edge of an area: hue by component, breaks and width by status. */
export function missionStroke(component: MissionComponent, status: MissionStatus): Stroke {
  const isOver = status === 'done' || status === 'cancelled'
  return {
    color: isOver ? '--line-strong' : hue(component, 'line'),
    width: WIDTHS[status],
    dash: DASHES[status].map((length) => length * 1.6),
    halo: 1.5,
  }
}

const pictures = new Map<string, Picture>()

const WIDTH = 28
const HEIGHT = 42
/** A flag on a pole, which stands clear of the units at its place and which no frame of a unit is like. */
const FLAG = 'M3 2.5H26.5V17.5H3Z'
const POLE = 'M3 2.5V40'

/** Marks a mission on the map by its component's letters and hue; the outline tells the status, and a stroke what is cancelled. */
export function missionPicture(component: MissionComponent, word: string, status: MissionStatus): Picture {
  const key = `mission ${component} ${word} ${status}`
  const known = pictures.get(key)
  if (known !== undefined) return known
  const isFilled = status === 'executing'
  const isOver = status === 'done' || status === 'cancelled'
  const line = isOver ? '--line-strong' : hue(component, 'line')
  const fill = isFilled ? line : status === 'draft' || isOver ? '--map-halo' : hue(component, 'fill')
  const ink = isFilled ? '--map-halo' : isOver ? '--text' : hue(component, 'ink')
  const ground = status === 'draft' ? '--text' : ink
  const dash = DASHES[status].length === 0 ? '' : ` stroke-dasharray="${DASHES[status].join(' ')}"`
  const width = isFilled ? 3 : status === 'ordered' ? 2 : 1.4
  const struck = status === 'cancelled' ? stroke('M4.5 16.5L25 3.5') : ''
  const ticked = status === 'done' ? stroke('M20 13L22.5 16L27 10') : ''
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">` +
    `<path d="${FLAG}${POLE}" fill="none" stroke="var(--map-halo)" stroke-width="4"></path>` +
    `<path d="${POLE}" fill="none" stroke="var(${line})" stroke-width="2"></path>` +
    `<circle cx="3" cy="39" r="2.4" fill="var(${line})"></circle>` +
    `<path d="${FLAG}" fill="var(${fill})" stroke="var(${line})" stroke-width="${width}"${dash}></path>` +
    `<g transform="translate(2.75 4)" stroke="var(${ground})" stroke-width="1.7">${wordStrokes(word)}</g>` +
    `${struck}${ticked}</svg>`
  const picture = { key, svg, width: WIDTH, height: HEIGHT, anchor: [3, 39] as const }
  pictures.set(key, picture)
  return picture
}

const stroke = (path: string): string => `<path d="${path}" fill="none" stroke="var(--text)" stroke-width="1.5"></path>`
