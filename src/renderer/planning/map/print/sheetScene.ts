import type { PlanReader } from '../../../../domain/plan/PlanDocument.ts'
import { isIdOf, type Id } from '../../../../domain/records/ids.ts'
import type { Overlay } from '../../../../domain/records/overlay.ts'
import type { MapAdapter } from '../../../map-engine/MapAdapter.ts'
import type { SceneItem, SceneLayer } from '../../../map-engine/Scene.ts'
import { metresPerPixelOf } from '../../../map-engine/sheet/metresPerPixelOf.ts'
import type { Sheet } from '../../../map-engine/sheet/Sheet.ts'
import { measureItemsAt } from '../measures/measureItemsAt.ts'
import type { MeasureWords } from '../measures/MeasureWords.ts'
import type { PrintPart } from './printView.ts'

export type SheetScene = readonly (readonly [SceneLayer, readonly SceneItem[]])[]

/** Which choice each layer follows; the sheet has a grid of its own. */
const PART_OF: Readonly<Partial<Record<SceneLayer, PrintPart>>> = {
  districts: 'districts',
  measures: 'measures',
  missions: 'missions',
  links: 'missions',
  places: 'places',
  units: 'units',
  notes: 'missions',
}

/** Items of the frame itself begin so. */
export const FRAME_ID = 'print-frame'

/** What the map shows of the plan, less what was left off. Selection is for the screen: paper shows all alike. */
export function sceneOnScreen(
  map: Pick<MapAdapter, 'items'>,
  parts: ReadonlySet<PrintPart>,
  hidden: ReadonlySet<SceneLayer>,
): SheetScene {
  return Object.entries(PART_OF).flatMap(([name, part]) => {
    const layer = name as SceneLayer
    if (!parts.has(part) || hidden.has(layer)) return []
    const items = map.items(layer).filter(({ id }) => !id.startsWith(FRAME_ID))
    return items.length === 0 ? [] : [[layer, items.map((item) => plain(item, parts, layer === 'places'))] as const]
  })
}

/** Places keep their names to themselves on a screen that shows much ground; paper has its own scale, and takes those with room. */
function plain(item: SceneItem, parts: ReadonlySet<PrintPart>, isPlace: boolean): SceneItem {
  const emphasis = item.emphasis === 'selected' ? 'normal' : item.emphasis
  if (item.kind !== 'symbol') return emphasis === item.emphasis ? item : { ...item, emphasis }
  const name = isPlace ? nameOf(item.title) : item.label
  const label = parts.has('labels') ? name : null
  const badge = parts.has('findings') ? item.badge : null
  return label === item.label && badge === item.badge && emphasis === item.emphasis
    ? item
    : { ...item, label, badge, emphasis }
}

/** Titles of places say their kind after the name. */
const nameOf = (title: string): string => title.split(' · ')[0] ?? title

/** Measures are drawn for a scale: teeth, arrows and texts keep their size on paper, so those of the sheet are asked for. */
export async function withMeasuresAt(
  scene: SheetScene,
  sheet: Sheet,
  plan: PlanReader,
  words: MeasureWords,
): Promise<SheetScene> {
  const drawn = scene.find(([layer]) => layer === 'measures')?.[1] ?? []
  const titles = new Map<Id<'overlay'>, string>()
  const faded = new Set<Id | null>()
  for (const { record, title, emphasis } of drawn) {
    if (record === null || !isIdOf('overlay', record)) continue
    titles.set(record, title)
    if (emphasis === 'faded') faded.add(record)
  }
  if (titles.size === 0) return scene
  const overlays = [...titles.keys()].map((id) => plan.get(id)).filter((overlay) => overlay !== undefined)
  const titleOf = ({ id, name }: Overlay): string => titles.get(id) ?? name
  const made = await measureItemsAt(overlays, metresPerPixelOf(sheet), words, titleOf)
  const items = made.map((item): SceneItem => (faded.has(item.record) ? { ...item, emphasis: 'faded' } : item))
  const others = drawn.filter(({ record }) => record === null || !isIdOf('overlay', record))
  return scene.map(([layer, all]) =>
    layer === 'measures' ? ([layer, [...items, ...others]] as const) : ([layer, all] as const),
  )
}
