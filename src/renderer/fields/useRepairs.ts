import { useEffect, useState } from 'react'
import type { Finding, Repair } from '../../domain/check/Finding.ts'
import { repairsOf } from '../../domain/check/words.ts'
import type { Language } from '../../domain/time/dtg.ts'
import { useSession, useSessionState } from '../session/SessionContext.tsx'

interface Known {
  readonly revision: number
  readonly language: Language
  readonly repairs: readonly Repair[]
}

const known = new WeakMap<Finding, Known>()

/** Work that waits for the window to be idle, one piece at a time: looking for a free unit among 5,000 takes some 30 ms. */
const waiting = new Set<() => void>()
let isScheduled = false

function schedule(): void {
  if (isScheduled || waiting.size === 0) return
  isScheduled = true
  requestIdleCallback(
    () => {
      isScheduled = false
      const [job] = waiting
      if (job !== undefined) {
        waiting.delete(job)
        job()
      }
      schedule()
    },
    { timeout: 200 },
  )
}

/** Ways to mend a finding on the plan as it is, worked out after what is seen is shown; null until then. */
export function useRepairs(finding: Finding, language: Language): readonly Repair[] | null {
  const { store } = useSession()
  const revision = useSessionState((s) => s.revision)
  const [repairs, setRepairs] = useState<readonly Repair[] | null>(known.get(finding)?.repairs ?? null)
  useEffect(() => {
    const job = (): void => {
      const { plan } = store.getState()
      if (plan === null) return
      const before = known.get(finding)
      const isCurrent = before?.revision === plan.revision && before.language === language
      const next = isCurrent
        ? before
        : { revision: plan.revision, language, repairs: repairsOf(finding, plan, language) }
      known.set(finding, next)
      setRepairs(next.repairs)
    }
    // Repairs are those of the plan as it is: a new revision asks again.
    waiting.add(job)
    schedule()
    return () => void waiting.delete(job)
    // oxlint-disable-next-line react/exhaustive-deps
  }, [store, finding, language, revision])
  return repairs
}
