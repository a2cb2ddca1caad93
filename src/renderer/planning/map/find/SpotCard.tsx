import { Copy, MapPinPlus, Ruler, X } from 'lucide-react'
import { useMemo } from 'react'
import { otherForms } from '../../../../domain/geo/formatCoordinates.ts'
import { useActionContext } from '../../../actions/ActionsContext.tsx'
import { matchDetail } from '../../../fields/places/matchWords.ts'
import { NamePlaceDialog } from '../../../fields/places/NamePlaceDialog.tsx'
import { type NewPlace, newPlace, placeFromEntry } from '../../../fields/places/placeFromEntry.ts'
import { useCoordinates } from '../../../fields/places/useCoordinates.ts'
import type { SceneItem } from '../../../map-engine/Scene.ts'
import { useSession, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Button } from '../../../ui/Button.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { useScene } from '../MapContext.tsx'
import { measureFrom } from '../measuring/measuringView.ts'
import { copyText } from './copyText.ts'
import { findView, type FoundSpot, useFindView } from './findView.ts'
import './SpotCard.css'
import { spotItems } from './spotItems.ts'

const NOTHING: readonly SceneItem[] = []

/** What was searched for and is no record of the plan: its mark, its coordinates, and what can be done with it. */
export function FoundSpotLayer() {
  const { write } = useCoordinates()
  const spot = useFindView((v) => v.spot)
  const title = spot === null ? '' : (spot.entry?.name ?? write(spot.at))
  const items = useMemo(() => (spot === null ? NOTHING : spotItems(spot, title)), [spot, title])
  useScene('notes', items)
  return spot === null ? null : <SpotCard spot={spot} />
}

function SpotCard({ spot }: { spot: FoundSpot }) {
  const texts = useTexts()
  const { t, language } = texts
  const session = useSession()
  const canEdit = useSessionState((s) => s.canEdit)
  const { showDialog, notify } = useActionContext()
  const { form, write } = useCoordinates()
  const { at, entry } = spot
  const text = write(at)
  const add = (place: NewPlace): void => {
    if (!session.dispatch({ type: 'addRecord', record: { ...place } }).ok) return
    findView.setState({ spot: null })
    session.select([place.id])
  }
  const addToPlan = (): void => {
    const place = entry === null ? null : placeFromEntry(session.newId('place'), entry)
    if (place !== null) return add(place)
    return showDialog((close) => (
      <NamePlaceDialog
        position={at}
        close={close}
        onName={(name, kind) => add(newPlace(session.newId('place'), name, kind, at))}
      />
    ))
  }
  return (
    <section className="map-card spot-card" aria-label={t('map-find.spot')}>
      <header className="map-card-head">
        <h2>{entry?.name ?? text}</h2>
        <IconButton icon={X} label={t('map-find.forget')} onPress={() => findView.setState({ spot: null })} />
      </header>
      {entry === null ? null : (
        <p className="map-card-faint">{matchDetail({ kind: 'name', id: entry.id, entry }, null, texts)}</p>
      )}
      {entry === null ? null : <p className="map-card-figure">{text}</p>}
      {otherForms(at, form, language).map((other) => (
        <p key={other.form} className="map-card-faint map-card-figure">
          {other.text}
        </p>
      ))}
      <div className="map-card-buttons">
        {canEdit ? (
          <Button icon={MapPinPlus} onPress={addToPlan}>
            {t('map-find.add-to-plan')}
          </Button>
        ) : null}
        <IconButton icon={Ruler} label={t('map-measure.from-here')} onPress={() => measureFrom(at)} />
        <IconButton
          icon={Copy}
          label={t('map-find.copy')}
          onPress={() => {
            void copyText(text).then((isDone) =>
              notify(
                isDone
                  ? { tone: 'note', text: t('map-find.copied', { text }) }
                  : { tone: 'warning', text: t('map-find.not-copied') },
              ),
            )
          }}
        />
      </div>
    </section>
  )
}
