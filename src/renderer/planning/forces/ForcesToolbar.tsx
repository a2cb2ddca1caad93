import {
  ChevronDown,
  ChevronsDownUp,
  ChevronsUpDown,
  ClipboardPaste,
  Copy,
  Ellipsis,
  Filter,
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
import { Popover } from '../../ui/Popover.tsx'
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
  const { t } = useTexts()
  const filter = useForcesView((view) => view.filter)
  const kind = useForcesView((view) => view.kind)
  const add = useAction('forces.add-unit')
  const expand = useAction('forces.expand-all')
  const collapse = useAction('forces.collapse-all')
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
      <FilterButton forces={forces} />
      {isFiltering(filter) ? (
        <IconButton icon={FilterX} label={t('forces.clear-filter')} onPress={() => setFilter(NO_FILTER)} />
      ) : null}
      <output className="forces-count">
        {shownCount === total
          ? t('forces.count', { count: total })
          : t('forces.count-of', { count: shownCount, total })}
      </output>
    </ToolbarRow>
  )
}

/** Component, owner and echelon; the button says how many of them hold. */
function FilterButton({ forces }: { forces: Forces }) {
  const { t, name } = useTexts()
  const filter = useForcesView((view) => view.filter)
  const { component, owner, echelon } = filter
  const chosen = (id: string): string | null => (id === ANY ? null : id)
  const label = t('forces.filters', { count: [component, owner, echelon].filter((one) => one !== null).length })
  return (
    <Popover
      label={label}
      trigger={
        <Button icon={Filter} iconAfter={ChevronDown}>
          {label}
        </Button>
      }
    >
      <div className="forces-filters">
        <Select
          layout="beside"
          label={t('forces.filter-component')}
          options={[
            { id: ANY, label: t('forces.any-component') },
            ...forces.components.map((row) => ({ id: row.id, label: name(row.component.name) })),
          ]}
          value={component ?? ANY}
          onChange={(id) => setFilter({ component: chosen(id) })}
        />
        <Select
          layout="beside"
          label={t('forces.filter-owner')}
          options={[
            { id: ANY, label: t('forces.any-owner') },
            ...OWNERS.map((id) => ({ id, label: t(`owner.${id}`) })),
          ]}
          value={owner ?? ANY}
          onChange={(id) => setFilter({ owner: chosen(id) })}
        />
        <Select
          layout="beside"
          label={t('forces.filter-echelon')}
          options={[
            { id: ANY, label: t('forces.any-echelon') },
            ...ECHELONS.map((id) => ({ id, label: t(`echelon.${id}`) })),
          ]}
          value={echelon ?? ANY}
          onChange={(id) => setFilter({ echelon: chosen(id) })}
        />
      </div>
    </Popover>
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
