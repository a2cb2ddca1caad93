import path from 'node:path'
import { LIMITS } from '../contract/limits.ts'

/** The last part of the path, cut to what the contract allows: all that the page learns of where a file is. */
export function shownName(filePath: string): string {
  return path.basename(filePath).slice(0, LIMITS.nameLength)
}
