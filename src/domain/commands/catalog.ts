import type * as v from 'valibot'
import type { PlanReader } from '../plan/PlanDocument.ts'
import { err, type Result } from '../result.ts'
import { acceptFinding } from './acceptFinding.ts'
import { addEnabler } from './addEnabler.ts'
import { addMeasures } from './addMeasures.ts'
import { addRecord } from './addRecord.ts'
import { assignUnit } from './assignUnit.ts'
import { attachUnits } from './attachUnits.ts'
import { type Change, type CommandContext, type CommandError, runCommand } from './command.ts'
import { draftMission } from './draftMission.ts'
import { duplicateMissions } from './duplicateMissions.ts'
import { editAtNewPlace } from './editAtNewPlace.ts'
import { editRecords } from './editRecords.ts'
import { editUnits } from './editUnits.ts'
import { joinDistricts } from './joinDistricts.ts'
import { linkEnabler } from './linkEnabler.ts'
import { linkMissions } from './linkMissions.ts'
import { moveMissions } from './moveMissions.ts'
import { moveUnitTo } from './moveUnitTo.ts'
import { pasteUnits } from './pasteUnits.ts'
import { placeInDistricts } from './placeInDistricts.ts'
import { placeMission } from './placeMission.ts'
import { reassignMission } from './reassignMission.ts'
import { removeRecords } from './removeRecords.ts'
import { stretchMission } from './stretchMission.ts'
import { takeProposal } from './takeProposal.ts'

/** Every verb a plan knows. */
export const commands = {
  acceptFinding,
  addEnabler,
  addMeasures,
  addRecord,
  assignUnit,
  attachUnits,
  draftMission,
  duplicateMissions,
  editAtNewPlace,
  editRecords,
  editUnits,
  joinDistricts,
  linkEnabler,
  linkMissions,
  moveMissions,
  moveUnitTo,
  pasteUnits,
  placeInDistricts,
  placeMission,
  reassignMission,
  removeRecords,
  stretchMission,
  takeProposal,
}

export type CommandType = keyof typeof commands

/** One change asked for, as plain data: it can be stored in a finding, sent to a worker, shown and undone. */
export type Command = {
  [T in CommandType]: { readonly type: T } & Readonly<v.InferInput<(typeof commands)[T]['schema']>>
}[CommandType]

/** The difference a command makes on a plan, or why it makes none. Changes nothing itself. */
export function prepare(command: Command, plan: PlanReader, context: CommandContext): Result<Change, CommandError> {
  const { type, ...args } = command
  if (!Object.hasOwn(commands, type)) return err({ code: 'invalid', params: { path: 'type', message: type } })
  const change = runCommand(commands[type] as (typeof commands)['moveMissions'], args, plan, context)
  if (
    change.ok &&
    change.value.diff.added.length + change.value.diff.updated.length + change.value.diff.removed.length === 0
  ) {
    return err({ code: 'nothing', params: {} })
  }
  return change
}
