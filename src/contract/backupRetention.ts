/** Kept whatever their age. */
export const NEWEST_KEPT = 10
/** Days, today included, of which the newest backup is kept. */
export const DAYS_KEPT = 14

const MS_PER_DAY = 86_400_000
const FILE_NAME = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z\.valles$/

/** `20230214T170000000Z.valles`: sorts by time and is allowed on every system. `writtenAt` in ms since 1970. */
export function backupFileName(writtenAt: number): string {
  return `${new Date(writtenAt).toISOString().replaceAll(/[-:.]/g, '')}.valles`
}

/** The moment a backup's name tells, in ms since 1970; null for any other file, also for a date that does not exist. */
export function backupWrittenAt(fileName: string): number | null {
  const parts = FILE_NAME.exec(fileName)
  if (parts === null) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ms = 0] = parts.slice(1).map(Number)
  const writtenAt = Date.UTC(year, month - 1, day, hour, minute, second, ms)
  return backupFileName(writtenAt) === fileName ? writtenAt : null
}

/**
 * Which of a plan's backups may go: all but the newest ten and the newest of each of the last fourteen days (UTC
 * days: a rule that gives the same answer on every laptop). The newest one of today always stays, so that even after
 * a wrong clock left backups in the future, what was just written is kept.
 */
export function expiredBackups(writtenAts: readonly number[], now: number): number[] {
  const newestFirst = [...new Set(writtenAts)].sort((a, b) => b - a)
  const kept = new Set(newestFirst.slice(0, NEWEST_KEPT))
  const today = Math.floor(now / MS_PER_DAY)
  const daysSeen = new Set<number>()
  for (const writtenAt of newestFirst) {
    const day = Math.floor(writtenAt / MS_PER_DAY)
    if (day > today || day <= today - DAYS_KEPT || daysSeen.has(day)) continue
    daysSeen.add(day)
    kept.add(writtenAt)
  }
  return newestFirst.filter((writtenAt) => !kept.has(writtenAt))
}
