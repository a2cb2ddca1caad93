import type { TaskingGoal } from '../../../domain/scheduling/tasking/TaskingRequest.ts'
import type { GoalValue, Proposal } from '../../../domain/scheduling/tasking/Proposal.ts'
import { assertNever } from '../../../domain/result.ts'
import { formatDtg } from '../../../domain/time/dtg.ts'
import { DAY, formatSpan, toInstant } from '../../../domain/time/planTime.ts'
import type { PlanRecord } from '../../../domain/records/plan.ts'
import type { Texts } from '../../texts/TextContext.tsx'

type Meta = Pick<PlanRecord, 'hHour' | 'timeZone'>

/** The value of a goal as people read it; a dash where there is none. */
export function goalValueText(
  goal: TaskingGoal,
  value: number | null,
  { language, number }: Texts,
  meta: Meta,
): string {
  if (value === null || !Number.isFinite(value)) return '—'
  switch (goal) {
    case 'finish':
      return formatDtg(toInstant(Math.round(value), meta.hHour), meta.timeZone, language)
    case 'change':
      return number(value)
    case 'lateness':
      return weightedText(value, number)
    case 'balance':
    case 'travel':
      return formatSpan(value)
    default:
      return assertNever(goal)
  }
}

/** Weighted minutes run to years, where hours say nothing. */
function weightedText(minutes: number, number: Texts['number']): string {
  return minutes < 100 * DAY ? formatSpan(minutes) : `${number(minutes / DAY)} d`
}

/** Less is better for every goal. */
export interface GoalDelta {
  readonly tone: 'better' | 'worse' | 'same'
  readonly text: string
}

/** How a goal comes out against the plan as it stands; null where that has no value, or is what it is measured from. */
export function goalDelta({ goal, before, after }: GoalValue, { t, number }: Texts): GoalDelta | null {
  if (goal === 'change' || before === null || !Number.isFinite(before) || !Number.isFinite(after)) return null
  const difference = Math.round(after - before)
  if (difference === 0) return { tone: 'same', text: t('tasking.same') }
  const size = Math.abs(difference)
  const amount = goal === 'lateness' ? weightedText(size, number) : formatSpan(size)
  if (difference < 0) {
    return { tone: 'better', text: t(goal === 'finish' ? 'tasking.earlier' : 'tasking.less', { amount }) }
  }
  return { tone: 'worse', text: t(goal === 'finish' ? 'tasking.later' : 'tasking.more', { amount }) }
}

/** Whether the values before are those of the same missions: one that had no time says nothing of before. */
export const isBeforeComparable = ({ changes }: Pick<Proposal, 'changes'>): boolean =>
  changes.every(({ start }) => start.from !== null)

/** How much later or earlier a start becomes, as `+2 d`; empty where it was none before or stays. */
export function startDelta({ from, to }: { readonly from: number | null; readonly to: number }): string {
  if (from === null || from === to) return ''
  return `${to > from ? '+' : '−'}${formatSpan(Math.abs(to - from))}`
}
