import type { Id } from '../../../domain/records/ids.ts'
import { taskingView } from './taskingView.ts'

export type Fixing = 'time' | 'units'

const FIELDS = { time: 'fixedTimes', units: 'fixedUnits' } as const

export function setFixed(missions: readonly Id<'mission'>[], what: Fixing, isFixed: boolean): void {
  const field = FIELDS[what]
  const next = new Set(taskingView.getState()[field])
  for (const id of missions) {
    if (isFixed) next.add(id)
    else next.delete(id)
  }
  taskingView.setState({ [field]: next })
}

/** Fixes what is not fixed of some missions; where all of it is already, lets it go. Returns which it was. */
export function toggleFixed(missions: readonly Id<'mission'>[], what: Fixing): boolean {
  const fixed = taskingView.getState()[FIELDS[what]]
  const isFixed = missions.some((id) => !fixed.has(id))
  setFixed(missions, what, isFixed)
  return isFixed
}

export function releaseAll(): void {
  taskingView.setState({ fixedTimes: new Set(), fixedUnits: new Set() })
}
