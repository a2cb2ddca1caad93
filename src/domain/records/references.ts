import { type AnyRecord, isRecordOf } from './catalog.ts'
import type { Location } from './common.ts'
import type { Id } from './ids.ts'

const ofLocation = (at: Location | null): Id[] => (at !== null && 'place' in at ? [at.place] : [])
const maybe = (id: Id | null): Id[] => (id === null ? [] : [id])

/** The other records a record points at. None of them may be missing from its plan. */
export function referencesOf(record: AnyRecord): readonly Id[] {
  if (isRecordOf('assignment', record)) return [record.mission, record.unit]
  if (isRecordOf('mission', record)) {
    return [
      record.type,
      ...record.objectives,
      ...maybe(record.legalBasis),
      ...record.enablers.map((e) => e.mission),
      ...record.places.flatMap((p) => p.points.flatMap(ofLocation)),
    ]
  }
  if (isRecordOf('unit', record)) {
    return [
      record.component,
      ...maybe(record.parent),
      ...ofLocation(record.home),
      ...record.states.location.flatMap((s) => ofLocation(s.at)),
      ...record.states.superior.flatMap((s) => maybe(s.unit)),
    ]
  }
  if (isRecordOf('dependency', record)) return [record.predecessor, record.successor]
  if (isRecordOf('relationship', record)) return [record.subordinate, record.superior]
  if (isRecordOf('line-of-effort', record)) return [...record.objectives, ...record.decisivePoints, ...record.actors]
  if (isRecordOf('measure', record)) return [...maybe(record.objective), ...maybe(record.mission)]
  if (isRecordOf('decision-point', record)) return record.missions
  if (isRecordOf('legal-basis', record)) return record.districts
  if (isRecordOf('place', record)) return maybe(record.district)
  if (isRecordOf('overlay', record))
    return [...maybe(record.unit), ...maybe(record.component), ...maybe(record.mission)]
  if (isRecordOf('actor', record)) return maybe(record.component)
  if (isRecordOf('link', record)) return [record.from, record.to]
  if (isRecordOf('risk', record)) return maybe(record.mission)
  if (isRecordOf('course', record)) return maybe(record.base)
  return []
}
