import * as v from 'valibot'

/** Every kind of record of a plan. The order is the order of a plan file. */
export const RECORD_KINDS = [
  'plan',
  'component',
  'place',
  'unit',
  'relationship',
  'mission-type',
  'objective',
  'line-of-effort',
  'legal-basis',
  'mission',
  'assignment',
  'dependency',
  'measure',
  'decision-point',
  'overlay',
  'actor',
  'link',
  'risk',
  'course',
  'exercise',
  'acceptance',
] as const

export type RecordKind = (typeof RECORD_KINDS)[number]

/** Exists in types only: keeps an id of one kind from standing for another. */
export interface Branded<K extends RecordKind> {
  readonly '#kind': K
}

/** The kind stands in the id (`mission:m-014`), so any id tells what it points at. */
export type Id<K extends RecordKind = RecordKind> = string & Branded<K>

const kinds = new Set<string>(RECORD_KINDS)

/** Local part of an id: no `/`, `.` or `__proto__` can hide in a path or a key. */
const LOCAL_PART = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/

export function isIdOf<K extends RecordKind>(kind: K, value: unknown): value is Id<K> {
  return typeof value === 'string' && value.startsWith(`${kind}:`) && LOCAL_PART.test(value.slice(kind.length + 1))
}

/** Schema of an id of one kind. */
export const idOf = <K extends RecordKind>(kind: K) =>
  v.custom<Id<K>>((value) => isIdOf(kind, value), `must be an id of kind ${kind}`)

/** Schema of an id of any kind. */
export const anyId = v.custom<Id>((value) => kindOfText(value) !== null, 'must be a record id')

function kindOfText(value: unknown): RecordKind | null {
  if (typeof value !== 'string') return null
  const colon = value.indexOf(':')
  const kind = value.slice(0, colon)
  return colon > 0 && kinds.has(kind) && LOCAL_PART.test(value.slice(colon + 1)) ? (kind as RecordKind) : null
}

/** The kind of a well-formed id. */
export function kindOf<K extends RecordKind>(id: Id<K>): K {
  return id.slice(0, id.indexOf(':')) as K
}

/** Makes an id of a kind from a local part; throws on a malformed one, which is a bug of the caller. */
export function makeId<K extends RecordKind>(kind: K, local: string): Id<K> {
  const id = `${kind}:${local}`
  if (!isIdOf(kind, id)) throw new Error(`malformed id ${id}`)
  return id
}
