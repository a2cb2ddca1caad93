import { MapPinned } from 'lucide-react'
import { useState } from 'react'
import { positionOn } from '../../../../domain/plan/Track.ts'
import { trackOf } from '../../../../domain/plan/unitTrack.ts'
import type { NameSource } from '../../../../domain/geo/gazetteer.ts'
import { locationPosition } from '../../../../domain/geo/locationPosition.ts'
import type { Location } from '../../../../domain/records/common.ts'
import type { Id } from '../../../../domain/records/ids.ts'
import type { Unit } from '../../../../domain/records/unit.ts'
import { formatSpan, toInstant } from '../../../../domain/time/planTime.ts'
import { useActionContext } from '../../../actions/ActionsContext.tsx'
import type { PlaceMatch } from '../../../fields/places/placeMatches.ts'
import { PlaceSearch } from '../../../fields/places/PlaceSearch.tsx'
import { useCoordinates } from '../../../fields/places/useCoordinates.ts'
import { PlanTimeField } from '../../../fields/PlanTimeField.tsx'
import { usePlan } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DROP_METRES, moveUnit } from './moveUnit.ts'
import { missionsAt, unitMove } from './unitMove.ts'

interface PlaceUnitDialogProps {
  readonly unit: Unit
  readonly onClose: () => void
}

const SOURCES: readonly NameSource[] = ['place', 'town', 'airfield', 'layer']

/** Says where a unit is from a time on: by a name, by coordinates, or on the map. */
export function PlaceUnitDialog({ unit, onClose }: PlaceUnitDialogProps) {
  const { t } = useTexts()
  const context = useActionContext()
  const { session } = context
  const plan = usePlan()
  const { write } = useCoordinates()
  const [time, setTime] = useState(() => session.store.getState().time)
  const [isReadable, setReadable] = useState(true)
  const [to, setTo] = useState<Location | null>(null)
  const [name, setName] = useState('')
  const from = positionOn(trackOf(plan, unit), toInstant(time, plan.meta.hHour))?.at ?? null
  const take = (match: PlaceMatch): void => {
    if (match.kind === 'coordinates') {
      setTo({ position: match.read.position })
      return setName(match.read.text)
    }
    const { entry } = match
    setTo(entry.source === 'place' ? { place: entry.id as Id<'place'> } : positionOf(entry.position))
    setName(entry.name)
  }
  const designation = unit.designation === '' ? unit.name : unit.designation
  const ask = (): void => {
    onClose()
    void session.pickPlace(t('map-units.place-of', { unit: designation }), from).then((location) => {
      if (location !== null) moveUnit(context, unit.id, location, time)
    })
  }
  const at = locationPosition(plan, to)
  const codes = missionsAt(plan, unit, time).map((mission) => mission.code)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('map-units.place-title', { unit: designation })}
      closeLabel={t('app.close')}
      size="small"
      footer={
        <>
          <Button icon={MapPinned} variant="quiet" onPress={ask}>
            {t('map-units.on-map')}
          </Button>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={at === null || !isReadable}
            onPress={() => {
              if (to !== null) moveUnit(context, unit.id, to, time)
              onClose()
            }}
          >
            {t('map-units.place-confirm')}
          </Button>
        </>
      }
    >
      <div className="map-place-unit">
        <PlaceSearch
          label={t('map-units.place')}
          text={name}
          placeholder={t('map-find.field')}
          description={at === null ? undefined : write(at, DROP_METRES)}
          {...(to !== null && at === null ? { error: t('sheet.no-position') } : {})}
          sources={SOURCES}
          near={() => from}
          commitsOnBlur
          onPick={take}
        />
        <PlanTimeField
          label={t('map-units.from-time')}
          value={time}
          isRequired
          onReadable={setReadable}
          onCommit={(minutes) => {
            if (minutes !== null) setTime(minutes)
          }}
        />
        {at === null || from === null ? null : <Way unit={unit} from={from} at={at} />}
        {codes.length === 0 ? null : (
          <p className="map-drag-warning">{t('map-units.cuts-short', { codes: codes.join(', ') })}</p>
        )}
      </div>
    </Dialog>
  )
}

const positionOf = (position: readonly [number, number] | null): Location | null =>
  position === null ? null : { position: [position[0], position[1]] }

function Way({
  unit,
  from,
  at,
}: {
  readonly unit: Unit
  readonly from: [number, number]
  readonly at: [number, number]
}) {
  const { t, number } = useTexts()
  const { km, travel } = unitMove(usePlan(), unit, from, at)
  const by = travel === null ? '' : ` · ${t(`mobility.${travel.mode}`)} ${formatSpan(travel.minutes)}`
  return <p className="map-place-way">{`${t('map-units.way', { km: number(km, 1) })}${by}`}</p>
}
