/** Everything that can go wrong between the interface and the shell, as the interface may need to explain it. */
const PLATFORM_ERROR_CODES = [
  /** The message did not fit its schema, or came from somewhere that may not ask. */
  'refused',
  /** The token stands for nothing (any more): ask the person for the file again. */
  'unknown-handle',
  'too-large',
  'not-found',
  /** A folder, a device: nothing that can be read or written as a file. */
  'not-a-file',
  'no-permission',
  'disk-full',
  /** Reading or writing failed for another reason of the disk. */
  'disk-failed',
  'print-failed',
  /** This edition (or this browser) cannot do it. */
  'unsupported',
  /** A bug: it is in the log. */
  'internal',
] as const

export type PlatformErrorCode = (typeof PLATFORM_ERROR_CODES)[number]

/** What main answers. `message` is for the log, in English, and never holds a path. */
export type Reply<T> = { ok: true; value: T } | { ok: false; error: { code: PlatformErrorCode; message: string } }

export function succeed<T>(value: T): Reply<T> {
  return { ok: true, value }
}

export function fail(code: PlatformErrorCode, message: string): Reply<never> {
  return { ok: false, error: { code, message } }
}
