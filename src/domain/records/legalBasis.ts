import * as v from 'valibot'
import { base, instant, requiredText, shortText } from './common.ts'
import { idOf } from './ids.ts'

/** What a mission rests on in law. The product flags a missing or expired one; it certifies nothing. */
export const legalBasisSchema = v.strictObject({
  id: idOf('legal-basis'),
  ...base,
  kind: v.picklist(['state-of-emergency', 'support-to-police', 'disaster', 'other']),
  document: requiredText,
  /** Districts it covers, as places of kind district; none means all of the area. */
  districts: v.pipe(v.array(idOf('place')), v.maxLength(2_000)),
  from: instant,
  to: v.nullable(instant),
  requester: shortText,
  approver: shortText,
})
export type LegalBasis = v.InferOutput<typeof legalBasisSchema>
