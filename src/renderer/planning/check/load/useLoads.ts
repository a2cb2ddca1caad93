import { useEffect } from 'react'
import { useStore } from 'zustand'
import { CheckContext } from '../../../../domain/check/CheckContext.ts'
import { loadSeries, type PlanLoads } from '../../../../domain/check/loadSeries.ts'
import { type LoadSummary, summarizeLoad } from '../../../../domain/check/series/loadCells.ts'
import type { Id } from '../../../../domain/records/ids.ts'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { inSlices } from '../../../platform/inSlices.ts'
import { usePlan, useSessionState } from '../../../session/SessionContext.tsx'
import { loadView, lookAtLoadsOf } from './loadView.ts'
import { stepEdges } from './loadWindow.ts'

/** After a change the load is calculated again once nothing more has changed for so long, ms. */
const REST_MS = 300

/** Keeps the loads of the plan and the numbers of their rows up to date while they are looked at. */
export function useLoads(): void {
  const plan = usePlan()
  const planId = plan.meta.id
  const revision = useSessionState((s) => s.revision)
  useEffect(() => {
    lookAtLoadsOf(planId)
    const known = loadView.getState().loads
    if (known?.revision === revision) return
    let stop: (() => void) | null = null
    const start = (): void => {
      stop = inSlices(
        loadSeries(new CheckContext(plan)),
        (loads) => loadView.setState({ loads, progress: null }),
        (progress) => loadView.setState({ progress }),
      )
    }
    const timer = setTimeout(start, known === null ? 0 : REST_MS)
    return () => {
      clearTimeout(timer)
      stop?.()
      loadView.setState({ progress: null })
    }
  }, [plan, planId, revision])
  useSummaries()
}

function useSummaries(): void {
  const { phases } = usePlanMeta()
  const loads = useStore(loadView, (s) => s.loads)
  const step = useStore(loadView, (s) => s.step)
  useEffect(() => {
    if (loads === null) return undefined
    const known = loadView.getState().summaries
    if (known?.loads === loads && known.step === step) return undefined
    const edges = Float64Array.from(stepEdges(loads.axis, step, phases))
    return inSlices(summarySteps(loads, edges), (of) => loadView.setState({ summaries: { loads, step, of } }))
  }, [loads, step, phases])
}

/** The numbers of every row, a row at a time. */
function* summarySteps(
  { axis, units, components }: PlanLoads,
  edges: Float64Array,
): Generator<undefined, ReadonlyMap<Id, LoadSummary>> {
  const of = new Map<Id, LoadSummary>()
  for (const [id, load] of [...components, ...units]) {
    of.set(id, summarizeLoad(load, axis, edges))
    yield
  }
  return of
}
