import { broughtBy, CheckContext, quantityOf } from '../../../check/CheckContext.ts'
import { LAST_MINUTE } from '../../../check/fit.ts'
import { asksForLight } from '../../../check/lightMisfit.ts'
import { missionPosition } from '../../../geo/locationPosition.ts'
import type { PlanReader } from '../../../plan/PlanDocument.ts'
import type { Assignment } from '../../../records/assignment.ts'
import type { CapabilityQuantity } from '../../../records/common.ts'
import type { Id } from '../../../records/ids.ts'
import type { Mission } from '../../../records/mission.ts'
import type { MissionType } from '../../../records/missionType.ts'
import type { Unit } from '../../../records/unit.ts'
import { Candidates, type Force } from './Candidates.ts'
import { LightStarts } from './LightStarts.ts'
import { missionHorizon } from './missionHorizon.ts'
import { ownBounds } from './ownBounds.ts'
import { ALL_STARTS, commonStarts } from './StartSpan.ts'
import { tieDependencies, tieEnablers, type TiedTask } from './taskTies.ts'
import type { Relation, Task, TaskingModel } from './TaskingModel.ts'
import type { TaskingRequest } from '../TaskingRequest.ts'
import { tightenBounds } from './tightenBounds.ts'

interface Draft extends TiedTask {
  readonly type: MissionType | undefined
  readonly needs: readonly CapabilityQuantity[]
  readonly kept: readonly Assignment[]
  readonly needsLeader: boolean
  readonly force: Force
  readonly fixedStart: number | null
}

/** Reads a plan for a search; missions of the request that are not in it, or that nothing may change, are left out. */
export function buildTaskingModel(plan: PlanReader, request: TaskingRequest): TaskingModel {
  const context = new CheckContext(plan)
  const untouched: Id<'mission'>[] = []
  const chosen: Mission[] = []
  for (const id of new Set(request.missions)) {
    const mission = plan.get(id)
    if (mission === undefined || !mayChange(mission)) untouched.push(id)
    else chosen.push(mission)
  }
  const drafts = draftsOf(context, request, chosen)
  const byMission = new Map(drafts.map((d) => [d.mission.id, d]))
  tieDependencies(context, byMission)
  tieEnablers(context, byMission)
  const { units, unitIndex } = unitsOf(plan, drafts)
  const tasks = tasksOf(context, drafts, unitIndex)
  const taskOf = new Map(tasks.map((t) => [t.mission.id, t]))
  return { plan, context, request, tasks, taskOf, units, unitIndex, untouched }
}

function mayChange({ status, duration }: Mission): boolean {
  return status !== 'cancelled' && status !== 'done' && status !== 'executing' && duration.likely <= LAST_MINUTE
}

function draftsOf(context: CheckContext, request: TaskingRequest, chosen: readonly Mission[]): readonly Draft[] {
  const { plan } = context
  const horizon = missionHorizon(plan)
  const candidates = new Candidates(plan)
  const [fixedTimes, fixedUnits] = [new Set(request.fixedTimes), new Set(request.fixedUnits)]
  return chosen.map((mission, index) => {
    const type = plan.get(mission.type)
    const minutes = Math.max(1, mission.duration.likely)
    const assignments = plan.indexes.assignmentsOfMission.get(mission.id)
    const areFixed = assignments.length > 0 && (request.units === 'keep' || fixedUnits.has(mission.id))
    const kept = areFixed || request.units !== 'change' ? assignments : assignments.filter((a) => a.part === 'reserve')
    const needs = areFixed ? [] : needsOf(plan, type, kept)
    const mayAdd = !areFixed && request.units !== 'keep'
    const needsLeader = mayAdd && !kept.some((a) => a.part === 'supported')
    const isFixed = mission.start !== null && (!request.mayMove || fixedTimes.has(mission.id))
    const fixedStart = isFixed ? mission.start : null
    return {
      index,
      mission,
      type,
      minutes,
      needs,
      kept,
      needsLeader,
      force: mayAdd ? candidates.of(type, needs, needsLeader) : { leaders: [], supporters: [] },
      fixedStart,
      bounds: ownBounds(context, { mission, type, minutes, kept, fixedStart, horizon, notBefore: request.notBefore }),
      relations: [],
      choices: [],
      serves: [],
    }
  })
}

