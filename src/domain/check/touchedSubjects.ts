import type { Diff } from '../plan/diff.ts'
import { type AnyRecord, isRecordOf } from '../records/catalog.ts'
import { type Id, isIdOf } from '../records/ids.ts'
import type { Mission } from '../records/mission.ts'
import type { Overlay } from '../records/overlay.ts'
import type { Unit } from '../records/unit.ts'
import type { CheckContext } from './CheckContext.ts'
import { boundsMissions, ownerOf } from './CommandAreas.ts'
import { RULE_IDS, type RuleId } from './Finding.ts'
import { superiorsOf } from './superiorsOf.ts'

/** What has to be asked again after a change, rule by rule. */
export interface Touched {
  readonly subjects: Readonly<Record<RuleId, Set<Id>>>
  /** Units whose stays on missions may be others now. */
  readonly schedules: Set<Id<'unit'>>
  /** Missions that may add something else to their phase now. */
  readonly counted: Set<Id<'mission'>>
  /** Missions that may fly at another time or place now, or be coordinated otherwise. */
  readonly flown: Set<Id<'mission'>>
  /** Whether the circles of the dependencies may be others now. */
  circles: boolean
  /** Whether the areas that bound missions may be others now. */
  areas: boolean
  /** The plan's own record changed: H-hour, phases, parameters. Everything is asked again. */
  all: boolean
}

const MISSION_RULES: readonly RuleId[] = [
  'outside-role',
  'capability-short',
  'readiness-low',
  'outside-allocation',
  'enabler-missing',
  'order-broken',
  'legal-basis',
  'objective-uncovered',
  'outside-area',
  'light-unsuited',
  'season-unsuited',
  'altitude',
  'planning-time',
]
const RULES_ON_ASSIGNED: readonly RuleId[] = [
  'altitude',
  'outside-role',
  'capability-short',
  'readiness-low',
  'outside-allocation',
  'outside-area',
]
const RULES_ON_TYPE: readonly RuleId[] = [
  'outside-role',
  'capability-short',
  'enabler-missing',
  'legal-basis',
  'light-unsuited',
  'season-unsuited',
  'altitude',
]
const RULES_ON_PLACE: readonly RuleId[] = ['legal-basis', 'outside-area', 'light-unsuited', 'altitude']

const UNIT_RULES: readonly RuleId[] = ['sorties-exceeded', 'command-conflict', 'supply-short']
const PHASE_RULES: readonly RuleId[] = ['no-reserve', 'no-medevac']

/** Which subjects a change can touch. To be called when the plan has already changed. */
export function touchedBy(diff: Diff, context: CheckContext): Touched {
  const subjects = Object.fromEntries(RULE_IDS.map((id) => [id, new Set<Id>()])) as Record<RuleId, Set<Id>>
  const touched: Touched = {
    subjects,
    schedules: new Set(),
    counted: new Set(),
    flown: new Set(),
    circles: false,
    areas: false,
    all: false,
  }
  for (const record of diff.added) touchByRecord(touched, context, null, record)
  for (const record of diff.removed) touchByRecord(touched, context, record, null)
  for (const [from, to] of diff.updated) touchByRecord(touched, context, from, to)
  if (touched.counted.size > 0) for (const rule of PHASE_RULES) subjects[rule].add(context.plan.meta.id)
  return touched
}

/** Before and after of one record; both are of one kind, and at least one is there. */
function touchByRecord(touched: Touched, context: CheckContext, from: AnyRecord | null, to: AnyRecord | null): void {
  const record = to ?? from
  if (record === null) return
  const both = [from, to].filter((r) => r !== null)
  if (isRecordOf('plan', record)) touched.all = true
  else if (isRecordOf('mission', record)) touchByMission(touched, context, both as Mission[])
  else if (isRecordOf('unit', record)) touchByUnit(touched, context, both as Unit[])
  else if (isRecordOf('assignment', record)) {
    for (const r of both) if (isRecordOf('assignment', r)) touchByAssignment(touched, context, r.mission, r.unit)
  } else if (isRecordOf('dependency', record)) {
    touched.circles = true
    for (const r of both)
      if (isRecordOf('dependency', r)) {
        touched.subjects['order-broken'].add(r.successor)
        touched.flown.add(r.successor).add(r.predecessor)
      }
  } else if (isRecordOf('mission-type', record)) touchByType(touched, context, record.id)
  else if (isRecordOf('component', record)) touchByComponent(touched, context, record.id)
  else if (isRecordOf('legal-basis', record)) {
    for (const m of context.plan.indexes.missionsOfLegalBasis.get(record.id)) touched.subjects['legal-basis'].add(m.id)
  } else if (isRecordOf('objective', record)) {
    const { subjects } = touched
    subjects['objective-uncovered'].add(record.id)
    for (const m of context.plan.indexes.missionsOfObjective.get(record.id)) subjects['objective-uncovered'].add(m.id)
  } else if (isRecordOf('relationship', record)) {
    for (const r of both) if (isRecordOf('relationship', r)) touched.subjects['command-conflict'].add(r.subordinate)
  } else if (isRecordOf('place', record)) touchByPlace(touched, context, record.id)
  else if (isRecordOf('overlay', record)) touchByOverlay(touched, context, both as Overlay[])
}

