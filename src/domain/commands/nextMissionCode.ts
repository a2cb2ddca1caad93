import type { PlanReader } from '../plan/PlanDocument.ts'

/** The next free code of the series M-001, M-002 … */
export function nextMissionCode(plan: PlanReader, ahead = 1): string {
  let last = 0
  for (const { code } of plan.all('mission')) {
    const number = /^M-(\d{1,9})$/.exec(code)?.[1]
    if (number !== undefined) last = Math.max(last, Number(number))
  }
  return `M-${String(last + ahead).padStart(3, '0')}`
}
