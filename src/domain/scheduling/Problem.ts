// What the engine schedules. Times are whole numbers of one unit of the caller's choice (the plan uses minutes; the
// published benchmarks have none) from 0 on; spans include their start and exclude their end.

/** `from` inclusive, `to` exclusive. */
export type Span = Readonly<{ from: number; to: number }>

/** `quantity` different units, each with `skill` at `level` or above. One unit fills one place of one activity. */
export type SkillNeed = Readonly<{ skill: number; level: number; quantity: number }>

/** An amount of a renewable resource held while the activity runs. */
export type ResourceUse = Readonly<{ resource: number; amount: number }>

/** Work that runs without a break from its start to its start + duration. */
export type Activity = Readonly<{
  /** At least 0. */
  duration: number
  /** Renewable resources; may be empty. */
  uses: readonly ResourceUse[]
  /** Units; may be empty. */
  needs: readonly SkillNeed[]
  /** Not before: no start earlier than this. */
  release?: number
  /** Not after: no end later than this. Hard. */
  deadline?: number
  /** When given, the activity must lie wholly within one of these (daylight, tide). Sorted, apart. */
  windows?: readonly Span[]
  /** Wished end; ending later costs `weight` for each unit of time under the goal `lateness`. */
  due?: number
  /** Weight of lateness, at least 0. 1 when absent. */
  weight?: number
  /** Index into `places`' travel table: where the activity happens. Absent: nobody travels to or from it. */
  place?: number
  /** Sorties that each serving unit flies for it, counted on the day of its start. 0 when absent. */
  sorties?: number
  /** The planner's own start: kept as it is. */
  fixedStart?: number
  /** The planner's own choice of units, by index of the need that each fills. The rest is filled up. */
  fixedUnits?: readonly Readonly<{ unit: number; need: number }>[]
}>

export type PrecedenceKind = 'finish-start' | 'start-start' | 'finish-finish' | 'start-finish'

/** The named end of `to` comes at least `lag` after the named end of `from`; a negative lag lets them overlap. */
export type Precedence = Readonly<{ from: number; to: number; kind: PrecedenceKind; lag: number }>

/** A pool of which `capacity` may be in use at any time. */
export type Resource = Readonly<{ capacity: number }>

/** Something that serves one activity at a time, with one of its skills. */
export type Unit = Readonly<{
  skills: readonly Readonly<{ skill: number; level: number }>[]
  /** When it cannot serve (not allocated, resting, in maintenance). Sorted, apart. */
  away?: readonly Span[]
  /** Where it stands at time 0. Absent: it begins where its first activity is. */
  home?: number
  /** Row of `travel` by which it moves. 0 when absent. */
  mobility?: number
  /** Most sorties on one day; days are of `dayLength`. No limit when absent. */
  sortiesPerDay?: number
}>

/** `times[mobility][from * places + to]`: time between two places. Infinity: no way. */
export type Travel = Readonly<{ places: number; times: readonly ArrayLike<number>[] }>

/**
 * What is wanted, the first before all others (lexicographic):
 * `makespan`: the last end; `lateness`: sum of weight × time after `due`; `travel`: total travel time of units;
 * `early`: sum of starts.
 */
export type Goal = 'makespan' | 'lateness' | 'travel' | 'early'

export type Problem = Readonly<{
  activities: readonly Activity[]
  precedences: readonly Precedence[]
  resources: readonly Resource[]
  units: readonly Unit[]
  travel?: Travel
  /** Length of a day for `sortiesPerDay`; days begin at multiples of it plus `dayStart`. 1,440 when absent. */
  dayLength?: number
  dayStart?: number
  goals: readonly Goal[]
}>

/** One unit's part in an activity: `need` is an index into the activity's `needs`. */
export type Service = Readonly<{ activity: number; need: number; unit: number }>

/** An answer: a start for each activity, and who serves what. */
export type Schedule = Readonly<{ starts: readonly number[]; services: readonly Service[] }>

/** No end of any schedule may come after this: half the range of 32-bit whole numbers, so that sums stay within it. */
export const LATEST_TIME = 1_000_000_000
