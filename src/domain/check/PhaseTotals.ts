import { isScheduled, type ScheduledMission } from '../plan/missionTimes.ts'
import type { PlanReader } from '../plan/PlanDocument.ts'
import type { Id } from '../records/ids.ts'
import type { Mission } from '../records/mission.ts'

/** What one mission with a time adds to its phase. */
interface Share {
  readonly phase: string
  readonly start: number
  readonly hasReserve: boolean
  readonly hasMedevac: boolean
}

interface Total {
  missions: number
  reserves: number
  medevacs: number
  /** None while it has to be looked for. */
  first: Id<'mission'> | null
}

export interface PhaseTotal {
  /** Missions of the phase with a time. */
  readonly missions: number
  /** Of them those that hold a unit in reserve, and those that give or get medical evacuation. */
  readonly reserves: number
  readonly medevacs: number
  /** The first to start. */
  readonly first: Id<'mission'>
}

/** Counts over the missions of each phase, kept mission by mission, so that no edit has to look through all of them. */
export class PhaseTotals {
  readonly #plan: PlanReader
  readonly #shares = new Map<Id<'mission'>, Share>()
  readonly #totals = new Map<string, Total>()

  constructor(plan: PlanReader) {
    this.#plan = plan
    // Reserves and evacuation are few: looked for once, rather than mission by mission.
    const holding = new Set<Id<'mission'>>()
    for (const { part, mission } of plan.all('assignment')) if (part === 'reserve') holding.add(mission)
    const evacuating = new Set<Id<'mission-type'>>()
    for (const { id, provides } of plan.all('mission-type')) if (provides.includes('medevac')) evacuating.add(id)
    for (const mission of plan.all('mission')) {
      this.#add(mission, { hasReserve: holding.has(mission.id), isMedevac: evacuating.has(mission.type) })
    }
  }

  /** Null where no mission of the phase has a time. */
  of(phase: string): PhaseTotal | null {
    const total = this.#totals.get(phase)
    if (total === undefined) return null
    total.first ??= this.#firstOf(phase)
    if (total.first === null) return null
    const { missions, reserves, medevacs, first } = total
    return { missions, reserves, medevacs, first }
  }

  /** To be called for each mission that may add something else now, also for one that is gone. */
  refresh(id: Id<'mission'>): void {
    const share = this.#shares.get(id)
    if (share !== undefined) this.#drop(id, share)
    const mission = this.#plan.get(id)
    if (mission !== undefined) this.#add(mission, marksOf(this.#plan, mission))
  }

  #add(mission: Mission, marks: Marks): void {
    const share = shareOf(this.#plan, mission, marks)
    if (share === null) return
    const total = this.#totals.get(share.phase) ?? { missions: 0, reserves: 0, medevacs: 0, first: null }
    if (total.missions === 0) {
      this.#totals.set(share.phase, total)
      total.first = mission.id
    }
    const first = total.first === null ? undefined : this.#shares.get(total.first)
    if (first !== undefined && isBefore(mission.id, share, total.first, first)) total.first = mission.id
    total.missions += 1
    total.reserves += Number(share.hasReserve)
    total.medevacs += Number(share.hasMedevac)
    this.#shares.set(mission.id, share)
  }

  #drop(id: Id<'mission'>, share: Share): void {
    this.#shares.delete(id)
    const total = this.#totals.get(share.phase)
    if (total === undefined) return
    total.missions -= 1
    total.reserves -= Number(share.hasReserve)
    total.medevacs -= Number(share.hasMedevac)
    if (total.first === id) total.first = null
  }

  /** Looked for only when the first of a phase has gone elsewhere. */
  #firstOf(phase: string): Id<'mission'> | null {
    let first: { readonly id: Id<'mission'>; readonly share: Share } | null = null
    for (const [id, share] of this.#shares) {
      if (share.phase === phase && (first === null || isBefore(id, share, first.id, first.share))) first = { id, share }
    }
    return first?.id ?? null
  }
}

/** What of a mission lies in other records. */
interface Marks {
  readonly hasReserve: boolean
  readonly isMedevac: boolean
}

const marksOf = (plan: PlanReader, { id, type }: Mission): Marks => ({
  hasReserve: plan.indexes.assignmentsOfMission.get(id).some((a) => a.part === 'reserve'),
  isMedevac: plan.get(type)?.provides.includes('medevac') ?? false,
})

function shareOf(plan: PlanReader, mission: Mission, { hasReserve, isMedevac }: Marks): Share | null {
  if (mission.phase === null || !isScheduled(mission) || !hasEnd(mission)) return null
  const hasMedevac =
    isMedevac ||
    mission.enablers.some((tie) => tie.kind === 'medevac' && tie.mission !== mission.id && isTimed(plan, tie.mission))
  return { phase: mission.phase, start: mission.start, hasReserve, hasMedevac }
}

function isTimed(plan: PlanReader, id: Id<'mission'>): boolean {
  const mission = plan.get(id)
  return mission !== undefined && isScheduled(mission) && hasEnd(mission)
}

/** False on a plan so broken that its times are no numbers. */
const hasEnd = ({ start, duration }: ScheduledMission): boolean => Number.isFinite(start + duration.likely)

const isBefore = (id: string, a: Share, other: string | null, b: Share): boolean =>
  a.start < b.start || (a.start === b.start && (other === null || id < other))