function touchByMission(touched: Touched, context: CheckContext, both: readonly Mission[]): void {
  const { subjects, schedules } = touched
  const { indexes } = context.plan
  for (const mission of both) {
    for (const rule of MISSION_RULES) subjects[rule].add(mission.id)
    for (const objective of mission.objectives) subjects['objective-uncovered'].add(objective)
  }
  const mission = both[0]
  if (mission === undefined) return
  touched.counted.add(mission.id)
  touched.flown.add(mission.id)
  if (both.length < 2 || mission.enablers !== both[1]?.enablers) {
    for (const { enablers } of both) for (const tie of enablers) touched.flown.add(tie.mission)
  }
  for (const other of indexes.missionsEnabledBy.get(mission.id)) {
    subjects['enabler-missing'].add(other.id)
    touched.counted.add(other.id)
    for (const { unit } of indexes.assignmentsOfMission.get(other.id)) subjects['supply-short'].add(unit)
  }
  const following = indexes.dependenciesFrom.get(mission.id)
  for (const dependency of following) subjects['order-broken'].add(dependency.successor)
  for (const assignment of indexes.assignmentsOfMission.get(mission.id)) {
    schedules.add(assignment.unit)
    touchUnit(touched, context, assignment.unit)
  }
  const isDependent = following.length > 0 || indexes.dependenciesTo.get(mission.id).length > 0
  const isOther = both.length < 2 || (both[0]?.status === 'cancelled') !== (both[1]?.status === 'cancelled')
  if (isDependent && isOther) touched.circles = true
}

/** The rules on a unit's time, for it and, as it may be away from them, for all above it. */
function touchUnit(touched: Touched, context: CheckContext, id: Id<'unit'>): void {
  touched.subjects['double-booking'].add(id)
  touched.subjects['travel-infeasible'].add(id)
  for (const rule of UNIT_RULES) touched.subjects[rule].add(id)
  const unit = context.plan.get(id)
  if (unit === undefined) return
  for (const superior of superiorsOf(context, unit)) touched.subjects['double-booking'].add(superior)
}

function touchByUnit(touched: Touched, context: CheckContext, both: readonly Unit[]): void {
  const { plan } = context
  for (const unit of both) {
    touched.schedules.add(unit.id)
    touchUnit(touched, context, unit.id)
    for (const superior of superiorsOf(context, unit)) touched.subjects['double-booking'].add(superior)
  }
  const unit = both[0]
  if (unit === undefined) return
  const isMoving = both.length < 2 || both[0]?.mobility !== both[1]?.mobility
  for (const { mission } of plan.indexes.assignmentsOfUnit.get(unit.id)) {
    for (const rule of RULES_ON_ASSIGNED) touched.subjects[rule].add(mission)
    if (isMoving) touchCarried(touched, context, mission)
    touched.flown.add(mission)
  }
  const [from, to] = both
  const isSame = from?.parent === to?.parent && from?.component === to?.component
  if (!isSame || from?.states.superior !== to?.states.superior) {
    touched.areas = true
    touchBounds(touched, context, [unit.id])
    touchAuthority(touched, context, unit.id)
  }
}

function touchByAssignment(touched: Touched, context: CheckContext, mission: Id<'mission'>, unit: Id<'unit'>): void {
  for (const rule of RULES_ON_ASSIGNED) touched.subjects[rule].add(mission)
  touched.counted.add(mission)
  touched.flown.add(mission)
  touched.schedules.add(unit)
  touchUnit(touched, context, unit)
  touchCarried(touched, context, mission)
  // Who leads a mission has to have a say over all on it.
  for (const other of context.plan.indexes.assignmentsOfMission.get(mission)) {
    touched.subjects['command-conflict'].add(other.unit)
  }
}

