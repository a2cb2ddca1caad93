import { useStore } from 'zustand'
import { toInstant } from '../../../domain/time/planTime.ts'
import { useActionContext } from '../../actions/ActionsContext.tsx'
import { useSessionState } from '../../session/SessionContext.tsx'
import { type Forces, forcesOf, type ForcesTree } from './Forces.ts'
import { type ForcesView, forcesView } from './forcesView.ts'

/** Components and units of the open plan; the same object until one of them changes. */
export function useForces(): Forces {
  const forces = useSessionState((s) => (s.plan === null || s.revision < 0 ? null : forcesOf(s.plan)))
  if (forces === null) throw new Error('no plan is open')
  return forces
}

/** The tree at the chosen time; the same object until a superior changes. */
export function useForcesTree(forces: Forces): ForcesTree {
  return useSessionState((s) => forces.treeAt(toInstant(s.time, s.plan?.meta.hHour ?? 0)))
}

/** One value of how the forces are looked at. */
export function useForcesView<T>(select: (view: ForcesView) => T): T {
  return useStore(forcesView, select)
}

/** Whether the person wants rows close together. */
export function useDense(): boolean {
  return useStore(useActionContext().settings.store, (settings) => settings.dense)
}
