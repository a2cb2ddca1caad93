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

const WIDTH = 26
const HEIGHT = 24
/** A tag that points at its place, which no frame of a unit does. */
const TAG = 'M1.5 1.5H24.5V16.5H16.5L13 22.5L9.5 16.5H1.5Z'

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
  const width = status === 'ordered' || isFilled ? 2 : 1.4
  const struck =
    status === 'cancelled' ? `<path d="M3 15.5L23 2.5" fill="none" stroke="var(--text)" stroke-width="1.4"></path>` : ''
  const ticked =
    status === 'done'
      ? `<path d="M18 12.5L20 15L23.5 10.5" fill="none" stroke="var(--text)" stroke-width="1.4"></path>`
      : ''
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">` +
    `<path d="${TAG}" fill="var(${fill})" stroke="var(--map-halo)" stroke-width="3.5"></path>` +
    `<path d="${TAG}" fill="none" stroke="var(${line})" stroke-width="${width}"${dash}></path>` +
    `<g transform="translate(1 3)" stroke="var(${ground})" stroke-width="1.7">${wordStrokes(word)}</g>` +
    `${struck}${ticked}</svg>`
  const picture = { key, svg, width: WIDTH, height: HEIGHT, anchor: [13, 22] as const }
  pictures.set(key, picture)
  return picture
}
