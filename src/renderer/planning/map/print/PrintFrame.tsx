import { useEffect, useMemo } from 'react'
import type { Position } from '../../../../domain/records/common.ts'
import type { AreaItem, Picture, SceneItem, SymbolItem } from '../../../map-engine/Scene.ts'
import { scaleText } from '../../../map-engine/sheet/scaleText.ts'
import type { Sheet } from '../../../map-engine/sheet/Sheet.ts'
import { layoutSheet } from '../../../map-engine/sheet/sheetLayout.ts'
import { SheetProjection } from '../../../map-engine/sheet/SheetProjection.ts'
import { useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { useMap, useScene } from '../MapContext.tsx'
import { useMapView } from '../mapView.ts'
import { choose, printView } from './printView.ts'
import { FRAME_ID } from './sheetScene.ts'

const HANDLE_ID = `${FRAME_ID} handle`
/** The projection of zones ends short of the poles. */
const [SOUTHMOST, NORTHMOST] = [-79, 83]

/** Four arrows in a disc: what is dragged to move the sheet. */
const HANDLE: Picture = {
  key: HANDLE_ID,
  svg:
    '<svg xmlns="http://www.w3.org/2000/svg" width="28" height="28" viewBox="0 0 28 28">' +
    '<circle cx="14" cy="14" r="13" fill="var(--accent)" stroke="var(--map-halo)" stroke-width="2"></circle>' +
    '<path d="M14 5V23M5 14H23M11 8L14 5L17 8M11 20L14 23L17 20M8 11L5 14L8 17M20 11L23 14L20 17" fill="none" ' +
    'stroke="var(--map-halo)" stroke-width="1.8"></path></svg>',
  width: 28,
  height: 28,
  anchor: [14, 14],
}

/** The neatline of the sheet on the map, moved by the handle in its middle. */
export function PrintFrame({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useTexts()
  const words = t('map-print.frame', { paper: sheet.paper, scale: scaleText(sheet.scale) })
  const handleWords = t('map-print.handle')
  const items = useMemo(
    (): SceneItem[] => [frameItem(sheet, words), handleItem(sheet.center, handleWords)],
    [sheet, words, handleWords],
  )
  useScene('notes', items)
  useHandle()
  return null
}

function useHandle(): void {
  const map = useMap()
  const mode = useMapView((v) => v.mode)
  const canEdit = useSessionState((s) => s.canEdit)
  useEffect(() => {
    if (mode !== 'choose') return undefined
    map.setDraggable(canEdit ? ['units', 'notes'] : ['notes'])
    let start: Position | null = null
    const stop = map.onSymbolDrag(({ phase, item, at }) => {
      if (item.id !== HANDLE_ID) return
      start ??= printView.getState().center
      if (phase === 'cancel') choose({ center: start })
      else choose({ center: [at[0], Math.max(SOUTHMOST, Math.min(NORTHMOST, at[1]))] })
      if (phase === 'cancel' || phase === 'end') start = null
    })
    return () => {
      stop()
      map.setDraggable(canEdit ? ['units'] : [])
    }
  }, [map, mode, canEdit])
}

const COMMON = { record: null, rank: -10, emphasis: 'normal' } as const

function frameItem(sheet: Sheet, label: string): AreaItem {
  const projection = new SheetProjection(sheet, layoutSheet(sheet).neatline)
  return {
    ...COMMON,
    kind: 'area',
    id: FRAME_ID,
    title: label,
    rings: [projection.groundRing()],
    stroke: { color: '--accent', width: 2, dash: [], halo: 1.5 },
    fill: null,
    label: null,
  }
}

const handleItem = (at: Position, title: string): SymbolItem => ({
  ...COMMON,
  kind: 'symbol',
  id: HANDLE_ID,
  title,
  at,
  picture: HANDLE,
  label: null,
  badge: null,
  cluster: null,
})
