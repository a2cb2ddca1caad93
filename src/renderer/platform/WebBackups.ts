import * as v from 'valibot'
import { type BackupInfo, BackupPlanIdSchema, backupFolderName } from '../../contract/BackupInfo.ts'
import { backupFileName, backupWrittenAt, expiredBackups } from '../../contract/backupRetention.ts'
import type { FileToken } from '../../contract/FileToken.ts'
import type { PlatformResult } from './Platform.ts'
import { TokenRegistry } from './TokenRegistry.ts'
import { withoutRejecting } from './webFailure.ts'
import { writeWhole } from './WebFiles.ts'

/** Backups in the browser's private file system, under the same rolling rule as on the desktop. */
export class WebBackups {
  readonly #files = new TokenRegistry<FileSystemFileHandle>()
  #lastWrite: Promise<unknown> = Promise.resolve()

  list(planId: string): Promise<PlatformResult<BackupInfo[]>> {
    return withoutRejecting<BackupInfo[]>(async () => {
      if (!v.is(BackupPlanIdSchema, planId)) return { ok: false, code: 'refused' }
      const folder = await existingFolder(planId)
      if (folder === null) return { ok: true, value: [] }
      const backups: BackupInfo[] = []
      for (const writtenAt of (await moments(folder)).sort((a, b) => b - a)) {
        const handle = await folder.getFileHandle(backupFileName(writtenAt))
        backups.push(this.#info(planId, writtenAt, handle, (await handle.getFile()).size))
      }
      return { ok: true, value: backups }
    })
  }

  /** One write after the other. */
  write(planId: string, bytes: Uint8Array): Promise<PlatformResult<BackupInfo>> {
    const written = this.#lastWrite.then(() => withoutRejecting(() => this.#write(planId, bytes)))
    this.#lastWrite = written
    return written
  }

  read(token: FileToken): Promise<PlatformResult<Uint8Array>> {
    return withoutRejecting<Uint8Array>(async () => {
      const handle = this.#files.get(token)
      if (handle === undefined) return { ok: false, code: 'unknown-handle' }
      return { ok: true, value: new Uint8Array(await (await handle.getFile()).arrayBuffer()) }
    })
  }

  async #write(planId: string, bytes: Uint8Array): Promise<PlatformResult<BackupInfo>> {
    if (!v.is(BackupPlanIdSchema, planId)) return { ok: false, code: 'refused' }
    const folder = await ownFolder(planId)
    const before = await moments(folder)
    let writtenAt = Date.now()
    while (before.includes(writtenAt)) writtenAt += 1
    const handle = await folder.getFileHandle(backupFileName(writtenAt), { create: true })
    try {
      await writeWhole(handle, bytes)
    } catch (error) {
      // The empty file that was made to write into is no backup.
      await folder.removeEntry(handle.name)
      throw error
    }
    const expired = expiredBackups([...before, writtenAt], Date.now())
    await Promise.all(expired.map((moment) => folder.removeEntry(backupFileName(moment))))
    return { ok: true, value: this.#info(planId, writtenAt, handle, bytes.byteLength) }
  }

  #info(planId: string, writtenAt: number, handle: FileSystemFileHandle, sizeBytes: number): BackupInfo {
    return { handle: this.#files.issue(handle), planId, writtenAt, sizeBytes }
  }
}

async function ownFolder(planId: string): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory()
  const backups = await root.getDirectoryHandle('backups', { create: true })
  return backups.getDirectoryHandle(backupFolderName(planId), { create: true })
}

async function existingFolder(planId: string): Promise<FileSystemDirectoryHandle | null> {
  try {
    const root = await navigator.storage.getDirectory()
    const backups = await root.getDirectoryHandle('backups')
    return await backups.getDirectoryHandle(backupFolderName(planId))
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null
    throw error
  }
}

async function moments(folder: FileSystemDirectoryHandle): Promise<number[]> {
  const found: number[] = []
  for await (const name of folder.keys()) {
    const moment = backupWrittenAt(name)
    if (moment !== null) found.push(moment)
  }
  return found
}
