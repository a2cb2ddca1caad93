import * as v from 'valibot'
import type { Diff } from '../plan/diff.ts'
import type { PlanReader } from '../plan/PlanDocument.ts'
import { type EditFault, PlanEdit } from '../plan/PlanEdit.ts'
import type { Id, RecordKind } from '../records/ids.ts'
import { err, ok, type Result } from '../result.ts'

/** What a command may know beyond the plan; the domain has no clock and no randomness of its own. */
export interface CommandContext {
  /** A fresh id that no record of the plan has. */
  readonly newId: <K extends RecordKind>(kind: K) => Id<K>
  /** Epoch milliseconds. */
  readonly now: number
  readonly author: string
}

/** Why a command changed nothing; `code` picks the sentence, `params` fill it. */
export interface CommandError {
  readonly code:
    | 'missing'
    | 'invalid'
    | 'dangling'
    | 'circle'
    | 'duplicate'
    | 'itself'
    | 'not-scheduled'
    | 'in-use'
    | 'nothing'
    | 'conflict'
  readonly params: Readonly<Record<string, string | number>>
}

/** Text key and values of the line a change shows in the history. */
export interface ChangeLabel {
  readonly type: string
  readonly params: Readonly<Record<string, string | number>>
}

export interface CommandDefinition<T extends string, S extends v.GenericSchema> {
  readonly type: T
  readonly schema: S
  /** Values for the label in the history; read before the change is made. */
  readonly label: (plan: PlanReader, args: v.InferOutput<S>) => ChangeLabel['params']
  /** Writes into the edit, or says why not. */
  readonly run: (
    edit: PlanEdit,
    args: v.InferOutput<S>,
    plan: PlanReader,
    context: CommandContext,
  ) => CommandError | null
}

/** Declares one verb. */
export const defineCommand = <const T extends string, S extends v.GenericSchema>(
  definition: CommandDefinition<T, S>,
): CommandDefinition<T, S> => definition

export const missing = (id: string): CommandError => ({ code: 'missing', params: { id } })

export interface Change {
  readonly diff: Diff
  readonly label: ChangeLabel
}

/** Runs one definition on checked arguments: the difference it makes, or why it makes none. */
export function runCommand<T extends string, S extends v.GenericSchema>(
  definition: CommandDefinition<T, S>,
  rawArgs: unknown,
  plan: PlanReader,
  context: CommandContext,
): Result<Change, CommandError> {
  const args = v.safeParse(definition.schema, rawArgs)
  if (!args.success) {
    const issue = args.issues[0]
    return err({ code: 'invalid', params: { path: v.getDotPath(issue) ?? '', message: issue.message } })
  }
  const edit = new PlanEdit(plan)
  const refused = definition.run(edit, args.output, plan, context)
  if (refused !== null) return err(refused)
  const diff = edit.finish()
  if (!diff.ok) return err(errorOfFault(diff.error))
  const label = { type: definition.type, params: definition.label(plan, args.output) }
  return ok({ diff: diff.value, label })
}

function errorOfFault(fault: EditFault): CommandError {
  if (fault.code === 'dangling') return { code: 'dangling', params: { id: fault.id, reference: fault.reference } }
  return { code: 'invalid', params: { path: fault.fault.path, message: fault.fault.message } }
}
