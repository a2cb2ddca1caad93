import { Filter } from 'lucide-react'
import { useStore } from 'zustand'
import type { Severity } from '../../../domain/check/Finding.ts'
import { componentKind } from '../../../domain/records/common.ts'
import { useTexts } from '../../texts/TextContext.tsx'
import { MenuButton } from '../../ui/MenuButton.tsx'
import type { MenuEntry } from '../../ui/MenuEntry.ts'
import { SearchField } from '../../ui/SearchField.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { ToolbarRow } from '../../ui/Toolbar.tsx'
import { SeverityCounts } from './CheckCells.tsx'
import { checkView } from './checkView.ts'
import { FINDING_GROUPINGS, SEVERITIES } from './groupFindings.ts'

interface CheckToolbarProps {
  counts: Readonly<Record<Severity, number>>
  shown: number
  all: number
}

const toggled = <T,>(list: readonly T[], value: T): readonly T[] =>
  list.includes(value) ? list.filter((one) => one !== value) : [...list, value]

/** How the findings are grouped and which are shown. */
export function CheckToolbar({ counts, shown, all }: CheckToolbarProps) {
  const { t } = useTexts()
  const { grouping, query, severities, components } = useStore(checkView)
  const set = severities.length + components.length
  const entries: MenuEntry[] = [
    {
      kind: 'heading',
      id: 'severity',
      label: t('check.severity'),
      entries: SEVERITIES.map((severity) => ({
        id: severity,
        label: t(`severity.${severity}`),
        isChecked: severities.includes(severity),
        onAction: () => checkView.setState({ severities: toggled(severities, severity) }),
      })),
    },
    {
      kind: 'heading',
      id: 'component',
      label: t('missions.facet.component'),
      entries: componentKind.options.map((kind) => ({
        id: kind,
        label: t(`component.${kind}`),
        isChecked: components.includes(kind),
        onAction: () => checkView.setState({ components: toggled(components, kind) }),
      })),
    },
    { kind: 'separator', id: 'separator' },
    {
      id: 'clear',
      label: t('missions.clear-filter'),
      isDisabled: set === 0,
      onAction: () => checkView.setState({ severities: [], components: [] }),
    },
  ]
  return (
    <ToolbarRow>
      <SegmentedControl
        label={t('check.grouping')}
        segments={FINDING_GROUPINGS.map((id) => ({ id, label: t(`check.by-${id}`) }))}
        value={grouping}
        onChange={(next) => checkView.setState({ grouping: next, collapsed: new Set() })}
      />
      <SearchField
        label={t('check.search')}
        width={180}
        value={query}
        onChange={(next) => checkView.setState({ query: next })}
      />
      <MenuButton
        label={set === 0 ? t('missions.filter') : t('check.filter-n', { count: set })}
        icon={Filter}
        entries={entries}
      />
      <output>{t('missions.count', { shown, all })}</output>
      <SeverityCounts counts={counts} />
    </ToolbarRow>
  )
}
