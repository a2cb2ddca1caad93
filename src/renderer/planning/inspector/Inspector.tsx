import { memo, useEffect, useRef } from 'react'
import type { AnyRecord } from '../../../domain/records/catalog.ts'
import { type Id, isIdOf } from '../../../domain/records/ids.ts'
import { useRecord, useSession, useSessionState } from '../../session/SessionContext.tsx'
import { MissionSheet } from './mission/MissionSheet.tsx'
import { ComponentSheet } from './other/ComponentSheet.tsx'
import { LegalBasisSheet } from './other/LegalBasisSheet.tsx'
import { MissionTypeSheet } from './other/MissionTypeSheet.tsx'
import { ObjectiveSheet } from './other/ObjectiveSheet.tsx'
import { OtherSheet } from './other/OtherSheet.tsx'
import { PlaceSheet } from './other/PlaceSheet.tsx'
import { OverlaySheet } from './overlay/OverlaySheet.tsx'
import { PlanSheet } from './plan/PlanSheet.tsx'
import { SelectionSheet } from './SelectionSheet.tsx'
import { UnitSheet } from './unit/UnitSheet.tsx'
import { useSettled } from './useSettled.ts'
import './Inspector.css'

/** The sheet of what is selected, beside every place; of the plan itself where nothing is. */
export function Inspector() {
  const focused = useSettled(useSessionState((s) => s.focused))
  const count = useSettled(useSessionState((s) => s.selection.size))
  // In the check a finding's records are selected together, and the sheet is that of its mission.
  const isFinding = useSessionState((s) => s.place === 'check' && s.focused !== null)
  const frame = useCommitBeforeLeaving()
  return (
    <div ref={frame} className="inspector">
      {count > 1 && !isFinding ? <SelectionSheet /> : <RecordSheet key={focused ?? 'plan'} id={focused} />}
    </div>
  )
}

const RecordSheet = memo(function RecordSheet({ id }: { id: Id | null }) {
  const record: AnyRecord | undefined = useRecord(id)
  if (id === null || record === undefined || isIdOf('plan', id)) return <PlanSheet />
  if (isIdOf('mission', id)) return <MissionSheet id={id} />
  if (isIdOf('unit', id)) return <UnitSheet id={id} />
  if (isIdOf('objective', id)) return <ObjectiveSheet id={id} />
  if (isIdOf('place', id)) return <PlaceSheet id={id} />
  if (isIdOf('legal-basis', id)) return <LegalBasisSheet id={id} />
  if (isIdOf('mission-type', id)) return <MissionTypeSheet id={id} />
  if (isIdOf('component', id)) return <ComponentSheet id={id} />
  if (isIdOf('overlay', id)) return <OverlaySheet id={id} />
  return <OtherSheet record={record} />
})

/**
 * A press on another record takes the sheet away before the field that is being typed in hears that it has lost the
 * focus. So the field is left first, while it still stands, and what was typed is kept.
 */
function useCommitBeforeLeaving() {
  const session = useSession()
  const frame = useRef<HTMLDivElement>(null)
  useEffect(
    () =>
      session.store.subscribe((state, before) => {
        const isSame =
          state.focused === before.focused && state.selection === before.selection && state.place === before.place
        const active = document.activeElement
        if (isSame || !(active instanceof HTMLElement) || frame.current?.contains(active) !== true) return
        if (active.matches('input, textarea')) active.blur()
      }),
    [session],
  )
  return frame
}
