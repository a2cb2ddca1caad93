import { X } from 'lucide-react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { formatDegrees, formatMgrs } from '../../../../domain/geo/mgrs.ts'
import type { Location } from '../../../../domain/records/common.ts'
import type { Id } from '../../../../domain/records/ids.ts'
import type { Mission } from '../../../../domain/records/mission.ts'
import { RecordLink } from '../../../fields/RecordLink.tsx'
import { usePlan, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import { Section } from '../Sheet.tsx'
import { useEdit } from '../useEdit.ts'
import { usePlaceOptions } from '../usePlaceOptions.ts'

/** How positions are written; stays from one sheet to the next. */
const writing = createStore<{ readonly form: 'mgrs' | 'degrees' }>(() => ({ form: 'mgrs' }))

/** Points of a line or an area that are written out. */
const SHOWN_POINTS = 8

/** Where: the places of a mission, as points, lines or areas. */
export function MissionPlaces({ mission }: { mission: Mission }) {
  const { t } = useTexts()
  const edit = useEdit<'mission'>(mission)
  const canEdit = useSessionState((s) => s.canEdit)
  const places = usePlaceOptions()
  const form = useStore(writing, (s) => s.form)
  return (
    <Section id="mission-places" title={t('sheet.places')} count={mission.places.length}>
      {mission.places.length === 0 ? <p className="sheet-note">{t('sheet.no-places')}</p> : null}
      <ul className="sheet-list">
        {mission.places.map(({ shape, points }, index) => (
          // Places have no ids of their own, and two may be the same: where one stands is what it is.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className="sheet-item">
            <div className="sheet-line">
              <span className="sheet-grow sheet-strong">{t(`sheet.shape.${shape}`)}</span>
              {canEdit ? (
                <IconButton
                  icon={X}
                  label={t('sheet.remove-place', { number: index + 1 })}
                  onPress={() => edit({ places: mission.places.toSpliced(index, 1) })}
                />
              ) : null}
            </div>
            {points.slice(0, SHOWN_POINTS).map((point, at) => (
              // oxlint-disable-next-line react/no-array-index-key
              <LocationLine key={at} location={point} form={form} />
            ))}
            {points.length > SHOWN_POINTS ? (
              <span className="sheet-faint">{t('sheet.and-more', { count: points.length - SHOWN_POINTS })}</span>
            ) : null}
          </li>
        ))}
      </ul>
      {mission.places.length > 0 ? (
        <SegmentedControl
          label={t('sheet.position-form')}
          segments={[
            { id: 'mgrs', label: t('sheet.mgrs') },
            { id: 'degrees', label: t('sheet.degrees') },
          ]}
          value={form}
          onChange={(next) => writing.setState({ form: next })}
        />
      ) : null}
      {canEdit ? (
        <ComboBox
          key={mission.places.length}
          label={t('sheet.add-place')}
          options={places}
          value={null}
          emptyText={t('picker.none')}
          placeholder={t('picker.search')}
          onChange={(id) => {
            if (id === null) return
            const added = { shape: 'point' as const, points: [{ place: id as Id<'place'> }] }
            edit({ places: [...mission.places, added] })
          }}
        />
      ) : null}
    </Section>
  )
}

function LocationLine({ location, form }: { location: Location; form: 'mgrs' | 'degrees' }) {
  const { t, language } = useTexts()
  const plan = usePlan()
  const position = 'place' in location ? (plan.get(location.place)?.position ?? null) : location.position
  const text =
    position === null
      ? t('sheet.no-position')
      : ((form === 'mgrs' ? formatMgrs(position) : null) ?? formatDegrees(position, language))
  return (
    <div className="sheet-line">
      {'place' in location ? (
        <span className="sheet-grow">
          <RecordLink id={location.place} />
        </span>
      ) : null}
      <span className="sheet-faint">{text}</span>
    </div>
  )
}
