import { fail, type PlatformErrorCode, type Reply } from '../contract/Reply.ts'

const CODES: Readonly<Record<string, PlatformErrorCode>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EISDIR: 'not-a-file',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'no-permission',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'too-large',
}

function isSystemError(error: unknown): error is Error & { code: string; syscall?: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}

/**
 * The answer for a failed file operation. Node's own message would tell the path, so only its code and the system
 * call are repeated. What is not a disk's failure is a bug and is thrown on.
 */
export function replyToDiskFailure(error: unknown): Reply<never> {
  if (!isSystemError(error)) throw error
  return fail(CODES[error.code] ?? 'disk-failed', `${error.code} in ${error.syscall ?? 'file access'}`)
}
