import { useState } from 'react'
import { formatMgrs } from '../../../../domain/geo/mgrs.ts'
import type { Location } from '../../../../domain/records/common.ts'
import type { Id } from '../../../../domain/records/ids.ts'
import type { Unit } from '../../../../domain/records/unit.ts'
import { InstantField } from '../../../fields/InstantField.tsx'
import { RecordLink } from '../../../fields/RecordLink.tsx'
import { useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { RowRemove } from '../RowRemove.tsx'
import { Section } from '../Sheet.tsx'
import { useEdit } from '../useEdit.ts'
import { usePlaceOptions } from '../usePlaceOptions.ts'
import { AddState } from './AddState.tsx'
import { withState, withStateMoved } from './datedStates.ts'

/** Where the unit is, each place holding from its date on. */
export function UnitLocations({ unit }: { unit: Unit }) {
  const { t } = useTexts()
  const edit = useEdit<'unit'>(unit)
  const canEdit = useSessionState((s) => s.canEdit)
  const places = usePlaceOptions()
  const [place, setPlace] = useState<Id<'place'> | null>(null)
  const { location } = unit.states
  const set = (next: typeof location): void => edit({ states: { ...unit.states, location: next } })
  return (
    <Section id="unit-locations" title={t('unit.locations')} count={location.length} isOpenAtFirst={false}>
      <ul className="sheet-list">
        {location.map(({ from, at }, index) => (
          <li key={from} className="sheet-line">
            <InstantField
              label={t('sheet.from')}
              isLabelHidden
              value={from}
              isRequired
              isReadOnly={!canEdit}
              refuse={(to) =>
                to !== null && withStateMoved(location, index, to) === null ? t('sheet.date-taken') : null
              }
              onCommit={(to) => {
                const moved = to === null ? null : withStateMoved(location, index, to)
                if (moved !== null) set(moved)
              }}
            />
            <span className="sheet-grow">
              <LocationName at={at} />
            </span>
            <RowRemove
              label={t('sheet.remove-period', { number: index + 1 })}
              canEdit={canEdit}
              onPress={() => set(location.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ul>
      {canEdit ? (
        <AddState
          isReady={place !== null}
          onAdd={(from) => {
            if (place !== null) set(withState(location, { from, at: { place } }))
            setPlace(null)
          }}
        >
          <ComboBox
            label={t('sheet.place')}
            options={places}
            value={place}
            emptyText={t('picker.none')}
            onChange={(id) => setPlace(id as Id<'place'> | null)}
          />
        </AddState>
      ) : null}
    </Section>
  )
}

function LocationName({ at }: { at: Location }) {
  return 'place' in at ? <RecordLink id={at.place} /> : <>{formatMgrs(at.position)}</>
}
