import type { Assignment } from '../../../domain/records/assignment.ts'
import type { Mission } from '../../../domain/records/mission.ts'

/** One unit's part in one mission, as it stands on the unit's row. */
export interface Bar {
  readonly assignment: Readonly<Assignment>
  readonly mission: Readonly<Mission>
  /** Minutes from H-hour. */
  readonly start: number
  readonly end: number
  readonly lane: number
  /** Where the next bar of the lane starts: a label beside the bar has room until there. Infinity after the last. */
  readonly roomTo: number
}

/** The bars of one row, by start. */
export interface BarLanes {
  readonly bars: readonly Bar[]
  readonly lanes: number
  /** First start and last end; zero without bars. */
  readonly from: number
  readonly to: number
}

export const NO_BARS: BarLanes = { bars: [], lanes: 0, from: 0, to: 0 }

/** Puts each bar on the first lane that is free by then, so that bars which overlap in time stand below each other. */
export function layLanes(parts: readonly { readonly assignment: Assignment; readonly mission: Mission }[]): BarLanes {
  const laid = parts
    .flatMap(({ assignment, mission }) =>
      mission.start === null
        ? []
        : [
            {
              assignment,
              mission,
              start: mission.start,
              end: mission.start + mission.duration.likely,
              lane: 0,
              roomTo: 0,
            },
          ],
    )
    .sort((a, b) => a.start - b.start || b.end - a.end || (a.assignment.id < b.assignment.id ? -1 : 1))
  const last: (typeof laid)[number][] = []
  for (const bar of laid) {
    const free = last.findIndex((before) => before.end <= bar.start)
    bar.lane = free < 0 ? last.length : free
    const before = last[bar.lane]
    if (before !== undefined) before.roomTo = bar.start
    bar.roomTo = Number.POSITIVE_INFINITY
    last[bar.lane] = bar
  }
  const first = laid[0]
  if (first === undefined) return NO_BARS
  const to = laid.reduce((latest, bar) => Math.max(latest, bar.end), first.end)
  return { bars: laid, lanes: last.length, from: first.start, to }
}

/** Bars of a row that touch a span of time and stand within the first lanes. */
export function barsWithin(
  lanes: BarLanes,
  span: { readonly from: number; readonly to: number },
  shownLanes: number,
): Bar[] {
  return lanes.bars.filter((bar) => bar.lane < shownLanes && bar.start < span.to && bar.end > span.from)
}
