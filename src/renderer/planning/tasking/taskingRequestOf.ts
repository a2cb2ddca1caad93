import type { Id } from '../../../domain/records/ids.ts'
import type { TaskingRequest } from '../../../domain/scheduling/tasking/TaskingRequest.ts'
import type { TaskingView } from './taskingView.ts'

/** The question as it is put to the search. Fixings of missions that are not asked about say nothing. */
export function taskingRequestOf(view: TaskingView, missions: readonly Id<'mission'>[]): TaskingRequest {
  const asked = new Set(missions)
  return {
    missions: [...missions],
    mayMove: view.mayMove,
    units: view.units,
    fixedTimes: [...view.fixedTimes].filter((id) => asked.has(id)),
    fixedUnits: [...view.fixedUnits].filter((id) => asked.has(id)),
    notBefore: view.notBefore,
    goals: view.goals.filter((g) => g.isOn).map((g) => g.goal),
    seed: view.seed,
    seconds: view.seconds,
  }
}

/** Whether what is asked now differs from what was asked last, missions that came and went by themselves left aside. */
export function isOtherQuestion(view: TaskingView, request: TaskingRequest): boolean {
  const now = taskingRequestOf(view, request.missions)
  if (view.asked !== null && (view.asked.scope !== view.scope || view.asked.picked !== view.picked)) return true
  const sayOf = ({ mayMove, units, fixedTimes, fixedUnits, notBefore, goals, seed, seconds }: TaskingRequest): string =>
    JSON.stringify([mayMove, units, fixedTimes.toSorted(), fixedUnits.toSorted(), notBefore, goals, seed, seconds])
  return sayOf(now) !== sayOf(request)
}
