import { Filter, Group, X } from 'lucide-react'
import { useMemo } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useStore } from 'zustand'
import { componentKind } from '../../../domain/records/common.ts'
import { MISSION_STATUSES } from '../../../domain/records/mission.ts'
import { useAll } from '../../fields/useAll.ts'
import { usePlanMeta } from '../../fields/usePlanMeta.ts'
import { useTexts } from '../../texts/TextContext.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { MenuButton } from '../../ui/MenuButton.tsx'
import type { MenuEntry } from '../../ui/MenuEntry.ts'
import type { Option } from '../../ui/Option.ts'
import { SearchField } from '../../ui/SearchField.tsx'
import { GROUPINGS } from './groupMissions.ts'
import {
  FLAG_FACETS,
  type MissionFilter,
  NO_FILTER,
  NO_PHASE,
  toggleFlag,
  toggleValue,
  VALUE_FACETS,
  type ValueFacet,
} from './missionFilter.ts'
import { missionsView } from './missionsView.ts'

const setFilter = (filter: MissionFilter): void => missionsView.setState({ filter })

/** What one may filter by: the values of each facet, named. */
function useFacetOptions(): Record<ValueFacet, readonly Option[]> {
  const { t, name } = useTexts()
  const types = useAll('mission-type')
  const { phases } = usePlanMeta()
  return useMemo(
    () => ({
      component: componentKind.options.map((kind) => ({ id: kind, label: t(`component.${kind}`) })),
      phase: [
        ...phases.map((phase) => ({ id: phase.key, label: name(phase.name) })),
        { id: NO_PHASE, label: t('missions.without-phase') },
      ],
      type: types.map((type) => ({ id: type.id, label: `${type.code} ${name(type.name)}` })),
      status: MISSION_STATUSES.map((status) => ({ id: status, label: t(`status.${status}`) })),
    }),
    [t, name, types, phases],
  )
}

/** Search, facets and grouping of the list. */
export function MissionFilterControls() {
  const { t } = useTexts()
  const filter = useStore(missionsView, (s) => s.filter)
  const grouping = useStore(missionsView, (s) => s.grouping)
  const options = useFacetOptions()
  const facets: MenuEntry[] = VALUE_FACETS.map((facet) => ({
    kind: 'submenu',
    id: facet,
    label: t(`missions.facet.${facet}`),
    entries: options[facet].map(({ id, label }) => ({
      id,
      label,
      isChecked: filter.values[facet].includes(id),
      onAction: () => setFilter(toggleValue(filter, facet, id)),
    })),
  }))
  const flags: MenuEntry[] = FLAG_FACETS.map((flag) => ({
    id: flag,
    label: t(`missions.facet.${flag}`),
    isChecked: filter.flags.includes(flag),
    onAction: () => setFilter(toggleFlag(filter, flag)),
  }))
  return (
    <>
      <SearchField
        label={t('missions.search')}
        width={180}
        value={filter.query}
        onChange={(query) => setFilter({ ...filter, query })}
      />
      <MenuButton
        label={t('missions.filter')}
        icon={Filter}
        entries={[...facets, { kind: 'separator', id: 'flags' }, ...flags]}
      />
      <MenuButton
        label={grouping === 'none' ? t('missions.group') : t(`missions.by-${grouping}`)}
        icon={Group}
        entries={GROUPINGS.map((id) => ({
          id,
          label: t(`missions.by-${id}`),
          isChecked: grouping === id,
          onAction: () => missionsView.setState({ grouping: id, collapsed: new Set() }),
        }))}
      />
    </>
  )
}

/** What is filtered by, each to be taken away. */
export function MissionFilterChips() {
  const { t } = useTexts()
  const filter = useStore(missionsView, (s) => s.filter)
  const options = useFacetOptions()
  const chips = [
    ...VALUE_FACETS.flatMap((facet) =>
      filter.values[facet].map((value) => ({
        id: `${facet} ${value}`,
        label: options[facet].find((o) => o.id === value)?.label ?? value,
        without: () => toggleValue(filter, facet, value),
      })),
    ),
    ...filter.flags.map((flag) => ({
      id: flag,
      label: t(`missions.facet.${flag}`),
      without: () => toggleFlag(filter, flag),
    })),
  ]
  if (chips.length === 0) return null
  return (
    <ul className="missions-chips" aria-label={t('missions.filtered-by')}>
      {chips.map(({ id, label, without }) => (
        <li key={id}>
          <AriaButton
            className="missions-chip"
            aria-label={t('missions.unfilter', { label })}
            onPress={() => setFilter(without())}
          >
            {label}
            <Icon glyph={X} size={12} />
          </AriaButton>
        </li>
      ))}
      <li>
        <AriaButton
          className="missions-chip"
          data-clear
          onPress={() => setFilter({ ...NO_FILTER, query: filter.query })}
        >
          {t('missions.clear-filter')}
        </AriaButton>
      </li>
    </ul>
  )
}
