import { Copy, Grid3x3, Ruler, Search } from 'lucide-react'
import { formatCoordinates } from '../../../../domain/geo/formatCoordinates.ts'
import type { Action } from '../../../actions/Action.ts'
import type { SessionState } from '../../../session/SessionState.ts'
import { enterMode, mapView } from '../mapView.ts'
import { measureFrom } from '../measuring/measuringView.ts'
import { positionOfRecord } from '../measuring/positionOfRecord.ts'
import { copyText } from './copyText.ts'
import { findView } from './findView.ts'

const isOpen = (s: SessionState): boolean => s.open.state === 'open'
const isHere = (s: SessionState): boolean => isOpen(s) && mapView.getState().map !== null

/** Finding, measuring and the grid. */
export const mapFindActions: readonly Action[] = [
  {
    id: 'map.find',
    label: 'map-find.action',
    keywords: 'map-find.action-words',
    group: 'go',
    icon: Search,
    shortcut: 'Mod+F',
    isEnabled: isHere,
    perform: () => findView.setState(({ focusCount }) => ({ focusCount: focusCount + 1 })),
  },
  {
    id: 'map.copy-coordinates',
    label: 'map-find.copy',
    keywords: 'map-find.copy-words',
    group: 'edit',
    icon: Copy,
    shortcut: 'Mod+Shift+C',
    isEnabled: isHere,
    perform: async ({ settings, texts: { t, language }, notify }) => {
      const at = findView.getState().pointer ?? mapView.getState().center
      if (at === null) return
      const text = formatCoordinates(at, settings.current.coordinates, language)
      const isDone = await copyText(text)
      notify(
        isDone
          ? { tone: 'note', text: t('map-find.copied', { text }) }
          : { tone: 'warning', text: t('map-find.not-copied') },
      )
    },
  },
  {
    id: 'map.grid',
    label: 'map-grid.action',
    group: 'view',
    icon: Grid3x3,
    shortcut: 'Alt+G',
    isEnabled: isHere,
    perform: () => mapView.setState(({ isGridShown }) => ({ isGridShown: !isGridShown })),
  },
  {
    id: 'map.measure',
    label: 'map-measure.action',
    keywords: 'map-measure.action-words',
    group: 'view',
    icon: Ruler,
    shortcut: 'Alt+M',
    isEnabled: isOpen,
    perform: ({ session }) => {
      if (mapView.getState().map === null) session.goTo('map')
      enterMode(mapView.getState().mode === 'measure' ? 'choose' : 'measure')
    },
  },
  {
    id: 'map.measure-from',
    label: 'map-measure.from-here',
    group: 'view',
    icon: Ruler,
    onRecords: ['unit', 'mission', 'place'],
    isEnabled: (s) => isOpen(s) && s.focused !== null,
    perform: ({ session, texts, notify }) => {
      const { plan, focused, time } = session.store.getState()
      const at = plan === null || focused === null ? null : positionOfRecord(plan, focused, time)
      if (at === null) return notify({ tone: 'warning', text: texts.t('map.show-nowhere') })
      const { map } = mapView.getState()
      if (map === null) {
        mapView.setState({ center: at })
        session.goTo('map')
      }
      return measureFrom(at)
    },
  },
]
