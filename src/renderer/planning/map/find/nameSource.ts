import { NAME_SOURCES } from '../../../../domain/geo/gazetteer.ts'
import type { Id } from '../../../../domain/records/ids.ts'
import type { ActionContext } from '../../../actions/Action.ts'
import type { PaletteEntry, PaletteSource } from '../../../actions/PaletteSource.ts'
import { matchDetail } from '../../../fields/places/matchWords.ts'
import { type PlaceMatch, placeMatches } from '../../../fields/places/placeMatches.ts'
import { mapView } from '../mapView.ts'
import { findView } from './findView.ts'
import { goToSpot } from './goToSpot.ts'

/** Units, missions, places of the plan, names around it and coordinates, in the palette. */
export const nameSource: PaletteSource = {
  find: (text, limit, context) => {
    const { session, texts } = context
    const { plan } = session.store.getState()
    if (plan === null) return []
    const near = mapView.getState().center
    const query = { text, near, sources: NAME_SOURCES, language: texts.language }
    return placeMatches(session.names, query)
      .matches.slice(0, limit)
      .map(
        (match): PaletteEntry => ({
          id: `name:${match.id}`,
          label: match.kind === 'coordinates' ? match.read.text : match.entry.name,
          detail: matchDetail(match, plan, texts),
          run: () => showMatch(match, context),
        }),
      )
  },
}

function showMatch(match: PlaceMatch, { session }: ActionContext): void {
  if (match.kind === 'coordinates') {
    goToSpot({ at: match.read.position, entry: null }, match.read.precisionMetres)
    return session.goTo('map')
  }
  const { entry } = match
  const { place } = session.store.getState()
  switch (entry.source) {
    case 'mission':
    case 'unit':
      session.select([entry.id as Id])
      if (entry.source === 'mission' && place === 'forces') session.goTo('missions')
      else if (place === 'library' || place === 'settings') {
        session.goTo(entry.source === 'unit' ? 'forces' : 'missions')
      } else if (mapView.getState().map !== null) mapView.setState({ toShow: entry.id as Id })
      return undefined
    case 'place':
      session.select([entry.id as Id])
      findView.setState({ spot: null })
      mapView.setState({ toShow: entry.id as Id })
      return session.goTo('map')
    case 'town':
    case 'airfield':
    case 'layer':
      if (entry.position === null) return undefined
      goToSpot({ at: entry.position, entry })
      return session.goTo('map')
  }
}
