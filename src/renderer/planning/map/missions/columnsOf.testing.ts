import type { PlanReader } from '../../../../domain/plan/PlanDocument.ts'
import { MissionColumns } from './MissionColumns.ts'

export function columnsOf(plan: PlanReader): MissionColumns {
  const columns = new MissionColumns(plan)
  columns.refresh()
  return columns
}
