import { ENABLER_KINDS, type EnablerKind } from '../../../records/common.ts'
import { ENABLER_NAMES } from '../../../rules/enablerNames.ts'
import type { Language } from '../../../time/dtg.ts'

/** What planners call a kind of enabler; a kind of none is given back as it is. */
export function sayEnabler(kind: string, language: Language): string {
  return isEnablerKind(kind) ? ENABLER_NAMES[language][kind] : kind
}

const isEnablerKind = (kind: string): kind is EnablerKind => (ENABLER_KINDS as readonly string[]).includes(kind)
