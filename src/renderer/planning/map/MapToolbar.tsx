import {
  Columns2,
  Grid3x3,
  Layers,
  List,
  Maximize2,
  Pentagon,
  Printer,
  Radar,
  Ruler,
  ZoomIn,
  ZoomOut,
} from 'lucide-react'
import { useAction } from '../../actions/ActionsContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { ToggleButton } from '../../ui/ToggleButton.tsx'
import { Toolbar, ToolbarRow, ToolbarSeparator } from '../../ui/Toolbar.tsx'
import { FindBox } from './find/FindBox.tsx'
import { SceneFilterMenu } from './SceneFilterMenu.tsx'
import { togglePanel, useMapView } from './mapView.ts'

/** Search, modes, panels, grid, split, print. */
export function MapToolbar() {
  const { t } = useTexts()
  const panel = useMapView((v) => v.panel)
  const map = useMapView((v) => v.map)
  const isSplit = useMapView((v) => v.isSplit)
  const split = useAction('view.split')
  const mode = useMapView((v) => v.mode)
  const isGridShown = useMapView((v) => v.isGridShown)
  const measure = useAction('map.measure')
  const grid = useAction('map.grid')
  const print = useAction('map.print')
  const fit = useAction('map.fit-plan')
  const fitSelection = useAction('map.fit-selection')
  return (
    <ToolbarRow>
      <FindBox />
      <Toolbar label={t('map.tools')}>
        <IconButton icon={ZoomOut} label={t('map.zoom-out')} shortcut="−" onPress={() => map?.zoomBy(1 / 1.5)} />
        <IconButton icon={ZoomIn} label={t('map.zoom-in')} shortcut="+" onPress={() => map?.zoomBy(1.5)} />
        <IconButton icon={Maximize2} label={fit.label} onPress={fit.perform} />
        <IconButton
          icon={Radar}
          label={fitSelection.label}
          isDisabled={!fitSelection.isEnabled}
          onPress={fitSelection.perform}
        />
        <ToolbarSeparator />
        <ToggleButton
          icon={Ruler}
          isIconOnly
          label={measure.label}
          isSelected={mode === 'measure'}
          onChange={measure.perform}
        />
        <ToggleButton icon={Grid3x3} isIconOnly label={grid.label} isSelected={isGridShown} onChange={grid.perform} />
        <ToolbarSeparator />
        <ToggleButton
          icon={List}
          isIconOnly
          label={t('map.in-view')}
          isSelected={panel === 'in-view'}
          onChange={() => togglePanel('in-view')}
        />
        <ToggleButton
          icon={Layers}
          isIconOnly
          label={t('map-layers.title')}
          isSelected={panel === 'layers'}
          onChange={() => togglePanel('layers')}
        />
        <ToggleButton
          icon={Pentagon}
          isIconOnly
          label={t('map-measures.title')}
          isSelected={panel === 'measures'}
          onChange={() => togglePanel('measures')}
        />
        <SceneFilterMenu />
        <ToolbarSeparator />
        <ToggleButton icon={Columns2} isIconOnly label={split.label} isSelected={isSplit} onChange={split.perform} />
        <IconButton icon={Printer} label={print.label} isDisabled={!print.isEnabled} onPress={print.perform} />
      </Toolbar>
    </ToolbarRow>
  )
}
