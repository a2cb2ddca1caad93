import * as v from 'valibot'
import { FileTokenSchema } from './FileToken.ts'
import { LIMITS } from './limits.ts'

// A name, not a path: what separates folders or ends a string early on some system is refused.
// oxlint-disable-next-line no-control-regex -- control characters are exactly what is refused
const FORBIDDEN_IN_NAMES = /[/\\:*?"<>|\u0000-\u001f\u007f]/

/** A file name without folders, 1 to 255 characters. */
const FileNameSchema = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(LIMITS.nameLength),
  v.check((name) => !FORBIDDEN_IN_NAMES.test(name) && name !== '.' && name !== '..', 'not a plain file name'),
)

/** What the system calls the file: any name the disk allows, never used to build a path. */
const ShownNameSchema = v.pipe(v.string(), v.maxLength(LIMITS.nameLength))

/** Up to 512 MiB. */
export const BytesSchema = v.pipe(
  v.instance(Uint8Array<ArrayBufferLike>),
  v.check((bytes) => bytes.byteLength <= LIMITS.fileBytes, 'too many bytes'),
)

/** The kind of file a dialog offers; `extensions` without the dot, the first one being the usual one. */
export const FileFilterSchema = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.nameLength)),
  extensions: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^[a-z0-9]{1,16}$/i))),
    v.minLength(1),
    v.maxLength(LIMITS.extensions),
    v.readonly(),
  ),
})

export const OpenedFileSchema = v.strictObject({ handle: FileTokenSchema, name: ShownNameSchema, bytes: BytesSchema })

/** `handle` writes the same file again. */
export const SavedFileSchema = v.strictObject({ handle: FileTokenSchema, name: ShownNameSchema })

export const WaitingFileSchema = v.strictObject({ handle: FileTokenSchema, name: ShownNameSchema })

export const OpenFileRequestSchema = v.strictObject({
  filter: FileFilterSchema,
  maxBytes: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(LIMITS.fileBytes))),
})

export const SaveFileRequestSchema = v.strictObject({
  suggestedName: FileNameSchema,
  filter: FileFilterSchema,
  bytes: BytesSchema,
  handle: v.exactOptional(FileTokenSchema),
})

const PAGE_SIZES = ['A4', 'A3', 'A2', 'A1', 'A0', 'Letter'] as const

export const PrintRequestSchema = v.strictObject({
  suggestedName: FileNameSchema,
  pageSize: v.picklist(PAGE_SIZES),
  landscape: v.boolean(),
})

export type FileFilter = v.InferOutput<typeof FileFilterSchema>
export type OpenedFile = v.InferOutput<typeof OpenedFileSchema>
export type SavedFile = v.InferOutput<typeof SavedFileSchema>
export type WaitingFile = v.InferOutput<typeof WaitingFileSchema>
export type OpenFileRequest = v.InferOutput<typeof OpenFileRequestSchema>
export type SaveFileRequest = v.InferOutput<typeof SaveFileRequestSchema>
export type PageSize = (typeof PAGE_SIZES)[number]
export type PrintRequest = v.InferOutput<typeof PrintRequestSchema>
