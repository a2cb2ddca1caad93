import type { PlanReader } from '../../../../domain/plan/PlanDocument.ts'
import { placePositions } from '../../../../domain/geo/locationPosition.ts'
import { pathOf, pointAlong } from '../../../../domain/geo/path.ts'
import type { Position } from '../../../../domain/records/common.ts'
import type { Mission } from '../../../../domain/records/mission.ts'
import type { SceneItem, SymbolItem } from '../../../map-engine/Scene.ts'
import type { Texts } from '../../../texts/TextContext.tsx'
import type { MissionComponent } from './missionComponent.ts'
import { missionPicture, missionStroke } from './missionPicture.ts'

export interface MissionLook {
  readonly component: MissionComponent
  readonly emphasis: SceneItem['emphasis']
  readonly badge: SymbolItem['badge']
  /** Lower goes first. */
  readonly rank: number
}

const FILL_OPACITY = 0.22

/** A mission's places as items: each with a tag, lines with their direction, areas with their fill. */
export function missionItems(plan: PlanReader, mission: Mission, look: MissionLook, texts: Texts): SceneItem[] {
  const { component, emphasis, rank } = look
  const { id, code, status } = mission
  const title = `${code} ${mission.title}`
  const items: SceneItem[] = []
  for (const [i, place] of mission.places.entries()) {
    const points = placePositions(plan, place)
    const first = points[0]
    if (first === undefined) continue
    const key = i === 0 ? id : `${id} ${i}`
    const base = { record: id, title, rank, emphasis } as const
    const stroke = missionStroke(component, status)
    if (place.shape === 'line' && points.length > 1) {
      items.push({ ...base, id: `${key} line`, kind: 'line', path: points, stroke, arrow: 'end', label: null })
    } else if (place.shape === 'area' && points.length > 2) {
      const fill = { color: `--hue-${component}-fill`, opacity: FILL_OPACITY, hatch: status === 'draft' } as const
      items.push({ ...base, id: `${key} area`, kind: 'area', rings: [points], stroke, fill, label: null })
    }
    items.push({
      ...base,
      id: key,
      kind: 'symbol',
      at: markAt(place.shape, points, first),
      picture: missionPicture(component, markOf(component, texts), status),
      label: mission.notional === true ? `${code} ${texts.t('map-units.notional')}` : code,
      badge: i === 0 ? look.badge : null,
      cluster: emphasis === 'selected' ? null : 'missions',
    })
  }
  return items
}

/** Where a mission's tag stands: on the point, half way along the line, in the middle of the area. */
function markAt(shape: Mission['places'][number]['shape'], points: readonly Position[], first: Position): Position {
  if (points.length === 1 || shape === 'point') return first
  if (shape === 'line') return pointAlong(pathOf(points), 0.5)
  let [lon, lat] = [0, 0]
  for (const point of points) {
    lon += point[0]
    lat += point[1]
  }
  return [lon / points.length, lat / points.length]
}

const marks = new WeakMap<Texts, Map<MissionComponent, string>>()

function markOf(component: MissionComponent, texts: Texts): string {
  let words = marks.get(texts)
  if (words === undefined) marks.set(texts, (words = new Map()))
  let word = words.get(component)
  if (word === undefined) {
    word = component === 'none' ? '–' : texts.t(`component-mark.${component}`)
    words.set(component, word)
  }
  return word
}
