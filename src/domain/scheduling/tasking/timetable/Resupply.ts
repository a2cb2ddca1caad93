import { shortages } from '../../../check/supply.ts'
import type { Id } from '../../../records/ids.ts'
import type { Mission } from '../../../records/mission.ts'
import type { Task } from '../model/TaskingModel.ts'
import type { TimetableContext } from './TimetableContext.ts'
import type { UnitStays } from './UnitStays.ts'

/** Starts so far apart are looked at for a resupply that comes in time, minutes. */
const STEP = 60

/** Whether a task that resupplies others comes in time for those that are booked and count on it. */
export class Resupply {
  readonly #context: TimetableContext
  readonly #tied = new Map<Task, readonly Mission[]>()

  constructor(context: TimetableContext) {
    this.#context = context
  }

  /** A unit that runs short on a mission tied to the task, with all as booked now, and did not in the plan; null where none does. */
  shortUnit(task: Task): UnitStays | null {
    for (const mission of this.#tiedTo(task)) {
      for (const stays of this.#unitsOn(mission)) {
        if (this.#isShort(stays, mission.id) && !this.#wasShort(stays, mission.id)) return stays
      }
    }
    return null
  }

  /** Whether any mission counts on the task. */
  isAsked(task: Task): boolean {
    return this.#tiedTo(task).length > 0
  }

  next(start: number): number {
    return start + STEP
  }

  #tiedTo(task: Task): readonly Mission[] {
    const known = this.#tied.get(task)
    if (known !== undefined) return known
    const { plan } = this.#context
    const tied =
      task.type?.provides.includes('resupply') === true
        ? plan.indexes.missionsEnabledBy
            .get(task.mission.id)
            .filter((m) => m.id !== task.mission.id)
            .filter((m) => m.enablers.some((tie) => tie.kind === 'resupply' && tie.mission === task.mission.id))
        : []
    this.#tied.set(task, tied)
    return tied
  }

  /** Those booked on it, of the units that may be. */
  #unitsOn(mission: Mission): readonly UnitStays[] {
    const { model } = this.#context
    const isTask = model.taskOf.has(mission.id)
    const units = isTask
      ? model.units.map((unit) => unit.id)
      : this.#context.plan.indexes.assignmentsOfMission.get(mission.id).map((a) => a.unit)
    return [...new Set(units)].flatMap((id) => {
      const stays = this.#context.staysOf(id)
      return stays?.unit.supplyDays !== undefined && stays.slotOn(mission.id) !== undefined ? [stays] : []
    })
  }

  #isShort(stays: UnitStays, mission: Id<'mission'>): boolean {
    return shortages(this.#context, stays.unit, stays.slots).some((s) => s.mission.id === mission)
  }

  /** In the plan as it stands, which is no matter for a mission that the search places. */
  #wasShort({ unit }: UnitStays, mission: Id<'mission'>): boolean {
    const { model } = this.#context
    if (model.taskOf.has(mission)) return false
    return shortages(model.context, unit, model.context.scheduleOf(unit.id)).some((s) => s.mission.id === mission)
  }
}
