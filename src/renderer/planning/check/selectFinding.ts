import type { Cause } from '../../../domain/check/causes.ts'
import type { Finding } from '../../../domain/check/Finding.ts'
import { isIdOf } from '../../../domain/records/ids.ts'
import type { PlanSession } from '../../session/PlanSession.ts'
import { checkView } from './checkView.ts'

/**
 * Looks at a finding: in the check all its records are selected and the sheet is its mission's; elsewhere its first
 * record alone, so that its sheet and not that of a selection is shown.
 */
export function selectFinding(session: PlanSession, finding: Finding): void {
  checkView.setState({ chosen: finding.key, chosenCause: null, section: 'open' })
  const { plan, place } = session.store.getState()
  const there = finding.records.filter((id) => plan?.has(id) === true)
  const [first] = there
  if (first === undefined) return
  const shown = there.find((id) => isIdOf('mission', id)) ?? first
  if (place === 'check') session.select(there, shown)
  else session.select([first])
}

/** Looks at what several findings are put down to; its record is selected, or the missions and units where it is none. */
export function selectCause(session: PlanSession, { key, record, findings }: Cause): void {
  checkView.setState({ chosen: null, chosenCause: key, section: 'open' })
  const { plan } = session.store.getState()
  const records = record === null ? [...new Set(findings.flatMap((finding) => finding.records))] : [record]
  session.select(records.filter((id) => plan?.has(id) === true))
}
