import * as v from 'valibot'
import {
  altitudeM,
  base,
  catalogKey,
  durationMinutes,
  enablerKind,
  location,
  longText,
  relativeMinutes,
  requiredText,
  shortText,
} from './common.ts'
import { idOf } from './ids.ts'

export const MISSION_STATUSES = ['draft', 'planned', 'ordered', 'executing', 'done', 'cancelled'] as const
export type MissionStatus = (typeof MISSION_STATUSES)[number]

export const missionSchema = v.strictObject({
  id: idOf('mission'),
  ...base,
  /** What planners call it: M-014. */
  code: requiredText,
  title: requiredText,
  type: idOf('mission-type'),
  task: longText,
  purpose: longText,
  verb: shortText,
  phase: v.nullable(catalogKey),
  places: v.pipe(
    v.array(
      v.strictObject({
        shape: v.picklist(['point', 'line', 'area']),
        points: v.pipe(v.array(location), v.minLength(1), v.maxLength(10_000)),
      }),
    ),
    v.maxLength(100),
  ),
  /** Not before. */
  earliest: v.nullable(relativeMinutes),
  /** Not after: the end. */
  latest: v.nullable(relativeMinutes),
  duration: durationMinutes,
  /** Planned start; none means not yet scheduled. */
  start: v.nullable(relativeMinutes),
  objectives: v.pipe(v.array(idOf('objective')), v.maxLength(100)),
  /** 1 is the highest. */
  priority: v.picklist([1, 2, 3, 4, 5]),
  status: v.picklist(MISSION_STATUSES),
  legalBasis: v.nullable(idOf('legal-basis')),
  /** Metres above sea level between which its aircraft fly; absent means any height. */
  airspace: v.exactOptional(
    v.pipe(
      v.strictObject({ lowM: altitudeM, highM: altitudeM }),
      v.check((a) => a.lowM < a.highM, 'lowM < highM'),
    ),
  ),
  /** When the order for it came in from above, and when the order for it goes out to subordinates. */
  received: v.exactOptional(relativeMinutes),
  ordered: v.exactOptional(relativeMinutes),
  /** The missions that give this one what its type needs. */
  enablers: v.pipe(v.array(v.strictObject({ kind: enablerKind, mission: idOf('mission') })), v.maxLength(50)),
  risk: longText,
  notes: longText,
})
export type Mission = v.InferOutput<typeof missionSchema>
