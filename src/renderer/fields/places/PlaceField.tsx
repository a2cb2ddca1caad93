import { ArrowUpRight, MapPinned, Tag, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { createStore } from 'zustand/vanilla'
import type { NameSource } from '../../../domain/geo/gazetteer.ts'
import { locationPosition } from '../../../domain/geo/locationPosition.ts'
import type { Location, Position } from '../../../domain/records/common.ts'
import type { Id } from '../../../domain/records/ids.ts'
import { useActionContext } from '../../actions/ActionsContext.tsx'
import { usePlan, useSession, useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import type { FieldTexts } from '../../ui/FieldParts.tsx'
import { InputButton } from './InputButton.tsx'
import { NamePlaceDialog } from './NamePlaceDialog.tsx'
import type { PlaceChoice } from './PlaceChoice.ts'
import './PlaceField.css'
import { newPlace, placeFromEntry } from './placeFromEntry.ts'
import type { PlaceMatch } from './placeMatches.ts'
import { PlaceSearch } from './PlaceSearch.tsx'
import { useCoordinates } from './useCoordinates.ts'

interface PlaceFieldProps extends FieldTexts {
  value: Location | null
  /** What the place is of, as the map asks for it: `lugar de M-031`. Two fields on screen must not have the same. */
  purpose: string
  /** Null where the field was emptied. May come after the sheet has gone and come back: look at the record anew. */
  onChange: (choice: PlaceChoice | null) => void
  /** Without it the place cannot be taken away. */
  canClear?: boolean
  /** Takes the position alone, also of a named place. */
  isPosition?: boolean
}

const SOURCES: readonly NameSource[] = ['place', 'town', 'airfield', 'layer']

/** For which field the map was asked; the focus goes back to it when its sheet is there again. */
const asking = createStore<{ readonly purpose: string | null }>(() => ({ purpose: null }))

/** Where something is: by name, by coordinates in any writing, or chosen on the map. */
export function PlaceField(props: PlaceFieldProps) {
  const { value, purpose, onChange, canClear = false, isPosition = false, ...field } = props
  const { t } = useTexts()
  const session = useSession()
  const plan = usePlan()
  const { showDialog } = useActionContext()
  const { write } = useCoordinates()
  const canEdit = useSessionState((s) => s.canEdit)
  const isAsking = useSessionState((s) => s.picking !== null)
  const mapButton = useRef<HTMLButtonElement>(null)
  const position = locationPosition(plan, value)
  const place = value !== null && 'place' in value ? value.place : null
  const name = place === null ? null : (plan.get(place)?.name ?? place)

  useEffect(() => {
    if (isAsking || asking.getState().purpose !== purpose) return
    asking.setState({ purpose: null })
    mapButton.current?.focus()
  }, [isAsking, purpose])

  const choose = (location: Location): void =>
    onChange({ location: isPosition ? bare(location) : location, added: null })
  const bare = (location: Location): Location => {
    const at = locationPosition(plan, location)
    return at === null ? location : { position: at }
  }
  const take = (match: PlaceMatch): void => {
    if (match.kind === 'coordinates') return choose({ position: match.read.position })
    const { entry } = match
    if (entry.source === 'place') return choose({ place: entry.id as Id<'place'> })
    if (isPosition && entry.position !== null) return choose({ position: entry.position })
    const added = placeFromEntry(session.newId('place'), entry)
    return added === null ? undefined : onChange({ location: { place: added.id }, added })
  }
  const ask = (): void => {
    asking.setState({ purpose })
    void session.pickPlace(purpose, position).then((location) => {
      if (location !== null) choose(location)
    })
  }
  const giveName = (at: Position): void =>
    showDialog((close) => (
      <NamePlaceDialog
        position={at}
        close={close}
        onName={(given, kind) => {
          const added = newPlace(session.newId('place'), given, kind, at)
          onChange({ location: { place: added.id }, added })
        }}
      />
    ))
  const words = position === null ? (place === null ? undefined : t('sheet.no-position')) : write(position)
  return (
    <PlaceSearch
      {...field}
      text={name ?? words ?? ''}
      description={name === null ? field.description : words}
      placeholder={t('map-find.field')}
      sources={SOURCES}
      near={() => position}
      isReadOnly={!canEdit}
      commitsOnBlur
      onPick={take}
      {...(canClear ? { onClear: () => onChange(null) } : {})}
      buttons={
        <>
          {place === null ? null : (
            <InputButton
              icon={ArrowUpRight}
              label={t('map-find.open-place', { name: name ?? '' })}
              onPress={() => session.select([place])}
            />
          )}
          {canEdit && place === null && position !== null && !isPosition ? (
            <InputButton icon={Tag} label={t('map-find.name-place')} onPress={() => giveName(position)} />
          ) : null}
          {canEdit ? (
            <InputButton icon={MapPinned} label={t('map-find.on-map', { purpose })} onPress={ask} ref={mapButton} />
          ) : null}
          {canEdit && canClear && value !== null ? (
            <InputButton icon={X} label={t('map-find.clear')} onPress={() => onChange(null)} />
          ) : null}
        </>
      }
    />
  )
}
