import { Checker } from '../../check/Checker.ts'
import type { Finding } from '../../check/Finding.ts'
import { PlanDocument } from '../../plan/PlanDocument.ts'
import type { AnyRecord, RecordOf } from '../../records/catalog.ts'
import { isRecordOf } from '../../records/catalog.ts'
import { makeId } from '../../records/ids.ts'
import type { Placement, TaskingModel } from './model/TaskingModel.ts'

/** The model's plan with its tasks as placed; those that are not lose their start. */
export function writtenPlan(model: TaskingModel, placementOf: (task: number) => Placement | null): PlanDocument {
  const records: AnyRecord[] = []
  for (const record of model.plan.records()) {
    if (isRecordOf('assignment', record)) {
      const task = model.taskOf.get(record.mission)
      const isKept = task === undefined || placementOf(task.index) === null || task.kept.some((a) => a.id === record.id)
      if (isKept) records.push(record)
      continue
    }
    const task = isRecordOf('mission', record) ? model.taskOf.get(record.id) : undefined
    if (task === undefined) {
      records.push(record)
      continue
    }
    const placement = placementOf(task.index)
    const { start, legalBasis } = placement ?? { start: null, legalBasis: task.mission.legalBasis }
    records.push({ ...task.mission, start, legalBasis })
    for (const { unit, part, brings } of placement?.team ?? []) {
      const id = model.units[unit]?.id
      if (id === undefined) throw new Error(`no unit ${unit}`)
      const base = { id: makeId('assignment', `new-${task.index}-${unit}`), createdRevision: 0, updatedRevision: 0 }
      const assignment: RecordOf<'assignment'> = {
        ...base,
        mission: task.mission.id,
        unit: id,
        part,
        brings: [...brings],
      }
      records.push(assignment)
    }
  }
  return new PlanDocument(records, 0)
}

export function errorsOf(plan: PlanDocument): readonly Finding[] {
  const checker = new Checker(plan)
  checker.full()
  return checker.findings().filter((f) => f.severity === 'error')
}

/** Errors that a plan has and the model's own has not. */
export function newErrors(model: TaskingModel, written: PlanDocument): readonly Finding[] {
  const before = new Set(errorsOf(model.plan as PlanDocument).map((f) => f.key))
  return errorsOf(written).filter((f) => !before.has(f.key))
}
