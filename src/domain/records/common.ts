import * as v from 'valibot'
import { idOf } from './ids.ts'

/** Epoch milliseconds, UTC: the time of a fact of the world. */
export const instant = v.pipe(v.number(), v.integer(), v.minValue(-8.64e15), v.maxValue(8.64e15))
export type Instant = number

/** Minutes from D-day H-hour: a planned time. Ten years either way. */
export const relativeMinutes = v.pipe(v.number(), v.integer(), v.minValue(-5_256_000), v.maxValue(5_256_000))
export type RelativeMinutes = number

const MAX_TEXT = 20_000

export const shortText = v.pipe(v.string(), v.maxLength(300))
export const requiredText = v.pipe(v.string(), v.minLength(1), v.maxLength(300))
export const longText = v.pipe(v.string(), v.maxLength(MAX_TEXT))

/** A name in the planners' language, and in English where one is known. */
export const localText = v.strictObject({ es: requiredText, en: v.exactOptional(requiredText) })
export type LocalText = v.InferOutput<typeof localText>

/** Key of an entry of a catalogue in the plan: phase, capability, parameter, strategic role. */
export const catalogKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/))

/** Longitude and latitude, degrees, WGS 84. */
export const position = v.strictTuple([
  v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
  v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
])
export type Position = v.InferOutput<typeof position>

/** A named place of the plan, or a bare position. */
export const location = v.union([v.strictObject({ place: idOf('place') }), v.strictObject({ position })])
export type Location = v.InferOutput<typeof location>

/** Three-point estimate, minutes. */
export const durationMinutes = v.pipe(
  v.strictObject({
    optimistic: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5_256_000)),
    likely: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5_256_000)),
    pessimistic: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5_256_000)),
  }),
  v.check((d) => d.optimistic <= d.likely && d.likely <= d.pessimistic, 'optimistic ≤ likely ≤ pessimistic'),
)
export type DurationMinutes = v.InferOutput<typeof durationMinutes>

/** Metres above sea level. */
export const altitudeM = v.pipe(v.number(), v.minValue(-500), v.maxValue(30_000))

export const percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100))

const quantity = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000))

/** So much of one capability of the plan's catalogue. */
export const capabilityQuantity = v.strictObject({ capability: catalogKey, quantity })
export type CapabilityQuantity = v.InferOutput<typeof capabilityQuantity>

export const componentKind = v.picklist(['ground', 'naval', 'air', 'sof', 'partners'])
export type ComponentKind = v.InferOutput<typeof componentKind>

/** What another mission has to give so that this one can be done. */
export const ENABLER_KINDS = ['insertion', 'extraction', 'air-cover', 'route', 'boats', 'medevac', 'resupply'] as const
export const enablerKind = v.picklist(ENABLER_KINDS)
export type EnablerKind = v.InferOutput<typeof enablerKind>

const revision = v.pipe(v.number(), v.integer(), v.minValue(0))

/** On every record. `source`: fact id or citation. `notional`: invented for a sample, and shown so. */
export const base = {
  createdRevision: revision,
  updatedRevision: revision,
  source: v.exactOptional(shortText),
  notional: v.exactOptional(v.literal(true)),
}

/** Ascending by `from`, no two at the same instant: found by binary search. */
function isSortedByFrom(states: readonly { from: Instant }[]): boolean {
  return states.every((state, i) => i === 0 || (states[i - 1]?.from ?? 0) < state.from)
}

export function dated<T extends v.ObjectEntries>(entries: T) {
  return v.pipe(
    v.array(v.strictObject({ from: instant, ...entries })),
    v.maxLength(2_000),
    v.check((states) => isSortedByFrom(states as { from: Instant }[]), 'states must be sorted by date'),
  )
}
