import type { Finding } from '../../../domain/check/Finding.ts'
import { isIdOf } from '../../../domain/records/ids.ts'
import type { PlanSession } from '../../session/PlanSession.ts'
import { checkView } from './checkView.ts'

/**
 * Looks at a finding: in the check all its records are selected and the sheet is its mission's; elsewhere its first
 * record alone, so that its sheet and not that of a selection is shown.
 */
export function selectFinding(session: PlanSession, finding: Finding): void {
  checkView.setState({ chosen: finding.key, section: 'open' })
  const { plan, place } = session.store.getState()
  const there = finding.records.filter((id) => plan?.has(id) === true)
  const [first] = there
  if (first === undefined) return
  const shown = there.find((id) => isIdOf('mission', id)) ?? first
  if (place === 'check') session.select(there, shown)
  else session.select([first])
}
