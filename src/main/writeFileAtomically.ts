import { randomBytes } from 'node:crypto'
import { open, realpath, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** Unfinished writes end in this, so that what a power cut left behind can be told from a file. */
export const TEMPORARY_SUFFIX = '.valles-tmp'

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder, and its rename is journalled.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The file a link points at, so that the link survives; a file that is not there yet stands for itself. */
async function behindLinks(filePath: string): Promise<string> {
  return realpath(filePath).catch(() => filePath)
}

async function modeOf(filePath: string): Promise<number | null> {
  return stat(filePath).then(
    (found) => found.mode & 0o777,
    () => null,
  )
}

/**
 * Writes a file so that at every moment either the old or the new content is on disk, whole: a temporary file in the
 * same folder, synced, renamed over the old one, and the folder synced. Keeps the old file's mode. Rejects with
 * Node's system error, leaving the old file and no temporary one.
 */
export async function writeFileAtomically(filePath: string, bytes: Uint8Array): Promise<void> {
  const target = await behindLinks(filePath)
  const folder = path.dirname(target)
  const temporary = path.join(folder, `.${randomBytes(8).toString('hex')}${TEMPORARY_SUFFIX}`)
  try {
    const mode = await modeOf(target)
    const handle = await open(temporary, 'wx', mode ?? 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(folder)
}
