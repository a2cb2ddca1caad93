import * as v from 'valibot'
import { base, catalogKey, instant, localText, longText, relativeMinutes, requiredText, shortText } from './common.ts'
import { idOf } from './ids.ts'

const phase = v.pipe(
  v.strictObject({
    key: catalogKey,
    name: localText,
    from: relativeMinutes,
    to: relativeMinutes,
    notional: v.exactOptional(v.literal(true)),
  }),
  v.check((p) => p.from < p.to, 'a phase ends after it begins'),
)
export type Phase = v.InferOutput<typeof phase>

/** A number that rules use, with its unit and where it comes from; the planner may change it. */
const parameter = v.strictObject({
  key: catalogKey,
  value: v.pipe(v.number(), v.minValue(0), v.maxValue(1e9)),
  unit: shortText,
  source: shortText,
})

const capability = v.strictObject({ key: catalogKey, name: localText, notional: v.exactOptional(v.literal(true)) })

const strategicRole = v.strictObject({ key: catalogKey, name: localText, source: shortText })

/** A statement of the source about the area or the problem, by its fact id. */
const fact = v.strictObject({ id: catalogKey, text: v.strictObject({ es: longText, en: v.exactOptional(longText) }) })

export const planSchema = v.strictObject({
  id: idOf('plan'),
  ...base,
  title: requiredText,
  purpose: longText,
  endState: longText,
  marking: v.strictObject({ text: shortText, color: v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/)) }),
  exercise: v.boolean(),
  /** IANA name. */
  timeZone: v.pipe(v.string(), v.regex(/^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/), v.maxLength(60)),
  /** D-day H-hour, from which all planned times count. */
  hHour: instant,
  horizon: v.pipe(
    v.strictObject({ from: relativeMinutes, to: relativeMinutes }),
    v.check((h) => h.from < h.to, 'the horizon ends after it begins'),
  ),
  language: v.picklist(['es', 'en']),
  phases: v.pipe(v.array(phase), v.maxLength(100)),
  parameters: v.pipe(v.array(parameter), v.maxLength(500)),
  capabilities: v.pipe(v.array(capability), v.maxLength(500)),
  strategicRoles: v.pipe(v.array(strategicRole), v.maxLength(50)),
  facts: v.pipe(v.array(fact), v.maxLength(500)),
})
export type PlanRecord = v.InferOutput<typeof planSchema>
