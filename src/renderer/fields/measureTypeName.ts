import type { MeasureType } from '../../domain/records/measureTypes.ts'
import type { Texts } from '../texts/TextContext.tsx'
import { isTextKey } from '../texts/translate.ts'

/** What a kind of control measure is called. */
export function measureTypeName(type: MeasureType, t: Texts['t']): string {
  const key = `map-measures.type.${type.key}`
  if (!isTextKey(key)) throw new Error(`no name for ${type.key}`)
  return t(key)
}
