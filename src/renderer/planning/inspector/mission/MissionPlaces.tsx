import { PenTool, Plus, Route, Spline, X } from 'lucide-react'
import { useState } from 'react'
import type { Mission } from '../../../../domain/records/mission.ts'
import { PlaceField } from '../../../fields/places/PlaceField.tsx'
import { useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Button } from '../../../ui/Button.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Section } from '../Sheet.tsx'
import { type MissionPlaceEdits, useMissionPlaces } from './useMissionPlaces.ts'

/** Points of a line or an area that are written out; all of them are on the map. */
const SHOWN_POINTS = 8

const SHAPES = ['point', 'line', 'area'] as const

/** Where: the places of a mission, as points, lines or areas. */
export function MissionPlaces({ mission }: { mission: Mission }) {
  const { t } = useTexts()
  const edits = useMissionPlaces(mission)
  const canEdit = useSessionState((s) => s.canEdit)
  const { code, places } = mission
  return (
    <Section id="mission-places" title={t('sheet.places')} count={places.length}>
      {places.length === 0 ? <p className="sheet-note">{t('sheet.no-places')}</p> : null}
      <ul className="sheet-list">
        {places.map((place, index) => (
          // Places have no ids of their own, and two may be the same: where one stands is what it is.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className="sheet-item">
            <MissionPlaceItem code={code} place={place} index={index} edits={edits} canEdit={canEdit} />
          </li>
        ))}
      </ul>
      {canEdit ? (
        <>
          <PlaceField
            key={places.length}
            label={t('sheet.add-place')}
            purpose={t('map-find.purpose-new', { code })}
            value={null}
            onChange={(choice) => {
              if (choice !== null) edits.addPoint(choice)
            }}
          />
          <div className="sheet-line">
            <Button
              variant="quiet"
              icon={Route}
              onPress={() => edits.draw(null, 'line', t('map-find.purpose-line', { code }))}
            >
              {t('map-find.draw-line')}
            </Button>
            <Button
              variant="quiet"
              icon={Spline}
              onPress={() => edits.draw(null, 'area', t('map-find.purpose-area', { code }))}
            >
              {t('map-find.draw-area')}
            </Button>
          </div>
        </>
      ) : null}
    </Section>
  )
}

interface MissionPlaceItemProps {
  code: string
  place: Mission['places'][number]
  index: number
  edits: MissionPlaceEdits
  canEdit: boolean
}

function MissionPlaceItem({ code, place: { shape, points }, index, edits, canEdit }: MissionPlaceItemProps) {
  const { t } = useTexts()
  const [isAdding, setAdding] = useState(false)
  const number = index + 1
  const shown = points.slice(0, SHOWN_POINTS)
  const purposeOf = (at: number): string =>
    shape === 'point' && points.length === 1
      ? t('map-find.purpose-place', { code, number })
      : t('map-find.purpose-point', { code, number, point: at + 1 })
  return (
    <>
      <div className="sheet-line">
        <div className="sheet-grow">
          <Select
            label={t('map-find.shape', { number })}
            isLabelHidden
            options={SHAPES.map((id) => ({
              id,
              label: t(`sheet.shape.${id}`),
              // A point that were to keep several of its corners would lose where it is.
              isDisabled: id === 'point' && points.length > 1,
            }))}
            value={shape}
            isDisabled={!canEdit}
            onChange={(id) => edits.setShape(index, SHAPES.find((each) => each === id) ?? shape)}
          />
        </div>
        {canEdit && shape !== 'point' ? (
          <IconButton
            icon={PenTool}
            label={t('map-find.draw-again', { number })}
            onPress={() =>
              edits.draw(
                index,
                shape,
                t(shape === 'line' ? 'map-find.purpose-line' : 'map-find.purpose-area', { code }),
              )
            }
          />
        ) : null}
        {canEdit ? (
          <IconButton icon={X} label={t('sheet.remove-place', { number })} onPress={() => edits.remove(index)} />
        ) : null}
      </div>
      {shown.map((point, at) => (
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className="sheet-line">
          <div className="sheet-grow">
            <PlaceField
              label={purposeOf(at)}
              isLabelHidden
              purpose={purposeOf(at)}
              value={point}
              onChange={(choice) => {
                if (choice !== null) edits.setPoint(index, at, choice)
              }}
            />
          </div>
          {canEdit && points.length > 1 ? (
            <IconButton
              icon={X}
              label={t('map-find.remove-point', { number, point: at + 1 })}
              onPress={() => edits.removePoint(index, at)}
            />
          ) : null}
        </div>
      ))}
      {points.length > SHOWN_POINTS ? (
        <span className="sheet-faint">{t('sheet.and-more', { count: points.length - SHOWN_POINTS })}</span>
      ) : null}
      {canEdit && shape !== 'point' && isAdding ? (
        <PlaceField
          key={points.length}
          label={t('map-find.add-point')}
          purpose={t('map-find.purpose-point', { code, number, point: points.length + 1 })}
          value={null}
          onChange={(choice) => {
            setAdding(false)
            if (choice !== null) edits.setPoint(index, points.length, choice)
          }}
        />
      ) : null}
      {canEdit && shape !== 'point' && !isAdding ? (
        <Button variant="quiet" icon={Plus} onPress={() => setAdding(true)}>
          {t('map-find.add-point')}
        </Button>
      ) : null}
    </>
  )
}
