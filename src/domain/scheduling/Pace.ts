/** What a search may know about its budget. */
export interface Pace {
  /** Part of the budget that is spent, 0 to 1. */
  share(): number
  /** Schedules that are about to be made in all, as far as can be told. */
  expected(): number
  /** Schedules that may still be made: Infinity when only time is bounded. */
  left(): number
}
