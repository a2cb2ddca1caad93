import { Maximize2, Move, ScanSearch } from 'lucide-react'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import { isOnSheet } from '../../../map-engine/sheet/isOnSheet.ts'
import { scaleText } from '../../../map-engine/sheet/scaleText.ts'
import { PAPERS, type Paper, type Sheet } from '../../../map-engine/sheet/Sheet.ts'
import { layoutSheet } from '../../../map-engine/sheet/sheetLayout.ts'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { InlineMessage } from '../../../ui/InlineMessage.tsx'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useMap } from '../MapContext.tsx'
import { useMapView } from '../mapView.ts'
import { sceneChanges } from '../sceneChanges.ts'
import {
  choose,
  choosePart,
  fitToView,
  moveSheet,
  PRINT_PARTS,
  type PrintPart,
  printView,
  usePrintView,
} from './printView.ts'
import { sceneOnScreen } from './sheetScene.ts'

const SCALES = [25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000] as const
/** From here on the base map's errors stay within some millimetres. */
const COARSE_UNDER = 500_000
/** Metres: the median error of rivers and boundaries. */
const BASE_ERROR = 2_000

/** Millimetres of paper that an arrow key moves the sheet; with Shift the finer. */
const STEP = 10
const FINE_STEP = 1
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** What is chosen of a sheet. */
export function SheetForm({ sheet }: { readonly sheet: Sheet }) {
  const { t, number } = useTexts()
  const map = useMap()
  const meta = usePlanMeta()
  const title = usePrintView((v) => v.title)
  const parts = usePrintView((v) => v.parts)
  const isEmpty = useIsEmpty(sheet, parts)
  const { neatline } = layoutSheet(sheet)
  const km = (millimetres: number): string => number((millimetres * sheet.scale) / 1e6, sheet.scale < 100_000 ? 1 : 0)
  const scales = [...new Set<number>([...SCALES, sheet.scale])].sort((a, b) => a - b)
  return (
    <>
      <TextField
        label={t('map-print.title')}
        value={title ?? meta.title}
        onCommit={(text) => printView.setState({ title: text.trim() === '' ? null : text.trim().slice(0, 200) })}
      />
      <div className="map-print-row">
        <Select
          label={t('map-print.paper')}
          options={PAPERS.map((id) => ({ id, label: id }))}
          value={sheet.paper}
          onChange={(id) => choose({ paper: id as Paper })}
        />
        <SegmentedControl
          label={t('map-print.orientation')}
          segments={[
            { id: 'landscape', label: t('map-print.landscape') },
            { id: 'portrait', label: t('map-print.portrait') },
          ]}
          value={sheet.isLandscape ? 'landscape' : 'portrait'}
          onChange={(id) => choose({ isLandscape: id === 'landscape' })}
        />
      </div>
      <div className="map-print-row">
        <Select
          label={t('map-print.scale')}
          options={scales.map((scale) => ({ id: String(scale), label: scaleText(scale) }))}
          value={String(sheet.scale)}
          onChange={(id) => choose({ scale: Number(id) })}
        />
        <p className="map-print-covers">
          {t('map-print.covers', { width: km(neatline.width), height: km(neatline.height) })}
        </p>
      </div>
      <div className="map-print-row">
        <Button onPress={() => fitToView(map)} icon={Maximize2}>
          {t('map-print.fit')}
        </Button>
        <Button onPress={() => choose({ center: map.view().center })} icon={ScanSearch}>
          {t('map-print.center')}
        </Button>
        <IconButton
          icon={Move}
          label={t('map-print.move')}
          variant="plain"
          onKeyDown={(event) => {
            const arrow = ARROWS[event.key]
            if (arrow === undefined) return event.continuePropagation()
            event.preventDefault()
            const step = event.shiftKey ? FINE_STEP : STEP
            moveSheet(arrow[0] * step, arrow[1] * step)
          }}
        />
      </div>
      {sheet.scale < COARSE_UNDER ? (
        <InlineMessage
          tone="warning"
          what={t('map-print.coarse', { mm: number((BASE_ERROR * 1000) / sheet.scale, 0) })}
        />
      ) : null}
      {isEmpty ? <InlineMessage tone="note" what={t('map-print.nothing')} /> : null}
      <fieldset className="map-print-parts">
        <legend>{t('map-print.include')}</legend>
        {PRINT_PARTS.map((part) => (
          <Checkbox key={part} isSelected={parts.has(part)} onChange={(isOn) => choosePart(part, isOn)}>
            {t(`map-print.part-${part}`)}
          </Checkbox>
        ))}
      </fieldset>
      <SegmentedControl
        label={t('map-print.ink')}
        segments={[
          { id: 'colour', label: t('map-print.ink-colour') },
          { id: 'black', label: t('map-print.ink-black') },
        ]}
        value={sheet.isMonochrome ? 'black' : 'colour'}
        onChange={(id) => choose({ isMonochrome: id === 'black' })}
      />
    </>
  )
}

/** Whether nothing that the map shows of the plan lies on the sheet. */
function useIsEmpty(sheet: Sheet, parts: ReadonlySet<PrintPart>): boolean {
  const map = useMap()
  const hidden = useMapView((v) => v.hiddenLayers)
  const changes = useStore(sceneChanges, (s) => s.count)
  return useMemo(
    () => !sceneOnScreen(map, parts, hidden).some(([, items]) => items.some(isOnSheet(sheet))),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the map's items are read when asked; the count says that they are others
    [map, parts, hidden, sheet, changes],
  )
}
