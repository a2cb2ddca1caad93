import { useState } from 'react'
import { usePlan } from '../../../session/SessionContext.tsx'
import { lookAtMeasures } from './measuresView.ts'
import { MeasureLayers } from './MeasureLayers.tsx'
import { MeasureWork } from './MeasureWork.tsx'
import { useMeasureClipboard } from './useMeasureClipboard.ts'

/** Control measures on the map: shown, drawn, edited, copied. */
export function Measures() {
  const plan = usePlan()
  // Before the first look at the view; another plan mounts another place.
  useState(() => lookAtMeasures(plan.meta.id))
  useMeasureClipboard()
  return (
    <>
      <MeasureLayers />
      <MeasureWork />
    </>
  )
}
