import * as v from 'valibot'
import { err, ok, type Result } from '../result.ts'
import { acceptanceSchema } from './acceptance.ts'
import { actorSchema } from './actor.ts'
import { assignmentSchema } from './assignment.ts'
import { componentSchema } from './component.ts'
import { courseSchema } from './course.ts'
import { decisionPointSchema } from './decisionPoint.ts'
import { dependencySchema } from './dependency.ts'
import { exerciseSchema } from './exercise.ts'
import { type Id, kindOf, RECORD_KINDS, type RecordKind } from './ids.ts'
import { legalBasisSchema } from './legalBasis.ts'
import { lineOfEffortSchema } from './lineOfEffort.ts'
import { linkSchema } from './link.ts'
import { measureSchema } from './measure.ts'
import { missionSchema } from './mission.ts'
import { missionTypeSchema } from './missionType.ts'
import { objectiveSchema } from './objective.ts'
import { overlaySchema } from './overlay.ts'
import { placeSchema } from './place.ts'
import { planSchema } from './plan.ts'
import { relationshipSchema } from './relationship.ts'
import { riskSchema } from './risk.ts'
import { unitSchema } from './unit.ts'

/** One schema per kind: it gives the type, and checks loads, commands, messages and imports alike. */
const recordSchemas = {
  plan: planSchema,
  component: componentSchema,
  place: placeSchema,
  unit: unitSchema,
  relationship: relationshipSchema,
  'mission-type': missionTypeSchema,
  objective: objectiveSchema,
  'line-of-effort': lineOfEffortSchema,
  'legal-basis': legalBasisSchema,
  mission: missionSchema,
  assignment: assignmentSchema,
  dependency: dependencySchema,
  measure: measureSchema,
  'decision-point': decisionPointSchema,
  overlay: overlaySchema,
  actor: actorSchema,
  link: linkSchema,
  risk: riskSchema,
  course: courseSchema,
  exercise: exerciseSchema,
  acceptance: acceptanceSchema,
} satisfies Record<RecordKind, v.GenericSchema>

export type RecordOf<K extends RecordKind> = Readonly<v.InferOutput<(typeof recordSchemas)[K]>>
export type AnyRecord = { [K in RecordKind]: RecordOf<K> }[RecordKind]

/** Where in a record a value is wrong, and how. */
export interface RecordFault {
  readonly id: string
  readonly path: string
  readonly message: string
}

/** Checks a plain value as a record of the kind its id names. */
export function parseRecord(value: unknown): Result<AnyRecord, RecordFault> {
  const id: unknown = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : undefined
  const kind = typeof id === 'string' ? RECORD_KINDS.find((k) => id.startsWith(`${k}:`)) : undefined
  if (kind === undefined) return err({ id: String(id), path: 'id', message: 'unknown kind of record' })
  const parsed = v.safeParse(recordSchemas[kind], value, { abortEarly: true })
  if (parsed.success) return ok(parsed.output as AnyRecord)
  const issue = parsed.issues[0]
  return err({ id: String(id), path: v.getDotPath(issue) ?? '', message: issue.message })
}

/** Narrows a record by the kind in its id. */
export function isRecordOf<K extends RecordKind>(kind: K, record: AnyRecord): record is RecordOf<K> & AnyRecord {
  return kindOf(record.id as Id) === kind
}
