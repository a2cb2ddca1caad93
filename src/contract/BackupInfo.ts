import * as v from 'valibot'
import { FileTokenSchema } from './FileToken.ts'
import { LIMITS } from './limits.ts'

// Windows gives these names to devices, in every folder.
const DEVICE_NAMES = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** A plan's id (`plan:x`, or a plain key): only what can stand in a folder's name and never leaves that folder. */
export const BackupPlanIdSchema = v.pipe(
  v.string(),
  v.regex(/^(?:plan:)?[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/),
  v.check((id) => !DEVICE_NAMES.test(id), 'a device name'),
)

/** The folder of a plan's backups. The colon, which Windows refuses, becomes a sign that no id holds. */
export function backupFolderName(planId: string): string {
  return v.parse(BackupPlanIdSchema, planId).replace(':', '+')
}

/** `writtenAt` in milliseconds since 1970 (UTC). */
export const BackupInfoSchema = v.strictObject({
  handle: FileTokenSchema,
  planId: BackupPlanIdSchema,
  writtenAt: v.pipe(v.number(), v.safeInteger()),
  sizeBytes: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
})

/** Newest first. */
export const BackupListSchema = v.pipe(v.array(BackupInfoSchema), v.maxLength(LIMITS.backupsListed))

export type BackupInfo = v.InferOutput<typeof BackupInfoSchema>
