import type { Platform } from '../platform/Platform.ts'
import type { PlanSession } from '../session/PlanSession.ts'
import type { PlanStorage } from '../session/PlanStorage.ts'
import type { SettingsStore } from '../session/SettingsStore.ts'

/** A plan at rest is backed up this long after its last change; one in steady work, at least this often. */
const QUIET_MS = 20_000
const AT_LEAST_EVERY_MS = 5 * 60_000

interface Parts {
  readonly session: PlanSession
  readonly storage: PlanStorage
  readonly platform: Platform
  readonly settings: SettingsStore
}

/** Writes a backup of the open plan now. False where there is nothing to write or it could not be written. */
export async function backUpNow({ session, storage, platform }: Parts): Promise<boolean> {
  const { open } = session.store.getState()
  const bytes = await session.encode()
  if (open.state !== 'open' || bytes === null) return false
  const written = await platform.writeBackup(open.id, bytes)
  if (written.ok) await storage.setBackedUp(open.id, written.value.writtenAt)
  return written.ok
}

/** Backs the open plan up as it is worked on. Returns the function that ends it. */
export function keepBackups(parts: Parts): () => void {
  const { session, settings } = parts
  let quiet: ReturnType<typeof setTimeout> | undefined
  let firstChange: number | null = null
  const write = (): void => {
    clearTimeout(quiet)
    firstChange = null
    void backUpNow(parts)
  }
  return session.store.subscribe((state, before) => {
    if (state.plan !== before.plan) {
      clearTimeout(quiet)
      firstChange = null
      return
    }
    if (state.revision === before.revision || !settings.current.backups || state.isFollower) return
    firstChange ??= Date.now()
    clearTimeout(quiet)
    if (Date.now() - firstChange > AT_LEAST_EVERY_MS) write()
    else quiet = setTimeout(write, QUIET_MS)
  })
}
