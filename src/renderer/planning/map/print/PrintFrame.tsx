import { useEffect, useMemo } from 'react'
import type { Position } from '../../../../domain/records/common.ts'
import type { AreaItem } from '../../../map-engine/Scene.ts'
import { scaleText } from '../../../map-engine/sheet/scaleText.ts'
import type { Sheet } from '../../../map-engine/sheet/Sheet.ts'
import { layoutSheet } from '../../../map-engine/sheet/sheetLayout.ts'
import { SheetProjection } from '../../../map-engine/sheet/SheetProjection.ts'
import { useTexts } from '../../../texts/TextContext.tsx'
import { useMap, useScene } from '../MapContext.tsx'
import { useMapView } from '../mapView.ts'
import { choose, printView } from './printView.ts'
import { FRAME_ID } from './sheetScene.ts'

/** The neatline of the sheet on the map; by its corners and its handle it is moved. */
export function PrintFrame({ sheet, isMoving }: { readonly sheet: Sheet; readonly isMoving: boolean }) {
  const { t } = useTexts()
  const map = useMap()
  const mode = useMapView((v) => v.mode)
  const words = t('map-print.frame', { paper: sheet.paper, scale: scaleText(sheet.scale) })
  const items = useMemo(() => [frameItem(sheet, words)], [sheet, words])
  const isToolOn = isMoving && mode === 'choose'
  useScene('notes', items)
  useEffect(() => {
    if (!isToolOn) return undefined
    const corners = cornersOf(sheet)
    let isEnded = false
    const follow = (points: readonly Position[]): void => {
      const center = movedBy(sheet.center, corners, points)
      if (center !== null) choose({ center })
    }
    map.setTool({
      type: 'edit',
      shape: 'area',
      points: corners,
      record: null,
      snap: false,
      canInsert: false,
      onSketch: () => undefined,
      onChange: follow,
      onCancel: () => {
        if (!isEnded) printView.setState({ isMoving: false })
      },
    })
    return () => {
      isEnded = true
      map.setTool(null)
    }
  }, [map, sheet, isToolOn])
  return null
}

function frameItem(sheet: Sheet, label: string): AreaItem {
  const projection = new SheetProjection(sheet, layoutSheet(sheet).neatline)
  return {
    kind: 'area',
    id: FRAME_ID,
    record: null,
    title: label,
    rank: -10,
    emphasis: 'normal',
    rings: [projection.groundRing()],
    stroke: { color: '--accent', width: 2, dash: [], halo: 1.5 },
    fill: null,
    label,
  }
}

function cornersOf(sheet: Sheet): Position[] {
  const { neatline } = layoutSheet(sheet)
  const projection = new SheetProjection(sheet, neatline)
  const { x, y, width, height } = neatline
  return (
    [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ] as const
  ).map((corner) => projection.toPosition(corner))
}

/** Where the middle goes: as far as the corner that was moved, or as all of them. Null where none was. */
function movedBy(center: Position, before: readonly Position[], after: readonly Position[]): Position | null {
  for (const [i, [lon, lat]] of before.entries()) {
    const now = after[i]
    if (now === undefined || Math.hypot(now[0] - lon, now[1] - lat) < 1e-9) continue
    const [x, y] = [center[0] + now[0] - lon, center[1] + now[1] - lat]
    return [Math.max(-180, Math.min(180, x)), Math.max(-79, Math.min(83, y))]
  }
  return null
}
