import { isRecordOf, parseRecord } from '../../../../domain/records/catalog.ts'
import type { Overlay } from '../../../../domain/records/overlay.ts'

/** Beside the plain text, on the system's clipboard: another window of the program, and another plan, can paste it. */
export const MEASURES_FORMAT = 'application/x-valles-measures+json'
const MOST = 500

export function writeMeasures(measures: readonly Overlay[]): string {
  return JSON.stringify(measures)
}

/** What another program may have written there: only whole measures come back, and no more than a few hundred. */
export function readMeasures(text: string): readonly Overlay[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return []
  }
  if (!Array.isArray(value) || value.length > MOST) return []
  return value.flatMap((each) => {
    const parsed = parseRecord(each)
    return parsed.ok && isRecordOf('overlay', parsed.value) ? [parsed.value] : []
  })
}
