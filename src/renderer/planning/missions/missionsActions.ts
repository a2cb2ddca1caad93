import type { Action } from '../../actions/Action.ts'

export const missionsActions: readonly Action[] = []
