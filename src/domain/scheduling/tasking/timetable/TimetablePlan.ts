import type { PlanReader } from '../../../plan/PlanDocument.ts'
import type { PlanIndexes } from '../../../plan/PlanIndexes.ts'
import type { AnyRecord, RecordOf } from '../../../records/catalog.ts'
import type { Id, RecordKind } from '../../../records/ids.ts'
import type { TaskingModel } from '../model/TaskingModel.ts'

/** A plan in which tasks start when a timetable has them start, or not at all. The indexes are the plan's own. */
export class TimetablePlan implements PlanReader {
  readonly #model: TaskingModel
  readonly #startOf: (task: number) => number | null

  constructor(model: TaskingModel, startOf: (task: number) => number | null) {
    this.#model = model
    this.#startOf = startOf
  }

  get revision(): number {
    return this.#model.plan.revision
  }

  get indexes(): PlanIndexes {
    return this.#model.plan.indexes
  }

  get meta(): RecordOf<'plan'> {
    return this.#model.plan.meta
  }

  get<K extends RecordKind>(id: Id<K>): RecordOf<K> | undefined {
    const record = this.#model.plan.get(id)
    if (record === undefined || !id.startsWith('mission:')) return record
    const task = this.#model.taskOf.get(id as Id<'mission'>)
    if (task === undefined) return record
    const start = this.#startOf(task.index)
    return start === task.mission.start ? record : { ...record, start }
  }

  has(id: Id): boolean {
    return this.#model.plan.has(id)
  }

  all<K extends RecordKind>(kind: K): IterableIterator<RecordOf<K>> {
    return this.#model.plan.all(kind)
  }

  count(kind: RecordKind): number {
    return this.#model.plan.count(kind)
  }

  records(): Iterable<AnyRecord> {
    return this.#model.plan.records()
  }
}
