import { useState } from 'react'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { useSessionState } from '../../../session/SessionContext.tsx'
import { useTimeView } from './timeView.ts'
import { type Span, windowOf } from './timeWindow.ts'

/** The part of the horizon the slider shows; the same object while it stays the same. */
export function useTimeWindow(): Span {
  const { horizon, phases } = usePlanMeta()
  const zoom = useTimeView((v) => v.zoom)
  const time = useSessionState((s) => s.time)
  const [kept, keep] = useState<Span>(horizon)
  const next = windowOf(zoom, time, { horizon, phases }, kept)
  if (next.from === kept.from && next.to === kept.to) return kept
  keep(next)
  return next
}
