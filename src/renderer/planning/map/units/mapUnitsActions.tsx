import { MapPin } from 'lucide-react'
import { isIdOf } from '../../../../domain/records/ids.ts'
import type { Unit } from '../../../../domain/records/unit.ts'
import type { Action } from '../../../actions/Action.ts'
import type { SessionState } from '../../../session/SessionState.ts'
import { PlaceUnitDialog } from './PlaceUnitDialog.tsx'

/** The one selected unit. */
function selectedUnit({ plan, selection }: SessionState): Unit | undefined {
  const [id, ...others] = selection
  return plan !== null && others.length === 0 && id !== undefined && isIdOf('unit', id) ? plan.get(id) : undefined
}

/** What can be done with units on the map besides dragging them. */
export const mapUnitsActions: readonly Action[] = [
  {
    id: 'map.place-unit',
    label: 'map-units.place-action',
    keywords: 'map-units.place-words',
    group: 'edit',
    icon: MapPin,
    onRecords: ['unit'],
    isEnabled: (s) => s.canEdit && selectedUnit(s) !== undefined,
    perform: ({ session, showDialog }) => {
      const unit = selectedUnit(session.store.getState())
      if (unit !== undefined) showDialog((close) => <PlaceUnitDialog unit={unit} onClose={close} />)
    },
  },
]
