import { useSessionState } from '../../session/SessionContext.tsx'

/** The sheet of the focused record, beside every place. */
export function Inspector() {
  const focused = useSessionState((s) => s.focused)
  return <div>{focused}</div>
}
