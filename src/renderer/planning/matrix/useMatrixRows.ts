import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import { superiorAt, superiorTurns } from '../../../domain/plan/unitStates.ts'
import type { Id } from '../../../domain/records/ids.ts'
import type { Unit } from '../../../domain/records/unit.ts'
import { toInstant } from '../../../domain/time/planTime.ts'
import { usePlan, useSessionState } from '../../session/SessionContext.tsx'
import { folded } from '../../ui/folded.ts'
import { useProposalGhosts } from './useProposalGhosts.ts'
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

const turns = new WeakMap<PlanReader, { readonly revision: number; readonly at: readonly number[] }>()

/** The last change of superiors at or before an instant; of one before all of them, the instant is of no matter. */
function lastTurn(plan: PlanReader, instant: number): number {
  const kept = turns.get(plan)
  const current =
    kept?.revision === plan.revision ? kept : { revision: plan.revision, at: superiorTurns(plan.all('unit')) }
  turns.set(plan, current)
  return current.at.findLast((turn) => turn <= instant) ?? Number.MIN_SAFE_INTEGER
}

/** Superiors looked at above a unit: more would be a circle. */
const LINE = 20

/** What a unit is found by: its own names, those of its superiors and that of its component, which bring it along. */
function lineOf(plan: PlanReader, unit: Unit, instant: number): string {
  const component = plan.get(unit.component)
  const names = [component?.name.es, component?.name.en]
  let at: Unit | undefined = unit
  for (let depth = 0; at !== undefined && depth < LINE; depth += 1) {
    names.push(at.designation, at.name)
    const superior: Id<'unit'> | null = superiorAt(at, instant)
    at = superior === null ? undefined : plan.get(superior)
  }
  return folded(names.join(' '))
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
  // The tree is another one only where somebody has come under another superior.
  const instant = useDeferredValue(useSessionState((s) => lastTurn(plan, toInstant(s.time, plan.meta.hHour))))
  const ghosts = useProposalGhosts(plan)
  const [slice, setSlice] = useState(0)
  const model = useMemo(() => {
    const words = folded(filter)
      .split(' ')
      .filter((w) => w !== '')
    const fits =
      words.length === 0
        ? null
        : (unit: Unit): boolean => {
            const text = lineOf(plan, unit, instant)
            return words.every((w) => text.includes(w))
          }
    return rows.read(plan, { collapsed, unfolded, isOnlyBusy, fits, instant, ghosts })
    // The plan is one living document; its revision says when to read it again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [rows, plan, revision, collapsed, unfolded, filter, isOnlyBusy, instant, ghosts, slice])
  useEffect(() => {
    if (model.isComplete) return
    const next = setTimeout(() => setSlice((n) => n + 1))
    return () => clearTimeout(next)
  }, [model])
  return model
}
