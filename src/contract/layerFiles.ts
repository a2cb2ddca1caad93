import * as v from 'valibot'
import { FileTokenSchema } from './FileToken.ts'
import { FileFilterSchema } from './files.ts'
import { LIMITS } from './limits.ts'

const Bytes = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

export const LayerFileRequestSchema = v.strictObject({ filter: FileFilterSchema })

/** A file of an own layer, read where it lies. The handle stands for it across restarts. */
export const LayerFileSchema = v.strictObject({
  handle: FileTokenSchema,
  name: v.pipe(v.string(), v.maxLength(LIMITS.nameLength)),
  sizeBytes: Bytes,
})

export const LayerSliceRequestSchema = v.strictObject({
  handle: FileTokenSchema,
  offset: Bytes,
  length: v.pipe(Bytes, v.minValue(1), v.maxValue(LIMITS.sliceBytes)),
})

/** Shorter than asked for where the file ends. */
export const LayerSliceSchema = v.pipe(
  v.instance(Uint8Array<ArrayBufferLike>),
  v.check((bytes) => bytes.byteLength <= LIMITS.sliceBytes, 'too many bytes'),
)

export type LayerFile = v.InferOutput<typeof LayerFileSchema>
export type LayerFileRequest = v.InferOutput<typeof LayerFileRequestSchema>
export type LayerSliceRequest = v.InferOutput<typeof LayerSliceRequestSchema>
