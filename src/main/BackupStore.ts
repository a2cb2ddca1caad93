import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { type BackupInfo, backupFolderName } from '../contract/BackupInfo.ts'
import { backupFileName, backupWrittenAt, expiredBackups } from '../contract/backupRetention.ts'
import type { FileToken } from '../contract/FileToken.ts'
import { LIMITS } from '../contract/limits.ts'
import { fail, type Reply, succeed } from '../contract/Reply.ts'
import { replyToDiskFailure } from './diskFailure.ts'
import { HandleRegistry } from './HandleRegistry.ts'
import { readFileWithin } from './readFileWithin.ts'
import { TEMPORARY_SUFFIX, writeFileAtomically } from './writeFileAtomically.ts'

/**
 * Rolling backups of plans, `<folder>/<plan>/<moment>.valles`. Its handles are its own: a token of a backup opens no
 * other file, and no save can write over a backup. Plan ids are schema-checked before they come here.
 */
export class BackupStore {
  readonly #folder: string
  readonly #now: () => number
  readonly #handles = new HandleRegistry()
  #lastWrite: Promise<unknown> = Promise.resolve()

  constructor(folder: string, now: () => number = Date.now) {
    this.#folder = folder
    this.#now = now
  }

  /** Newest first; a plan never backed up has an empty list. */
  async list(planId: string): Promise<Reply<BackupInfo[]>> {
    try {
      const backups: BackupInfo[] = []
      for (const writtenAt of (await this.#moments(planId)).sort((a, b) => b - a).slice(0, LIMITS.backupsListed)) {
        const filePath = this.#fileOf(planId, writtenAt)
        const { size } = await stat(filePath)
        backups.push({ handle: this.#handles.issue(filePath), planId, writtenAt, sizeBytes: size })
      }
      return succeed(backups)
    } catch (error) {
      return replyToDiskFailure(error)
    }
  }

  /** Writes a backup and then removes those that the rolling rule lets go. One after the other. */
  write(planId: string, bytes: Uint8Array): Promise<Reply<BackupInfo>> {
    const written = this.#lastWrite.then(() => this.#write(planId, bytes))
    this.#lastWrite = written.catch(() => {})
    return written
  }

  async read(handle: FileToken): Promise<Reply<Uint8Array>> {
    const filePath = this.#handles.pathOf(handle)
    return filePath === null ? fail('unknown-handle', 'no such backup') : readFileWithin(filePath, LIMITS.fileBytes)
  }

  async #write(planId: string, bytes: Uint8Array): Promise<Reply<BackupInfo>> {
    try {
      const folder = this.#folderOf(planId)
      await mkdir(folder, { recursive: true })
      const moments = await this.#moments(planId)
      let writtenAt = this.#now()
      while (moments.includes(writtenAt)) writtenAt += 1
      const filePath = this.#fileOf(planId, writtenAt)
      await writeFileAtomically(filePath, bytes)
      await this.#removeExpired(planId, [...moments, writtenAt])
      return succeed({ handle: this.#handles.issue(filePath), planId, writtenAt, sizeBytes: bytes.byteLength })
    } catch (error) {
      return replyToDiskFailure(error)
    }
  }

  async #removeExpired(planId: string, moments: number[]): Promise<void> {
    const folder = this.#folderOf(planId)
    // Writes are in a row and the program runs once, so a temporary file here is what a power cut left.
    const leftovers = (await readdir(folder)).filter((name) => name.endsWith(TEMPORARY_SUFFIX))
    const expired = expiredBackups(moments, this.#now()).map(backupFileName)
    await Promise.all([...leftovers, ...expired].map((name) => rm(path.join(folder, name), { force: true })))
  }

  async #moments(planId: string): Promise<number[]> {
    const names = await readdir(this.#folderOf(planId)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    })
    return names.map(backupWrittenAt).filter((moment) => moment !== null)
  }

  #folderOf(planId: string): string {
    return path.join(this.#folder, backupFolderName(planId))
  }

  #fileOf(planId: string, writtenAt: number): string {
    return path.join(this.#folderOf(planId), backupFileName(writtenAt))
  }
}
