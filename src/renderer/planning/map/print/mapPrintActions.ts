import { ImageDown, Printer } from 'lucide-react'
import type { Action } from '../../../actions/Action.ts'
import type { SessionState } from '../../../session/SessionState.ts'
import { openPrint } from './printView.ts'
import { saveView } from './saveView.ts'

const isHere = (s: SessionState): boolean => s.place === 'map' && s.open.state === 'open'

export const mapPrintActions: readonly Action[] = [
  {
    id: 'map.print',
    label: 'map-print.action',
    keywords: 'map-print.action-words',
    group: 'file',
    icon: Printer,
    isEnabled: isHere,
    perform: ({ session }) => {
      const { plan } = session.store.getState()
      if (plan !== null) openPrint(plan.meta.id)
    },
  },
  {
    id: 'map.png',
    label: 'map-print.action-png',
    keywords: 'map-print.action-png-words',
    group: 'file',
    icon: ImageDown,
    isEnabled: isHere,
    perform: saveView,
  },
]
