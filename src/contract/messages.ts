import * as v from 'valibot'
import { BackupInfoSchema, BackupListSchema, BackupPlanIdSchema } from './BackupInfo.ts'
import type { EventName, MessageName } from './channels.ts'
import { FileTokenSchema } from './FileToken.ts'
import {
  BytesSchema,
  OpenedFileSchema,
  OpenFileRequestSchema,
  PrintRequestSchema,
  SavedFileSchema,
  SaveFileRequestSchema,
  WaitingFileSchema,
} from './files.ts'
import { LayerFileRequestSchema, LayerFileSchema, LayerSliceRequestSchema, LayerSliceSchema } from './layerFiles.ts'
import { LIMITS } from './limits.ts'
import { MenuModelSchema } from './MenuModel.ts'

const NothingSchema = v.undefined()
const FlushIdSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

/** Renderer asks, main answers with `Reply<reply>`. Unknown keys are refused everywhere. */
export const MESSAGES = {
  version: { request: NothingSchema, reply: v.pipe(v.string(), v.maxLength(64)) },
  /** null: the person cancelled. */
  openFile: { request: OpenFileRequestSchema, reply: v.nullable(OpenedFileSchema) },
  saveFile: { request: SaveFileRequestSchema, reply: v.nullable(SavedFileSchema) },
  readFile: { request: v.strictObject({ handle: FileTokenSchema }), reply: OpenedFileSchema },
  listBackups: { request: v.strictObject({ planId: BackupPlanIdSchema }), reply: BackupListSchema },
  writeBackup: {
    request: v.strictObject({ planId: BackupPlanIdSchema, bytes: BytesSchema }),
    reply: BackupInfoSchema,
  },
  readBackup: { request: v.strictObject({ handle: FileTokenSchema }), reply: BytesSchema },
  printToPdf: { request: PrintRequestSchema, reply: v.nullable(SavedFileSchema) },
  setMenu: { request: MenuModelSchema, reply: NothingSchema },
  /** The renderer says whether it wants to be asked to flush before the window closes. */
  announceFlush: { request: v.strictObject({ listening: v.boolean() }), reply: NothingSchema },
  finishFlush: { request: v.strictObject({ flushId: FlushIdSchema }), reply: NothingSchema },
  /** Files given as an argument, by a second start or by the system; each is handed over once. */
  takeOpenedFiles: {
    request: NothingSchema,
    reply: v.pipe(v.array(WaitingFileSchema), v.maxLength(LIMITS.openedFiles)),
  },
  /** Asks for a file that is read in place, now and after restarts. null: the person cancelled. */
  chooseLayerFile: { request: LayerFileRequestSchema, reply: v.nullable(LayerFileSchema) },
  /** Whether the file is still there, and how large it is now. */
  findLayerFile: { request: v.strictObject({ handle: FileTokenSchema }), reply: LayerFileSchema },
  readLayerSlice: { request: LayerSliceRequestSchema, reply: LayerSliceSchema },
  forgetLayerFile: { request: v.strictObject({ handle: FileTokenSchema }), reply: NothingSchema },
} as const satisfies Record<MessageName, { request: v.GenericSchema; reply: v.GenericSchema }>

/** Main tells the renderer; nobody answers. */
export const EVENTS = {
  menuAction: v.strictObject({ actionId: v.pipe(v.string(), v.maxLength(100)) }),
  /** Answered by `finishFlush` with the same id. */
  flushRequested: v.strictObject({ flushId: FlushIdSchema }),
  /** Answered by `takeOpenedFiles`. */
  filesWaiting: v.strictObject({}),
} as const satisfies Record<EventName, v.GenericSchema>

export type RequestOf<Name extends MessageName> = v.InferOutput<(typeof MESSAGES)[Name]['request']>
export type ReplyOf<Name extends MessageName> = v.InferOutput<(typeof MESSAGES)[Name]['reply']>
export type EventOf<Name extends EventName> = v.InferOutput<(typeof EVENTS)[Name]>
