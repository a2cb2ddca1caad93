import * as v from 'valibot'

/** Stands for a file that the person chose or a backup that was listed. The path itself never leaves the shell. */
export const FileTokenSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/), v.brand('FileToken'))

export type FileToken = v.InferOutput<typeof FileTokenSchema>

/** Turns 16 random bytes into a token. */
export function fileTokenFrom(randomBytes: Uint8Array): FileToken {
  return v.parse(FileTokenSchema, Array.from(randomBytes, (byte) => byte.toString(16).padStart(2, '0')).join(''))
}
