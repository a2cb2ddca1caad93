import type { PlatformErrorCode } from '../../contract/Reply.ts'
import type { PlatformResult } from './Platform.ts'

const CODES: Readonly<Record<string, PlatformErrorCode>> = {
  NotFoundError: 'not-found',
  TypeMismatchError: 'not-a-file',
  NotAllowedError: 'no-permission',
  SecurityError: 'no-permission',
  NoModificationAllowedError: 'no-permission',
  QuotaExceededError: 'disk-full',
  NotReadableError: 'disk-failed',
  InvalidStateError: 'disk-failed',
  NotSupportedError: 'unsupported',
}

/** The browser's way of saying that the person closed a dialog without choosing. */
export function isCancelled(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}

/** Runs a piece of work with the browser's files; what it throws becomes a code, and is logged. */
export async function withoutRejecting<T>(work: () => Promise<PlatformResult<T>>): Promise<PlatformResult<T>> {
  try {
    return await work()
  } catch (error) {
    console.error(error)
    return { ok: false, code: error instanceof DOMException ? (CODES[error.name] ?? 'disk-failed') : 'internal' }
  }
}
