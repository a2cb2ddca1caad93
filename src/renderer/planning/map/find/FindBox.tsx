import { Search } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { type NameSource, NAME_SOURCES } from '../../../../domain/geo/gazetteer.ts'
import type { Id } from '../../../../domain/records/ids.ts'
import type { PlaceMatch } from '../../../fields/places/placeMatches.ts'
import { PlaceSearch } from '../../../fields/places/PlaceSearch.tsx'
import { useSession } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { mapView, say } from '../mapView.ts'
import './FindBox.css'
import { findView, useFindView } from './findView.ts'
import { goToSpot } from './goToSpot.ts'

/** In the plan they are selected; anything else is marked. */
const RECORDS: readonly NameSource[] = ['place', 'mission', 'unit']

const middle = () => mapView.getState().center

/** Searches names and coordinates, and brings what is found into view. */
export function FindBox() {
  const { t } = useTexts()
  const session = useSession()
  const input = useRef<HTMLInputElement>(null)
  const focusCount = useFindView((v) => v.focusCount)
  useEffect(() => {
    if (focusCount === 0) return
    findView.setState({ focusCount: 0 })
    input.current?.focus()
  }, [focusCount])
  useEffect(() => session.names.prepare(), [session])
  const pick = (match: PlaceMatch): void => {
    // What was found is on the map, and what can be done with it comes next by Tab.
    input.current?.closest('.map')?.querySelector<HTMLElement>('.map-sheet')?.focus()
    show(match)
  }
  const show = (match: PlaceMatch): void => {
    if (match.kind === 'coordinates') {
      say(t('map-find.said-spot', { name: match.read.text }))
      return goToSpot({ at: match.read.position, entry: null }, match.read.precisionMetres)
    }
    const { entry } = match
    if (RECORDS.includes(entry.source)) {
      findView.setState({ spot: null })
      session.select([entry.id as Id])
      mapView.setState({ toShow: entry.id as Id })
      return undefined
    }
    if (entry.position === null) return undefined
    say(t('map-find.said-spot', { name: entry.name }))
    return goToSpot({ at: entry.position, entry })
  }
  return (
    <div className="find-box">
      <PlaceSearch
        label={t('map-find.search')}
        isLabelHidden
        text=""
        placeholder={t('map-find.search')}
        icon={Search}
        sources={NAME_SOURCES}
        near={middle}
        onPick={pick}
        inputRef={input}
      />
    </div>
  )
}
