import type { Mobility } from '../geo/travel.ts'
import type { PlanReader } from '../plan/PlanDocument.ts'
import type { Assignment } from '../records/assignment.ts'
import type { CapabilityQuantity } from '../records/common.ts'
import type { Id } from '../records/ids.ts'
import type { Mission } from '../records/mission.ts'
import type { MissionType, Season } from '../records/missionType.ts'
import { MOBILITY_MODES, type MobilityMode, type Unit } from '../records/unit.ts'
import { FlightIndex } from './FlightIndex.ts'
import { PhaseTotals } from './PhaseTotals.ts'
import { type Circle, findCircles } from './circles.ts'
import { CommandAreas } from './CommandAreas.ts'
import { parameter, seasonMonths, terrainFactorKey } from './parameters.ts'

/** Minutes from H-hour. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface MissionFacts {
  readonly mission: Mission
  readonly type: MissionType | undefined
  /** None while the mission is off the schedule or cancelled. */
  readonly span: Span | null
  readonly assignments: readonly Assignment[]
  /** The assignments whose unit there is, with it. */
  readonly assigned: readonly Assigned[]
}

export interface Assigned {
  readonly assignment: Assignment
  readonly unit: Unit
}

/** One stay of a unit on a mission: from its start to its end and the recovery after it. */
export interface Slot extends Span {
  readonly mission: Mission
  readonly assignment: Assignment
  /** The mission's own end, recovery not counted. */
  readonly missionEnd: number
}

interface Crews {
  readonly dutyHours: number
  readonly restHours: number
  readonly perVehicle: number
}

/** Metres above the sea. */
interface AltitudeLimits {
  readonly rotaryM: number
  readonly troopsM: number
}

/** Beyond two days a time has every light in it. */
const MOST_LIGHT_HOURS = 48

/** The time a mission takes on the plan; none where it has no usable one. */
export function spanOf(mission: Mission): Span | null {
  if (mission.start === null || mission.status === 'cancelled') return null
  const end = mission.start + mission.duration.likely
  return Number.isFinite(end) ? { start: mission.start, end } : null
}

/** Sum of one capability in a list; a broken number counts as none. */
export function quantityOf(list: readonly CapabilityQuantity[], capability: string): number {
  let sum = 0
  for (const entry of list) {
    if (entry.capability === capability && entry.quantity > 0) sum += entry.quantity
  }
  return Math.min(sum, Number.MAX_SAFE_INTEGER)
}

/** What an assigned unit puts in of a capability: a reserve nothing yet, and nobody more than it has. */
export function broughtBy({ assignment, unit }: Assigned, capability: string): number {
  if (assignment.part === 'reserve') return 0
  return Math.min(quantityOf(assignment.brings, capability), quantityOf(unit.capabilities, capability))
}

/** What the rules share while they look at one plan: its numbers, and what is dear to work out twice. */
export class CheckContext {
  readonly plan: PlanReader
  #recoveryMinutes = 0
  #enablerLeadMinutes = 0
  #readinessThreshold = 0
  #coordinationMarginKm = 0
  #lightLimitDegrees = 0
  #lightLongestMinutes = 0
  #seasons: Readonly<Record<Season, readonly number[]>> = { rains: [], 'low-water': [] }
  #crews: Crews = { dutyHours: 0, restHours: 0, perVehicle: 0 }
  #altitudeLimits: AltitudeLimits = { rotaryM: 0, troopsM: 0 }
  #planningSharePercent = 0
  #restMinutes = 0
  #airspaceSeparationKm = 0
  #hHour = 0
  readonly #terrain = new Map<MobilityMode, number>()
  readonly #schedules = new Map<Id, readonly Slot[]>()
  #circles: readonly Circle[] | null = null
  #areas: CommandAreas | null = null
  #phases: PhaseTotals | null = null
  #flights: FlightIndex | null = null
  #facts: MissionFacts | null = null

