import { List } from 'lucide-react'
import { useTexts } from '../../texts/TextContext.tsx'
import { ToggleButton } from '../../ui/ToggleButton.tsx'
import { Toolbar, ToolbarRow } from '../../ui/Toolbar.tsx'
import { SceneFilterMenu } from './SceneFilterMenu.tsx'
import { togglePanel, useMapView } from './mapView.ts'

/** Search, modes, panels, grid, split, print. */
export function MapToolbar() {
  const { t } = useTexts()
  const panel = useMapView((v) => v.panel)
  return (
    <ToolbarRow>
      <Toolbar label={t('map.tools')}>
        <ToggleButton
          icon={List}
          isIconOnly
          label={t('map.in-view')}
          isSelected={panel === 'in-view'}
          onChange={() => togglePanel('in-view')}
        />
        <SceneFilterMenu />
      </Toolbar>
    </ToolbarRow>
  )
}
