import type { Action } from '../../actions/Action.ts'

export const matrixActions: readonly Action[] = []
