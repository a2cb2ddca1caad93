import {
  ChevronsDownUp,
  ChevronsUpDown,
  ClipboardPaste,
  Copy,
  Ellipsis,
  FilterX,
  ListTree,
  Pencil,
  Shapes,
  Table2,
} from 'lucide-react'
import { ECHELONS, OWNERS } from '../../../domain/records/unit.ts'
import { useAction } from '../../actions/ActionsContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { MenuButton } from '../../ui/MenuButton.tsx'
import type { MenuAction } from '../../ui/MenuEntry.ts'
import { SearchField } from '../../ui/SearchField.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { Select } from '../../ui/Select.tsx'
import { Toolbar, ToolbarRow } from '../../ui/Toolbar.tsx'
import type { Forces } from './Forces.ts'
import { isFiltering, NO_FILTER } from './forcesFilter.ts'
import { forcesView, setFilter } from './forcesView.ts'
import { useForcesView } from './useForces.ts'

const ANY = 'any'

interface ForcesToolbarProps {
  forces: Forces
  /** Units that pass the filter. */
  shownCount: number
}

/** View, search, filters and what can be done with the forces. */
export function ForcesToolbar({ forces, shownCount }: ForcesToolbarProps) {
  const { t, name } = useTexts()
  const filter = useForcesView((view) => view.filter)
  const kind = useForcesView((view) => view.kind)
  const add = useAction('forces.add-unit')
  const expand = useAction('forces.expand-all')
  const collapse = useAction('forces.collapse-all')
  const chosen = (id: string): string | null => (id === ANY ? null : id)
  const total = forces.units.length
  return (
    <ToolbarRow>
      <Toolbar label={t('forces.tools')}>
        <SegmentedControl
          label={t('forces.view')}
          segments={[
            { id: 'tree', label: t('forces.tree'), icon: ListTree },
            { id: 'grid', label: t('forces.grid'), icon: Table2 },
          ]}
          value={kind}
          onChange={(next) => forcesView.setState({ kind: next })}
        />
        <Button icon={add.action.icon} onPress={add.perform} isDisabled={!add.isEnabled}>
          {add.label}
        </Button>
        {kind === 'tree' ? (
          <>
            <IconButton icon={ChevronsUpDown} label={expand.label} onPress={expand.perform} />
            <IconButton icon={ChevronsDownUp} label={collapse.label} onPress={collapse.perform} />
          </>
        ) : null}
        <MoreMenu />
      </Toolbar>
      <SearchField
        label={t('forces.search')}
        value={filter.text}
        onChange={(text) => setFilter({ text })}
        width={180}
      />
      <div className="forces-filters">
        <Select
          label={t('forces.filter-component')}
          isLabelHidden
          options={[
            { id: ANY, label: t('forces.any-component') },
            ...forces.components.map((row) => ({ id: row.id, label: name(row.component.name) })),
          ]}
          value={filter.component ?? ANY}
          onChange={(id) => setFilter({ component: chosen(id) })}
        />
        <Select
          label={t('forces.filter-owner')}
          isLabelHidden
          options={[
            { id: ANY, label: t('forces.any-owner') },
            ...OWNERS.map((id) => ({ id, label: t(`owner.${id}`) })),
          ]}
          value={filter.owner ?? ANY}
          onChange={(id) => setFilter({ owner: chosen(id) })}
        />
        <Select
          label={t('forces.filter-echelon')}
          isLabelHidden
          options={[
            { id: ANY, label: t('forces.any-echelon') },
            ...ECHELONS.map((id) => ({ id, label: t(`echelon.${id}`) })),
          ]}
          value={filter.echelon ?? ANY}
          onChange={(id) => setFilter({ echelon: chosen(id) })}
        />
        {isFiltering(filter) ? (
          <IconButton icon={FilterX} label={t('forces.clear-filter')} onPress={() => setFilter(NO_FILTER)} />
        ) : null}
        <output className="forces-count">
          {shownCount === total
            ? t('forces.count', { count: total })
            : t('forces.count-of', { count: shownCount, total })}
        </output>
      </div>
    </ToolbarRow>
  )
}

function MoreMenu() {
  const { t } = useTexts()
  const bulk = useEntry('forces.bulk-edit', Pencil)
  const symbol = useEntry('forces.symbol', Shapes)
  const duplicate = useEntry('forces.duplicate-unit', Copy)
  const sheet = useEntry('forces.paste-sheet', ClipboardPaste)
  return <MenuButton label={t('forces.more')} icon={Ellipsis} isIconOnly entries={[bulk, symbol, duplicate, sheet]} />
}

function useEntry(id: string, icon: MenuAction['icon']): MenuAction {
  const { label, isEnabled, perform } = useAction(id)
  return { id, label, icon, isDisabled: !isEnabled, onAction: perform }
}
