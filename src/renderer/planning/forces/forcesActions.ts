import type { Action } from '../../actions/Action.ts'

export const forcesActions: readonly Action[] = []