  constructor(plan: PlanReader) {
    this.plan = plan
    this.forgetAll()
  }

  get recoveryMinutes(): number {
    return this.#recoveryMinutes
  }

  get enablerLeadMinutes(): number {
    return this.#enablerLeadMinutes
  }

  get readinessThreshold(): number {
    return this.#readinessThreshold
  }

  get coordinationMarginKm(): number {
    return this.#coordinationMarginKm
  }

  /** How far below the horizon the sun's centre parts day and night. */
  get lightLimitDegrees(): number {
    return this.#lightLimitDegrees
  }

  /** Of a mission that lasts longer only the start has to suit the light. */
  get lightLongestMinutes(): number {
    return this.#lightLongestMinutes
  }

  /** Duty and rest of crews, and how many there are for each aircraft or boat. */
  get crews(): Crews {
    return this.#crews
  }

  /** Heights above which helicopters and troops are not sent; 0 for any. */
  get altitudeLimits(): AltitudeLimits {
    return this.#altitudeLimits
  }

  /** Share of the time till a mission that planning it may take. */
  get planningSharePercent(): number {
    return this.#planningSharePercent
  }

  /** After so long between missions a unit starts the next one full. */
  get restMinutes(): number {
    return this.#restMinutes
  }

  /** Closer than this, missions that fly at one time have to be coordinated. */
  get airspaceSeparationKm(): number {
    return this.#airspaceSeparationKm
  }

  /** How much longer the real way is than the straight line. */
  readonly terrainFactor = (mode: MobilityMode): number => this.#terrain.get(mode) ?? 1

  toInstant(relative: number): number {
    return this.#hHour + relative * 60_000
  }

