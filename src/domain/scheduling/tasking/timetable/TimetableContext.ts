import { CheckContext, type Slot } from '../../../check/CheckContext.ts'
import { superiorsOf } from '../../../check/superiorsOf.ts'
import { missionPosition } from '../../../geo/locationPosition.ts'
import { bestTravel, type Mobility } from '../../../geo/travel.ts'
import type { Assignment } from '../../../records/assignment.ts'
import type { Id } from '../../../records/ids.ts'
import type { Mission } from '../../../records/mission.ts'
import type { Unit } from '../../../records/unit.ts'
import type { TaskingModel } from '../model/TaskingModel.ts'
import { TimetablePlan } from './TimetablePlan.ts'
import { type Booked, UnitStays } from './UnitStays.ts'
import { allocationWindows, readyWindows } from './unitWindows.ts'

/** A minute's way to measure the speed of means by: which are slower is the same over any distance. */
const ONE_KM = 1

/** What the check's functions see of a timetable: stays, starts of tasks, and who may carry whom as they are booked. */
export class TimetableContext extends CheckContext {
  readonly model: TaskingModel
  readonly #stays = new Map<Id<'unit'>, UnitStays>()
  readonly #numbers = new Map<Id<'mission'>, number>()
  readonly #above = new Map<UnitStays, readonly UnitStays[]>()
  readonly #below = new Map<UnitStays, readonly UnitStays[]>()
  readonly #slowest = new Map<Id<'mission'>, readonly Unit[]>()
  readonly #minutes = new Map<Unit, number>()

  constructor(model: TaskingModel, startOf: (task: number) => number | null) {
    super(new TimetablePlan(model, startOf))
    this.model = model
  }

  override scheduleOf(unit: Id<'unit'>): readonly Slot[] {
    return this.staysOf(unit)?.slots ?? NONE
  }

  /** Stays of a unit; null where the plan has no such unit. */
  staysOf(id: Id<'unit'>): UnitStays | null {
    const known = this.#stays.get(id)
    if (known !== undefined) return known
    const unit = this.plan.get(id)
    if (unit === undefined) return null
    const index = this.model.unitIndex.get(id) ?? -1
    const stays = new UnitStays(unit, index, allocationWindows(this, unit), readyWindows(this, unit))
    this.#stays.set(id, stays)
    for (const slot of this.model.context.scheduleOf(id)) {
      if (!this.model.taskOf.has(slot.mission.id)) stays.add(this.booked(slot.mission, slot.assignment, slot.start))
    }
    return stays
  }

  booked(mission: Mission, assignment: Assignment, start: number): Booked {
    const missionEnd = start + mission.duration.likely
    const end = missionEnd + this.recoveryMinutes
    const isLocated = missionPosition(this.plan, mission) !== null
    return { mission, assignment, start, missionEnd, end, no: this.numberOf(mission.id), isLocated }
  }

  numberOf(mission: Id<'mission'>): number {
    const known = this.#numbers.get(mission)
    if (known !== undefined) return known
    const no = this.#numbers.size
    this.#numbers.set(mission, no)
    return no
  }

  /** Units above one, at any time. */
  above(stays: UnitStays): readonly UnitStays[] {
    const known = this.#above.get(stays)
    if (known !== undefined) return known
    const above = superiorsOf(this, stays.unit).flatMap((id) => this.staysOf(id) ?? [])
    this.#above.set(stays, above)
    return above
  }

  /** Units below one, at any time, itself not among them. */
  below(stays: UnitStays): readonly UnitStays[] {
    const known = this.#below.get(stays)
    if (known !== undefined) return known
    const found = new Set<Id<'unit'>>()
    const open = [stays.unit.id]
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      for (const unit of this.plan.indexes.subordinatesEver.get(id)) {
        if (unit.id === stays.unit.id || found.has(unit.id)) continue
        found.add(unit.id)
        open.push(unit.id)
      }
    }
    const below = [...found].flatMap((id) => this.staysOf(id) ?? [])
    this.#below.set(stays, below)
    return below
  }

  /** Of a task, whose units are not known yet: the slowest means it may come to have, so that no way is too short. */
  override meansOf(mission: Id<'mission'>, except: Id<'unit'>): readonly Mobility[] {
    const task = this.model.taskOf.get(mission)
    if (task === undefined) return super.meansOf(mission, except)
    const kept = task.kept.filter((a) => a.unit !== except).flatMap((a) => this.plan.get(a.unit)?.mobility ?? [])
    if (kept.length > 0) return kept
    let slowest = this.#slowest.get(mission)
    if (slowest === undefined) {
      slowest = this.#slowestOf(mission, [...task.leaders, ...task.supporters])
      this.#slowest.set(mission, slowest)
    }
    return slowest.find((unit) => unit.id !== except)?.mobility ?? []
  }

  /** The two slowest of those that may be put on a task or are on it now. */
  #slowestOf(mission: Id<'mission'>, able: readonly number[]): readonly Unit[] {
    const now = this.plan.indexes.assignmentsOfMission.get(mission).flatMap((a) => this.plan.get(a.unit) ?? [])
    const units = new Set([...able.flatMap((i) => this.model.units[i] ?? []), ...now])
    const slowest: Unit[] = []
    for (const unit of units) {
      const minutes = this.#minutesOf(unit)
      if (minutes < 0) continue
      const at = slowest.findIndex((other) => this.#minutesOf(other) < minutes)
      if (at >= 0) slowest.splice(at, 0, unit)
      else slowest.push(unit)
      if (slowest.length > 2) slowest.pop()
    }
    return slowest
  }

  /** Of a unit's soonest way over a kilometre; -1 where its speed is not known. */
  #minutesOf(unit: Unit): number {
    const known = this.#minutes.get(unit)
    if (known !== undefined) return known
    const minutes = bestTravel(ONE_KM, unit.mobility, this.terrainFactor)?.minutes ?? -1
    this.#minutes.set(unit, minutes)
    return minutes
  }
}

const NONE: readonly Slot[] = []
