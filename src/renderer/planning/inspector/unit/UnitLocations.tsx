import { useState } from 'react'
import type { Unit } from '../../../../domain/records/unit.ts'
import { toInstant } from '../../../../domain/time/planTime.ts'
import { InstantField } from '../../../fields/InstantField.tsx'
import { dispatchAt, type PlaceChoice } from '../../../fields/places/PlaceChoice.ts'
import { PlaceField } from '../../../fields/places/PlaceField.tsx'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { useSession, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { RowRemove } from '../RowRemove.tsx'
import { Section } from '../Sheet.tsx'
import { withState, withStateMoved } from './datedStates.ts'

type Locations = Unit['states']['location']

/** Where the unit is, each place holding from its date on. */
export function UnitLocations({ unit }: { unit: Unit }) {
  const { t } = useTexts()
  const session = useSession()
  const canEdit = useSessionState((s) => s.canEdit)
  const { location } = unit.states
  const name = unit.designation === '' ? unit.name : unit.designation
  /** Of the unit as it then is: a place chosen on the map comes when the sheet has gone and come back. */
  const change = (make: (now: Locations) => Locations | null, added: PlaceChoice['added'] = null): void => {
    const states = session.store.getState().plan?.get(unit.id)?.states
    const next = states === undefined ? null : make(states.location)
    if (next !== null) dispatchAt(session, added, [unit.id], { states: { ...states, location: next } })
  }
  const put = (from: number, { location: at, added }: PlaceChoice): void =>
    change((now) => withState(now, { from, at }), added)
  return (
    <Section id="unit-locations" title={t('unit.locations')} count={location.length} isOpenAtFirst={false}>
      <ul className="sheet-list">
        {location.map(({ from, at }, index) => (
          <li key={from} className="sheet-item">
            <div className="sheet-line">
              <div className="sheet-grow">
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
                    if (to !== null) change((now) => withStateMoved(now, index, to))
                  }}
                />
              </div>
              <RowRemove
                label={t('sheet.remove-period', { number: index + 1 })}
                canEdit={canEdit}
                onPress={() => change((now) => now.toSpliced(index, 1))}
              />
            </div>
            <PlaceField
              label={t('map-find.purpose-state', { name, number: index + 1 })}
              isLabelHidden
              purpose={t('map-find.purpose-state', { name, number: index + 1 })}
              value={at}
              onChange={(choice) => {
                if (choice !== null) put(from, choice)
              }}
            />
          </li>
        ))}
      </ul>
      {canEdit ? <AddLocation key={location.length} name={name} onAdd={put} /> : null}
    </Section>
  )
}

/** A place from a date on, which is the chosen time at first; the place is what adds it. */
function AddLocation({ name, onAdd }: { name: string; onAdd: (from: number, choice: PlaceChoice) => void }) {
  const { t } = useTexts()
  const { hHour } = usePlanMeta()
  const time = useSessionState((s) => s.time)
  const [chosen, setChosen] = useState<number | null>(null)
  const from = chosen ?? toInstant(time, hHour)
  return (
    <div className="sheet-item">
      <InstantField label={t('sheet.from')} value={from} isRequired onCommit={setChosen} />
      <PlaceField
        label={t('map-find.add-location')}
        purpose={t('map-find.purpose-unit', { name })}
        value={null}
        onChange={(choice) => {
          if (choice !== null) onAdd(from, choice)
        }}
      />
    </div>
  )
}
