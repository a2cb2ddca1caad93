// One program at a time for a folder of user data. A second one leaves its arguments with the first.
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs'
import path from 'node:path'

export type Handover = { args: string[]; folder: string; data: unknown }

/** A number alone may by now belong to any other process: where Linux tells what it runs, that must be this host. */
const isHostRunning = (pid: number): boolean => {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('electron-host')
  } catch {
    return process.platform !== 'linux'
  }
}

const holderOf = (lock: string): number => {
  try {
    return Number(readFileSync(lock, 'utf8'))
  } catch {
    return 0
  }
}

/** @returns what gives the lock back, or undefined when another process has it (and has been told) */
export const takeInstanceLock = (
  folder: string,
  data: unknown,
  onSecond: (handover: Handover) => void,
): (() => void) | undefined => {
  const lock = path.join(folder, 'host.lock')
  const inbox = path.join(folder, 'host.second')
  const own = path.join(folder, `host.${process.pid}`)
  mkdirSync(inbox, { recursive: true })
  writeFileSync(own, String(process.pid))
  try {
    // A link appears at once with its content: nobody can read a lock that is not yet written.
    while (true) {
      try {
        linkSync(own, lock)
        break
      } catch {
        if (isHostRunning(holderOf(lock))) {
          const letter = path.join(inbox, `${process.pid}.json`)
          const handover: Handover = { args: process.argv, folder: process.cwd(), data }
          writeFileSync(`${letter}.part`, JSON.stringify(handover))
          renameSync(`${letter}.part`, letter)
          return undefined
        }
        rmSync(lock, { force: true })
      }
    }
  } finally {
    rmSync(own, { force: true })
  }
  for (const stale of readdirSync(inbox)) rmSync(path.join(inbox, stale))
  const watcher = watch(inbox, () => {
    for (const name of readdirSync(inbox).filter((file) => file.endsWith('.json'))) {
      const letter = path.join(inbox, name)
      const handover = JSON.parse(readFileSync(letter, 'utf8')) as Handover
      rmSync(letter)
      onSecond(handover)
    }
  })
  watcher.unref()
  return () => {
    watcher.close()
    rmSync(lock, { force: true })
  }
}