  toRelative(instant: number): number {
    return (instant - this.#hHour) / 60_000
  }

  /** Mission, type, time and units in one; the last one asked for is kept, as the rules ask in turn. */
  facts(id: Id<'mission'>): MissionFacts | null {
    if (this.#facts !== null && this.#facts.mission.id === id) return this.#facts
    const mission = this.plan.get(id)
    if (mission === undefined) return null
    const assignments = this.plan.indexes.assignmentsOfMission.get(id)
    const assigned: Assigned[] = []
    for (const assignment of assignments) {
      const unit = this.plan.get(assignment.unit)
      if (unit !== undefined) assigned.push({ assignment, unit })
    }
    this.#facts = { mission, type: this.plan.get(mission.type), span: spanOf(mission), assignments, assigned }
    return this.#facts
  }

  /** Stays of a unit by start; at equal starts by mission id. A mission counts once. */
  scheduleOf(unit: Id<'unit'>): readonly Slot[] {
    const known = this.#schedules.get(unit)
    if (known !== undefined) return known
    const slots: Slot[] = []
    for (const assignment of this.plan.indexes.assignmentsOfUnit.get(unit)) {
      const mission = this.plan.get(assignment.mission)
      const span = mission === undefined ? null : spanOf(mission)
      if (mission === undefined || span === null) continue
      const end = span.end + this.#recoveryMinutes
      slots.push({ mission, assignment, start: span.start, missionEnd: span.end, end })
    }
    slots.sort(byStart)
    const once = slots.filter((slot, i) => slots[i - 1]?.mission !== slot.mission)
    this.#schedules.set(unit, once)
    return once
  }

  /** How the units of a mission get about, all but one of them: for units that it carries. */
  meansOf(mission: Id<'mission'>, except: Id<'unit'>): readonly Mobility[] {
    return this.plan.indexes.assignmentsOfMission
      .get(mission)
      .filter((a) => a.unit !== except)
      .flatMap((a) => this.plan.get(a.unit)?.mobility ?? [])
  }

  circles(): readonly Circle[] {
    this.#circles ??= findCircles(this.plan)
    return this.#circles
  }

  /** Months, 1 to 12, that a season takes by the plan's parameters; none where it names no month. */
  monthsOf(season: Season): readonly number[] {
    return this.#seasons[season]
  }

  areas(): CommandAreas {
    this.#areas ??= new CommandAreas(this.plan)
    return this.#areas
  }

  phases(): PhaseTotals {
    this.#phases ??= new PhaseTotals(this.plan)
    return this.#phases
  }

  flights(): FlightIndex {
    this.#flights ??= new FlightIndex(this.plan, this.#airspaceSeparationKm)
    return this.#flights
  }

  /**
   * To be called before the rules look at a plan in which missions may fly otherwise: them, and those they flew and fly
   * beside. Among these, what was said about a pair may be another thing now.
   */
  reroute(missions: ReadonlySet<Id<'mission'>>): ReadonlySet<Id<'mission'>> {
    const asked = new Set(missions)
    const flights = this.#flights
    if (flights === null) return asked
    const note = (id: Id<'mission'>): void => {
      const flight = flights.get(id)
      if (flight === undefined) return
      for (const other of flights.beside(id)) {
        if (other.mission.id < id && flights.nearness(flight, other) !== null) asked.add(other.mission.id)
      }
    }
    for (const id of missions) note(id)
    for (const id of missions) flights.refresh(id)
    for (const id of missions) note(id)
    return asked
  }

  /** To be called before the rules look at a plan in which missions, their units or what they get have changed. */
  recount(missions: Iterable<Id<'mission'>>): void {
    for (const id of missions) this.#phases?.refresh(id)
  }

  /** To be called before the rules look at a plan that has changed. */
  forget(units: Iterable<Id>, withCircles: boolean, withAreas = false): void {
    this.#facts = null
    for (const id of units) this.#schedules.delete(id)
    if (withCircles) this.#circles = null
    if (withAreas) this.#areas = null
  }

  forgetAll(): void {
    this.#facts = null
    this.#schedules.clear()
    this.#circles = null
    this.#areas = null
    this.#phases = null
    this.#flights = null
    this.#hHour = Number.isFinite(this.plan.meta.hHour) ? this.plan.meta.hHour : 0
    this.#recoveryMinutes = parameter(this.plan, 'recovery-minutes')
    this.#enablerLeadMinutes = parameter(this.plan, 'enabler-lead-hours') * 60
    this.#lightLimitDegrees = parameter(this.plan, 'light-limit-degrees')
    this.#lightLongestMinutes = Math.min(MOST_LIGHT_HOURS, parameter(this.plan, 'light-longest-hours')) * 60
    this.#seasons = { rains: seasonMonths(this.plan, 'rains'), 'low-water': seasonMonths(this.plan, 'low-water') }
    this.#crews = {
      dutyHours: parameter(this.plan, 'crew-duty-hours'),
      restHours: parameter(this.plan, 'crew-rest-hours'),
      perVehicle: parameter(this.plan, 'crews-per-vehicle'),
    }
    this.#altitudeLimits = {
      rotaryM: parameter(this.plan, 'rotary-altitude-limit-m'),
      troopsM: parameter(this.plan, 'troops-altitude-limit-m'),
    }
    this.#planningSharePercent = parameter(this.plan, 'planning-share-percent')
    this.#restMinutes = parameter(this.plan, 'resupply-hours') * 60
    this.#airspaceSeparationKm = parameter(this.plan, 'airspace-separation-km')
    this.#coordinationMarginKm = parameter(this.plan, 'coordination-margin-km')
    this.#readinessThreshold = parameter(this.plan, 'readiness-threshold-percent')
    for (const mode of MOBILITY_MODES) this.#terrain.set(mode, parameter(this.plan, terrainFactorKey(mode)))
  }
}

function byStart(a: Slot, b: Slot): number {
  if (a.start !== b.start) return a.start - b.start
  if (a.mission.id !== b.mission.id) return a.mission.id < b.mission.id ? -1 : 1
  return a.assignment.id < b.assignment.id ? -1 : 1
}
