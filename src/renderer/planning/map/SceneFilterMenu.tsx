import { Filter } from 'lucide-react'
import { useMemo } from 'react'
import type { Unit } from '../../../domain/records/unit.ts'
import { ECHELONS } from '../../../domain/records/unit.ts'
import { useAll } from '../../fields/useAll.ts'
import { useTexts } from '../../texts/TextContext.tsx'
import { MenuButton } from '../../ui/MenuButton.tsx'
import type { MenuEntry } from '../../ui/MenuEntry.ts'
import { MISSION_SCOPES } from './missions/shownMissions.ts'
import { setScope, showAll, toggleComponent, toggleEchelon, useSceneFilter } from './sceneFilter.ts'

/** Which missions, components and echelons the map shows. */
export function SceneFilterMenu() {
  const { t, name } = useTexts()
  const scope = useSceneFilter((f) => f.missions.scope)
  const { hiddenComponents, hiddenEchelons } = useSceneFilter((f) => f.units)
  const components = useAll('component')
  const units = useAll('unit')
  const echelons = useMemo(() => presentEchelons(units), [units])
  const hiddenCount = hiddenComponents.size + hiddenEchelons.size
  const entries: MenuEntry[] = [
    {
      kind: 'heading',
      id: 'scope',
      label: t('map-units.scope'),
      entries: MISSION_SCOPES.map((id) => ({
        id,
        label: t(`map-units.scope-${id}`),
        isChecked: id === scope,
        onAction: () => setScope(id),
      })),
    },
    {
      kind: 'heading',
      id: 'components',
      label: t('map-units.components'),
      entries: components
        .toSorted((a, b) => a.order - b.order)
        .map((component) => ({
          id: component.id,
          label: name(component.name),
          isChecked: !hiddenComponents.has(component.id),
          onAction: () => toggleComponent(component.id, component.kind),
        })),
    },
    {
      kind: 'heading',
      id: 'echelons',
      label: t('map-units.echelons'),
      entries: echelons.map((echelon) => ({
        id: echelon,
        label: t(`echelon.${echelon}`),
        isChecked: !hiddenEchelons.has(echelon),
        onAction: () => toggleEchelon(echelon),
      })),
    },
    { kind: 'separator', id: 'end' },
    { id: 'show-all', label: t('map-units.show-all'), isDisabled: hiddenCount === 0, onAction: showAll },
  ]
  const words = `${t('map-units.filter')} · ${t(`map-units.scope-${scope}`)}`
  return (
    <MenuButton
      icon={Filter}
      variant="quiet"
      label={hiddenCount === 0 ? words : `${words} · −${hiddenCount}`}
      entries={entries}
    />
  )
}

/** Echelons that the plan's units have, the highest first. */
function presentEchelons(units: readonly Unit[]): Unit['echelon'][] {
  const present = new Set(units.map((unit) => unit.echelon))
  return ECHELONS.filter((echelon) => present.has(echelon)).toReversed()
}
