import type { Id } from '../../domain/records/ids.ts'

export interface WriterLock {
  readonly held: boolean
  /** Resolves when this window gets the lock that another one held. */
  readonly granted: Promise<void>
  release(): void
}

/** One window writes a plan. Asks for its lock at once, and waits in line where another window has it. */
export async function takeWriterLock(plan: Id<'plan'>): Promise<WriterLock> {
  const name = `valles-writer:${plan}`
  let release: () => void = () => {}
  const end = new Promise<void>((resolve) => {
    release = resolve
  })
  const leave = new AbortController()
  const first = await new Promise<boolean>((resolve) => {
    void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      resolve(lock !== null)
      return lock === null ? undefined : end
    })
  })
  let granted: Promise<void> = Promise.resolve()
  if (!first) {
    granted = new Promise((resolve) => {
      navigator.locks
        .request(name, { signal: leave.signal }, () => {
          resolve()
          return end
        })
        .catch(() => {})
    })
  }
  return {
    held: first,
    granted,
    release: () => {
      release()
      leave.abort()
    },
  }
}