/** What the type asks beyond what the kept assignments put in. */
function needsOf(
  plan: PlanReader,
  type: MissionType | undefined,
  kept: readonly Assignment[],
): readonly CapabilityQuantity[] {
  const asked = type?.capabilities ?? []
  return [...new Set(asked.map((c) => c.capability))].flatMap((capability) => {
    let quantity = quantityOf(asked, capability)
    for (const assignment of kept) {
      const unit = plan.get(assignment.unit)
      if (unit !== undefined) quantity -= broughtBy({ assignment, unit }, capability)
    }
    return quantity > 0 ? [{ capability, quantity }] : []
  })
}

function unitsOf(
  plan: PlanReader,
  drafts: readonly Draft[],
): { readonly units: readonly Unit[]; readonly unitIndex: ReadonlyMap<Id<'unit'>, number> } {
  const wanted = new Set<Id<'unit'>>()
  const forces = new Set<Force>()
  for (const { mission, force } of drafts) {
    for (const a of plan.indexes.assignmentsOfMission.get(mission.id)) wanted.add(a.unit)
    forces.add(force)
  }
  for (const force of forces) {
    for (const unit of force.leaders) wanted.add(unit.id)
    for (const unit of force.supporters) wanted.add(unit.id)
  }
  const units = [...plan.all('unit')].filter((unit) => wanted.has(unit.id))
  return { units, unitIndex: new Map(units.map((unit, i) => [unit.id, i])) }
}

function tasksOf(
  context: CheckContext,
  drafts: readonly Draft[],
  unitIndex: ReadonlyMap<Id<'unit'>, number>,
): readonly Task[] {
  const spans = drafts.map((d) => d.bounds.reduce((all, { spans }) => commonStarts(all, spans), ALL_STARTS))
  const own = spans.map((list) => ({
    first: list[0]?.first ?? Number.POSITIVE_INFINITY,
    last: list.at(-1)?.last ?? Number.NEGATIVE_INFINITY,
  }))
  const closing = new Set<string>(context.circles().flatMap((circle) => circle.closing.map((d) => d.id)))
  const ends = tightenBounds(
    own,
    drafts.map((d) => d.relations),
    ({ by }: Relation) => closing.has(by),
  )
  const places = new PlacesOf(unitIndex)
  return drafts.map((draft, index) => {
    const { mission, type, kept, force, minutes } = draft
    const position =
      type !== undefined && asksForLight(type.constraints) ? missionPosition(context.plan, mission) : null
    return {
      ...draft,
      leaders: places.of(force.leaders, kept),
      supporters: places.of(force.supporters, kept),
      first: ends[index]?.first ?? LAST_MINUTE,
      last: ends[index]?.last ?? -LAST_MINUTE,
      spans: spans[index] ?? [],
      light:
        position === null || type === undefined ? null : new LightStarts(context, type.constraints, position, minutes),
      weight: 6 - mission.priority,
    }
  })
}

/** Places of units in the model's list; lists that many tasks share are made once. */
class PlacesOf {
  readonly #index: ReadonlyMap<Id<'unit'>, number>
  readonly #known = new Map<readonly Unit[], readonly number[]>()

  constructor(index: ReadonlyMap<Id<'unit'>, number>) {
    this.#index = index
  }

  of(units: readonly Unit[], kept: readonly Assignment[]): readonly number[] {
    let places = this.#known.get(units)
    if (places === undefined) {
      places = units.map((unit) => this.#index.get(unit.id) ?? -1)
      this.#known.set(units, places)
    }
    if (kept.length === 0) return places
    const taken = new Set(kept.map((a) => this.#index.get(a.unit)))
    return places.some((p) => taken.has(p)) ? places.filter((p) => !taken.has(p)) : places
  }
}
