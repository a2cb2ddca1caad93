import { CalendarArrowDown, CalendarArrowUp, ChevronLeft, ChevronRight, Play } from 'lucide-react'
import type { Action } from '../../../actions/Action.ts'
import type { SessionState } from '../../../session/SessionState.ts'
import { timeView } from './timeView.ts'

const isHere = (s: SessionState): boolean =>
  s.place === 'map' && s.plan !== null && timeView.getState().control !== null

/** Steps and playback of the chosen time on the map. */
export const mapTimeActions: readonly Action[] = [
  {
    id: 'map.time-play',
    label: 'map-time.play-action',
    keywords: 'map-time.words',
    group: 'view',
    icon: Play,
    shortcut: 'Alt+P',
    isEnabled: isHere,
    perform: () => timeView.setState((view) => ({ isPlaying: !view.isPlaying })),
  },
  {
    id: 'map.time-previous',
    label: 'map-time.previous',
    keywords: 'map-time.words',
    group: 'view',
    icon: ChevronLeft,
    shortcut: 'Alt+,',
    isEnabled: isHere,
    perform: () => {
      const { control, step } = timeView.getState()
      control?.step(step, -1)
    },
  },
  {
    id: 'map.time-next',
    label: 'map-time.next',
    keywords: 'map-time.words',
    group: 'view',
    icon: ChevronRight,
    shortcut: 'Alt+.',
    isEnabled: isHere,
    perform: () => {
      const { control, step } = timeView.getState()
      control?.step(step, 1)
    },
  },
  {
    id: 'map.time-next-event',
    label: 'map-time.next-event',
    keywords: 'map-time.words',
    group: 'view',
    icon: CalendarArrowDown,
    isEnabled: isHere,
    perform: () => timeView.getState().control?.step('event', 1),
  },
  {
    id: 'map.time-previous-event',
    label: 'map-time.previous-event',
    keywords: 'map-time.words',
    group: 'view',
    icon: CalendarArrowUp,
    isEnabled: isHere,
    perform: () => timeView.getState().control?.step('event', -1),
  },
]
