import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import type { AssignmentPart } from '../../../domain/records/assignment.ts'
import type { Id } from '../../../domain/records/ids.ts'
import type { Mission } from '../../../domain/records/mission.ts'
import type { ProposedChange, ProposedUnit } from '../../../domain/scheduling/tasking/Proposal.ts'

/** Where a unit would be on a mission if a proposed change were taken. */
export interface Ghost {
  /** The same for the same mission and unit. */
  readonly id: string
  readonly change: ProposedChange
  readonly mission: Readonly<Mission>
  readonly unit: Id<'unit'>
  readonly part: AssignmentPart
  /** Minutes from H-hour. */
  readonly start: number
  readonly end: number
  /** Whose bar it takes the place of: the unit's own, else that of one that leaves; null where there is none. */
  readonly fromUnit: Id<'unit'> | null
}

/** What a proposal does on the row of one unit. */
export interface UnitGhosts {
  readonly ghosts: readonly Ghost[]
  /** Missions whose present bars would go from here. */
  readonly leaving: ReadonlySet<Id<'mission'>>
}

export interface ProposalGhosts {
  readonly byUnit: ReadonlyMap<Id<'unit'>, UnitGhosts>
  readonly byMission: ReadonlyMap<Id<'mission'>, readonly Ghost[]>
  /** First start and last end; null without any. */
  readonly time: { readonly from: number; readonly to: number } | null
}

/**
 * The ghosts of a proposal, on the row of each unit that a change touches. What is as it was in `before` is the same object,
 * so that the rows of other units are not laid out again. Changes of missions that are gone have none.
 */
export function ghostsOf(
  changes: readonly ProposedChange[],
  plan: PlanReader,
  before: ProposalGhosts | null,
): ProposalGhosts {
  const byMission = new Map<Id<'mission'>, readonly Ghost[]>()
  const found = new Map<Id<'unit'>, { ghosts: Ghost[]; leaving: Set<Id<'mission'>> }>()
  const on = (unit: Id<'unit'>) => {
    const known = found.get(unit) ?? { ghosts: [], leaving: new Set<Id<'mission'>>() }
    found.set(unit, known)
    return known
  }
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const change of changes) {
    const mission = plan.get(change.mission)
    if (mission === undefined) continue
    const known = before?.byMission.get(change.mission)
    const isKnown = known?.every((ghost) => ghost.change === change && ghost.mission === mission) ?? false
    const ghosts = known !== undefined && isKnown ? known : ghostsOfChange(change, mission)
    byMission.set(change.mission, ghosts)
    for (const ghost of ghosts) {
      on(ghost.unit).ghosts.push(ghost)
      from = Math.min(from, ghost.start)
      to = Math.max(to, ghost.end)
    }
    for (const unit of leavingOf(change, ghosts)) on(unit).leaving.add(change.mission)
  }
  const byUnit = new Map<Id<'unit'>, UnitGhosts>()
  for (const [unit, next] of found) {
    next.ghosts.sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1))
    const was = before?.byUnit.get(unit)
    byUnit.set(unit, was !== undefined && isSame(was, next) ? was : next)
  }
  return { byUnit, byMission, time: from <= to ? { from, to } : null }
}

/** On the units that are new, or come at another time or in another part; on all where something else changes. */
function ghostsOfChange(change: ProposedChange, mission: Mission): Ghost[] {
  const { start, units } = change
  const isMoved = start.from !== start.to
  const wasOn = new Map(units.from.map((u) => [u.unit, u]))
  const stays = new Set(units.to.map((u) => u.unit))
  const gone = units.from.filter((u) => !stays.has(u.unit)).map((u) => u.unit)
  const touched = units.to.filter((u) => isMoved || !isSamePart(wasOn.get(u.unit), u))
  let relieved = 0
  return (touched.length === 0 && gone.length === 0 ? units.to : touched).map((u): Ghost => {
    const isNew = !wasOn.has(u.unit)
    const fromUnit = start.from === null ? null : isNew ? (gone[relieved] ?? null) : u.unit
    if (isNew) relieved += 1
    return {
      id: `${change.mission} ${u.unit}`,
      change,
      mission,
      unit: u.unit,
      part: u.part,
      start: start.to,
      end: start.to + mission.duration.likely,
      fromUnit,
    }
  })
}

/** Units whose present bar would go: those that leave the mission, and those that get a ghost for it. */
function leavingOf({ start, units }: ProposedChange, ghosts: readonly Ghost[]): Id<'unit'>[] {
  if (start.from === null) return []
  const stays = new Set(units.to.map((u) => u.unit))
  return units.from.map((u) => u.unit).filter((unit) => !stays.has(unit) || ghosts.some((ghost) => ghost.unit === unit))
}

function isSamePart(a: ProposedUnit | undefined, b: ProposedUnit): boolean {
  if (a === undefined || a.part !== b.part || a.brings.length !== b.brings.length) return false
  return a.brings.every((x) => b.brings.some((y) => y.capability === x.capability && y.quantity === x.quantity))
}

function isSame(a: UnitGhosts, b: UnitGhosts): boolean {
  if (a.ghosts.length !== b.ghosts.length || a.leaving.size !== b.leaving.size) return false
  return a.ghosts.every((ghost, i) => ghost === b.ghosts[i]) && [...a.leaving].every((id) => b.leaving.has(id))
}
