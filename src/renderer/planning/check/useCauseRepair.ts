import { useEffect } from 'react'
import { useStore } from 'zustand'
import { type CauseRepair, causeRepairSteps } from '../../../domain/check/causeRepairs.ts'
import type { Cause } from '../../../domain/check/causes.ts'
import { PlanDocument } from '../../../domain/plan/PlanDocument.ts'
import type { Language } from '../../../domain/time/dtg.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { checkView } from './checkView.ts'

/** What would mend most of a cause's findings, tried a step at a time while the window is idle; `undefined` until it is known. */
export function useCauseRepair(cause: Cause, language: Language): CauseRepair | null | undefined {
  const { store } = useSession()
  const revision = useSessionState((s) => s.revision)
  // Which findings come up with a repair is only known once those of the plan as it is are all there.
  const isChecked = useSessionState((s) => s.checkedRevision === s.revision)
  const known = useStore(checkView, (s) => s.causeRepair)
  useEffect(() => {
    const { plan, findings } = store.getState()
    if (!isChecked || !(plan instanceof PlanDocument)) return
    const steps = causeRepairSteps(cause, plan, (key) => findings.get(key) !== undefined, language)
    let idle = 0
    const step = (): void => {
      const { done, value } = steps.next()
      if (done === true) checkView.setState({ causeRepair: { cause, revision, repair: value } })
      else idle = requestIdleCallback(step, { timeout: 200 })
    }
    idle = requestIdleCallback(step, { timeout: 200 })
    return () => cancelIdleCallback(idle)
  }, [store, cause, language, revision, isChecked])
  return known?.cause === cause && known.revision === revision ? known.repair : undefined
}
