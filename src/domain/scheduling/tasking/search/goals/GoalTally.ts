import type { Placement, Task } from '../../model/TaskingModel.ts'

/** What one goal comes to for the tasks that are placed, kept up as they come and go. Low is better; never NaN. */
export interface GoalTally {
  /** After the task was booked, and after it was taken away again. */
  placed(task: Task, placement: Placement): void
  removed(task: Task, placement: Placement): void
  /** What is minimised: the value, and beyond the point what is better at the same value. */
  cost(): number
}
