import type { PlanReader } from '../../../../domain/plan/PlanDocument.ts'
import { formatDtg } from '../../../../domain/time/dtg.ts'
import { formatRelative, toInstant } from '../../../../domain/time/planTime.ts'
import type { SceneLayer } from '../../../map-engine/Scene.ts'
import type { MapAdapter } from '../../../map-engine/MapAdapter.ts'
import type { OwnLayerView } from '../../../map-engine/layers/OwnLayerView.ts'
import { isOnSheet } from '../../../map-engine/sheet/isOnSheet.ts'
import { ownOnSheet } from '../../../map-engine/sheet/ownOnSheet.ts'
import type { Sheet } from '../../../map-engine/sheet/Sheet.ts'
import type { LegendEntry, LegendGroup, OwnSheetLayer, SheetContent } from '../../../map-engine/sheet/SheetContent.ts'
import type { Texts } from '../../../texts/TextContext.tsx'
import { measureSamples } from './measureSamples.ts'
import type { PrintPart } from './printView.ts'
import { sheetLegend } from './sheetLegend.ts'
import { sceneOnScreen, withMeasuresAt } from './sheetScene.ts'

export interface PrintSource {
  readonly map: Pick<MapAdapter, 'items'>
  readonly plan: PlanReader
  /** Minutes from H-hour. */
  readonly time: number
  readonly texts: Texts
  readonly hiddenLayers: ReadonlySet<SceneLayer>
  /** Topmost first. */
  readonly ownLayers: readonly OwnLayerView[]
  readonly hasGround: boolean
  readonly ownNames: ReadonlyMap<string, string>
}

/** All that goes on the sheet, taken from what the map shows now. */
export async function sheetContent(
  sheet: Sheet,
  { title, parts }: { readonly title: string | null; readonly parts: ReadonlySet<PrintPart> },
  { map, plan, time, texts, hiddenLayers, ownLayers, ownNames, hasGround }: PrintSource,
): Promise<SheetContent> {
  const { meta } = plan
  const { language, t } = texts
  const instant = toInstant(time, meta.hHour)
  const write = (minutes: number): string => formatDtg(toInstant(minutes, meta.hHour), meta.timeZone, language)
  const scene = await withMeasuresAt(sceneOnScreen(map, parts, hiddenLayers), sheet, plan, { writeTime: write, t })
  const own = parts.has('own') ? await ownOnSheet(ownLayers, sheet) : []
  const samples = await measureSamples(scene, plan)
  return {
    sheet,
    language,
    marking: meta.marking,
    isExercise: meta.exercise,
    title: title ?? meta.title,
    subtitle: t('map-print.plan-revision', { title: meta.title, revision: plan.revision }),
    time: `${write(time)} · ${formatRelative(time)}`,
    instant,
    scene,
    hasGround,
    own,
    legend: [
      ...sheetLegend(scene, isOnSheet(sheet), plan, texts, samples),
      ownLegend(own, ownNames, t('map-print.layer-own')),
    ],
  }
}

/** Own layers by their names, uppermost first; the colour is that of features without one of their own. */
function ownLegend(own: readonly OwnSheetLayer[], names: ReadonlyMap<string, string>, title: string): LegendGroup {
  const entries = own.toReversed().map(({ id, color, opacity, shapes }): LegendEntry => {
    const stroke = { color, width: 1.5, dash: [], halo: 0 }
    const hasAreas = shapes.length === 0 || shapes.some(({ kind }) => kind === 'area')
    return {
      sample: hasAreas
        ? { kind: 'area', stroke, fill: { color, opacity: 0.15 * opacity, hatch: false } }
        : { kind: 'line', stroke, arrow: 'none' },
      text: names.get(id) ?? title,
    }
  })
  return { title, entries, isLong: false }
}
