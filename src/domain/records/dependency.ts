import * as v from 'valibot'
import { base, relativeMinutes } from './common.ts'
import { idOf } from './ids.ts'

export const DEPENDENCY_KINDS = ['finish-start', 'start-start', 'finish-finish', 'start-finish'] as const
export type DependencyKind = (typeof DEPENDENCY_KINDS)[number]

export const dependencySchema = v.strictObject({
  id: idOf('dependency'),
  ...base,
  predecessor: idOf('mission'),
  successor: idOf('mission'),
  kind: v.picklist(DEPENDENCY_KINDS),
  lagMinutes: relativeMinutes,
})
export type Dependency = v.InferOutput<typeof dependencySchema>
