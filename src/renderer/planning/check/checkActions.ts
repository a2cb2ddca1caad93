import type { Action } from '../../actions/Action.ts'

export const checkActions: readonly Action[] = []
