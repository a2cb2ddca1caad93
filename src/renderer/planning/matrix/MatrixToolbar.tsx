import { memo } from 'react'
import {
  CirclePlus,
  Columns2,
  Filter,
  Link2,
  Maximize2,
  PanelBottom,
  ScanSearch,
  SquareDashed,
  ZoomIn,
  ZoomOut,
} from 'lucide-react'
import { useAction, useActions } from '../../actions/ActionsContext.tsx'
import { usePlan, useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { MenuButton } from '../../ui/MenuButton.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { ToggleButton } from '../../ui/ToggleButton.tsx'
import { Toolbar, ToolbarRow, ToolbarSeparator } from '../../ui/Toolbar.tsx'
import { timeWords } from './barWords.ts'
import { matrixView, useMatrixView } from './matrixView.ts'
import { levelOf, ZOOM_LEVELS } from './timeScale.ts'
import type { MatrixNavigation } from './useMatrixControl.ts'
import { useIsOnlyBusy } from './useMatrixRows.ts'
import { useProposedChanges } from './useProposalGhosts.ts'
import type { MatrixViewport } from './useMatrixViewport.ts'

interface MatrixToolbarProps {
  readonly viewport: MatrixViewport
  readonly navigation: MatrixNavigation
}

/** Zoom, phases, filter and what is shown. */
export const MatrixToolbar = memo(function MatrixToolbar({ viewport, navigation }: MatrixToolbarProps) {
  const texts = useTexts()
  const { t, name } = texts
  const plan = usePlan()
  const { registry, context } = useActions()
  const split = useAction('view.split')
  const canEdit = useSessionState((s) => s.canEdit)
  const hasSelection = useSessionState((s) => s.selection.size > 0)
  const filter = useMatrixView((v) => v.filter)
  const isOnlyBusy = useIsOnlyBusy()
  const areLinksShown = useMatrixView((v) => v.areLinksShown)
  const areGhostsShown = useMatrixView((v) => v.areGhostsShown)
  const proposed = useProposedChanges().length
  const isTrayOpen = useMatrixView((v) => v.isTrayOpen)
  const level = levelOf(viewport.scale.pxPerMinute, viewport.viewWidth)
  return (
    <ToolbarRow>
      <Toolbar label={t('matrix.tools')}>
        <IconButton
          icon={ZoomOut}
          label={t('matrix.zoom-out')}
          shortcut="−"
          onPress={() => navigation.zoomBy(1 / 1.5)}
        />
        <MenuButton
          label={t(`matrix.level-${level}`)}
          variant="quiet"
          entries={ZOOM_LEVELS.map((id) => ({
            id,
            label: t(`matrix.level-${id}`),
            isChecked: id === level,
            onAction: () => navigation.zoomTo(id),
          }))}
        />
        <IconButton icon={ZoomIn} label={t('matrix.zoom-in')} shortcut="+" onPress={() => navigation.zoomBy(1.5)} />
        <IconButton icon={Maximize2} label={t('matrix.fit-horizon')} onPress={navigation.fitHorizon} />
        <IconButton
          icon={ScanSearch}
          label={t('matrix.fit-selection')}
          isDisabled={!hasSelection}
          onPress={navigation.fitSelection}
        />
        <MenuButton
          label={t('matrix.phases')}
          variant="quiet"
          isDisabled={plan.meta.phases.length === 0}
          entries={plan.meta.phases.map((phase) => ({
            id: phase.key,
            label: `${name(phase.name)} · ${timeWords(phase.from, plan.meta, texts)}`,
            onAction: () => navigation.jumpTo(phase.from),
          }))}
        />
        <ToolbarSeparator />
        <ToggleButton
          icon={Link2}
          isIconOnly
          label={t('matrix.show-links')}
          isSelected={areLinksShown}
          onChange={(isOn) => matrixView.setState({ areLinksShown: isOn })}
        />
        <ToggleButton
          icon={Filter}
          isIconOnly
          label={t('matrix.only-busy')}
          isSelected={isOnlyBusy}
          onChange={(isOn) => matrixView.setState({ isOnlyBusy: isOn })}
        />
        <ToggleButton
          icon={PanelBottom}
          isIconOnly
          label={t('matrix.show-tray')}
          isSelected={isTrayOpen}
          onChange={(isOn) => matrixView.setState({ isTrayOpen: isOn })}
        />
        {proposed === 0 ? null : (
          <ToggleButton
            icon={SquareDashed}
            label={t('matrix.show-ghosts', { count: proposed })}
            isSelected={areGhostsShown}
            onChange={(isOn) => matrixView.setState({ areGhostsShown: isOn })}
          />
        )}
        <IconButton icon={Columns2} label={split.label} onPress={split.perform} />
      </Toolbar>
      <SearchField
        label={t('matrix.filter')}
        width={180}
        value={filter}
        onChange={(value) => matrixView.setState({ filter: value })}
      />
      <span className="matrix-space" />
      <Button
        icon={CirclePlus}
        isDisabled={!canEdit}
        onPress={() => void registry.get('matrix.add-mission').perform(context)}
      >
        {t('matrix.add-mission')}
      </Button>
    </ToolbarRow>
  )
})
