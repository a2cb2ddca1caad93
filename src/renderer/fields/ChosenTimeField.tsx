import { formatRelative } from '../../domain/time/planTime.ts'
import { useSession, useSessionState } from '../session/SessionContext.tsx'
import { PlanTimeField } from './PlanTimeField.tsx'
import { usePlanMeta } from './usePlanMeta.ts'

interface ChosenTimeFieldProps {
  label: string
  /** Before a time that was typed is chosen. */
  onTyped?: () => void
}

/** The chosen time of the session, to be typed; a time beyond the horizon is its nearer end. */
export function ChosenTimeField({ label, onTyped }: ChosenTimeFieldProps) {
  const session = useSession()
  const time = useSessionState((s) => s.time)
  const { horizon } = usePlanMeta()
  return (
    <PlanTimeField
      label={label}
      isLabelHidden
      layout="beside"
      value={time}
      isRequired
      description={formatRelative(time)}
      onCommit={(minutes) => {
        onTyped?.()
        if (minutes !== null) session.setTime(Math.min(horizon.to, Math.max(horizon.from, minutes)))
      }}
    />
  )
}
