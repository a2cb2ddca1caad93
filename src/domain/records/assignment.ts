import * as v from 'valibot'
import { base, capabilityQuantity } from './common.ts'
import { idOf } from './ids.ts'

export const ASSIGNMENT_PARTS = ['supported', 'supporting', 'reserve'] as const
export type AssignmentPart = (typeof ASSIGNMENT_PARTS)[number]

export const assignmentSchema = v.strictObject({
  id: idOf('assignment'),
  ...base,
  mission: idOf('mission'),
  unit: idOf('unit'),
  part: v.picklist(ASSIGNMENT_PARTS),
  /** What it brings of each capability. */
  brings: v.pipe(v.array(capabilityQuantity), v.maxLength(50)),
})
export type Assignment = v.InferOutput<typeof assignmentSchema>
