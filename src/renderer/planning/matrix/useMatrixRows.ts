import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import { toInstant } from '../../../domain/time/planTime.ts'
import { usePlan, useSessionState } from '../../session/SessionContext.tsx'
import { folded } from '../../ui/folded.ts'
import { MatrixRows, type RowModel } from './matrixRows.ts'
import { useMatrixView } from './matrixView.ts'

/** A plan with more units than this begins with those that have something to do. */
const MANY_UNITS = 200

export function useIsOnlyBusy(): boolean {
  const chosen = useMatrixView((v) => v.isOnlyBusy)
  const isLarge = useSessionState((s) => (s.plan?.count('unit') ?? 0) > MANY_UNITS)
  return chosen ?? isLarge
}

/** Laid out once for each open plan, so that coming back to the matrix costs nothing. */
const known = new WeakMap<PlanReader, MatrixRows>()

function rowsOf(plan: PlanReader): MatrixRows {
  const rows = known.get(plan) ?? new MatrixRows()
  known.set(plan, rows)
  return rows
}

/** The rows as they are now; what an edit does not touch stays the same object. */
export function useMatrixRows(): RowModel {
  const plan = usePlan()
  const { revision } = plan
  const rows = rowsOf(plan)
  const collapsed = useMatrixView((v) => v.collapsed)
  const unfolded = useMatrixView((v) => v.unfolded)
  const filter = useDeferredValue(useMatrixView((v) => v.filter))
  const isOnlyBusy = useIsOnlyBusy()
  const time = useDeferredValue(useSessionState((s) => s.time))
  // Superiors change at dates, so the tree is asked for once a day of the chosen time.
  const instant = toInstant(Math.floor(time / 1_440) * 1_440, plan.meta.hHour)
  const [slice, setSlice] = useState(0)
  const model = useMemo(() => {
    const words = folded(filter)
      .split(' ')
      .filter((w) => w !== '')
    const fits =
      words.length === 0
        ? null
        : (unit: { designation: string; name: string }): boolean => {
            const text = folded(`${unit.designation} ${unit.name}`)
            return words.every((w) => text.includes(w))
          }
    return rows.read(plan, { collapsed, unfolded, isOnlyBusy, fits, instant })
    // The plan is one living document; its revision says when to read it again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [rows, plan, revision, collapsed, unfolded, filter, isOnlyBusy, instant, slice])
  useEffect(() => {
    if (model.isComplete) return
    const next = setTimeout(() => setSlice((n) => n + 1))
    return () => clearTimeout(next)
  }, [model])
  return model
}