/** The units that a mission brings in or takes out travel by its means. */
function touchCarried(touched: Touched, context: CheckContext, carrier: Id<'mission'>): void {
  const { indexes } = context.plan
  for (const carried of indexes.missionsEnabledBy.get(carrier)) {
    for (const { unit } of indexes.assignmentsOfMission.get(carried.id)) {
      touched.subjects['travel-infeasible'].add(unit)
    }
  }
}

function touchByType(touched: Touched, context: CheckContext, type: Id<'mission-type'>): void {
  const { indexes } = context.plan
  for (const mission of indexes.missionsOfType.get(type)) {
    for (const rule of RULES_ON_TYPE) touched.subjects[rule].add(mission.id)
    touched.counted.add(mission.id)
    for (const other of indexes.missionsEnabledBy.get(mission.id)) {
      touched.subjects['enabler-missing'].add(other.id)
      for (const { unit } of indexes.assignmentsOfMission.get(other.id)) touched.subjects['supply-short'].add(unit)
    }
  }
}

function touchByComponent(touched: Touched, context: CheckContext, component: Id<'component'>): void {
  const { indexes } = context.plan
  for (const unit of indexes.unitsOfComponent.get(component)) {
    for (const { mission } of indexes.assignmentsOfUnit.get(unit.id)) {
      touched.subjects['outside-role'].add(mission)
      touched.flown.add(mission)
    }
  }
}

/** Missions of units, and of all that are ever below them: whose area they are bound to may be another. */
function touchBounds(touched: Touched, context: CheckContext, units: Iterable<Id<'unit'>>): void {
  const { indexes } = context.plan
  const all = new Set(units)
  for (const id of all) for (const below of indexes.subordinatesEver.get(id)) all.add(below.id)
  for (const id of all) {
    for (const { mission } of indexes.assignmentsOfUnit.get(id)) touched.subjects['outside-area'].add(mission)
  }
}

/** Units whose missions may be led by another authority once a unit stands elsewhere: those with it or one below over or beside them. */
function touchAuthority(touched: Touched, context: CheckContext, unit: Id<'unit'>): void {
  const { indexes } = context.plan
  const asked = touched.subjects['command-conflict']
  const all = new Set<Id<'unit'>>([unit])
  for (const id of all) {
    asked.add(id)
    for (const below of indexes.subordinatesEver.get(id)) all.add(below.id)
    for (const record of indexes.others.get(id)) if (isRecordOf('relationship', record)) asked.add(record.subordinate)
    for (const { mission } of indexes.assignmentsOfUnit.get(id)) {
      for (const other of indexes.assignmentsOfMission.get(mission)) asked.add(other.unit)
    }
  }
}

function touchByOverlay(touched: Touched, context: CheckContext, both: readonly Overlay[]): void {
  const { plan } = context
  for (const overlay of both) {
    if (overlay.mission !== null) touched.flown.add(overlay.mission)
    if (!boundsMissions(overlay)) continue
    touched.areas = true
    const owner = ownerOf(overlay)
    if (overlay.kind === 'area-of-coordination' && overlay.mission !== null) {
      touched.subjects['outside-area'].add(overlay.mission)
    } else if (owner === 'plan') {
      for (const { id } of plan.all('mission')) touched.subjects['outside-area'].add(id)
    } else if (isIdOf('unit', owner)) touchBounds(touched, context, [owner])
    else
      touchBounds(
        touched,
        context,
        plan.indexes.unitsOfComponent.get(owner).map((u) => u.id),
      )
  }
}

/** Who mentions a place is in no index; places change seldom, so all missions and units are looked through then. */
function touchByPlace(touched: Touched, context: CheckContext, place: Id<'place'>): void {
  const { plan } = context
  for (const mission of plan.all('mission')) {
    if (!mission.places.some(({ points }) => points.some((at) => 'place' in at && at.place === place))) continue
    for (const rule of RULES_ON_PLACE) touched.subjects[rule].add(mission.id)
    touched.flown.add(mission.id)
    for (const { unit } of plan.indexes.assignmentsOfMission.get(mission.id)) {
      touched.subjects['travel-infeasible'].add(unit)
    }
  }
  for (const unit of plan.all('unit')) {
    if (unit.states.location.some(({ at }) => 'place' in at && at.place === place)) {
      touched.subjects['travel-infeasible'].add(unit.id)
    }
  }
}
