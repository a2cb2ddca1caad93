import type { AnyRecord, RecordOf } from '../src/domain/records/catalog.ts'
import type { CapabilityQuantity, EnablerKind } from '../src/domain/records/common.ts'
import { DEPENDENCY_KINDS } from '../src/domain/records/dependency.ts'
import { makeId } from '../src/domain/records/ids.ts'
import type { Phase } from '../src/domain/records/plan.ts'
import { DAY } from '../src/domain/time/planTime.ts'
import { type Forces, FRESH, type Leaf } from './generateForces.ts'
import type { Random } from './random.ts'
import { suitedStart } from './suitedStart.ts'

export interface MissionOrder {
  readonly count: number
  /** Minutes from H-hour. */
  readonly horizon: number
  readonly forces: Forces
  readonly types: readonly RecordOf<'mission-type'>[]
  readonly objectives: readonly RecordOf<'objective'>[]
  /** The first covers everything. */
  readonly legalBases: readonly RecordOf<'legal-basis'>[]
  readonly phases: readonly Phase[]
  readonly random: Random
}

type Mission = RecordOf<'mission'>
type MissionType = RecordOf<'mission-type'>

/** Between two missions of a unit: recovery, and the way within its group of places. */
const LEAST_GAP = DAY / 2
/** Room for what goes before the first mission, and for the end of the last. */
const FIRST_START = DAY
const LAST_MISSION = 20 * DAY
const JITTER = 6 * DAY
const SUPPORTED_SHARE = 0.2
const DEPENDENCY_SHARE = 0.42
const FLAW_SHARE = 0.02

/** As an airspace order parts them: one of forty layers after the other, metres. */
function layerOf(number: number): { readonly lowM: number; readonly highM: number } {
  const lowM = 300 + (number % 40) * 200
  return { lowM, highM: lowM + 150 }
}

/** Missions one after the other on the least busy units, with what they need; then a few spoiled on purpose. */
export function generateMissions(order: MissionOrder): AnyRecord[] {
  const writer = new MissionWriter(order)
  while (writer.left > 0) writer.writeNext()
  writer.spoil()
  return [...writer.missions, ...writer.assignments, ...writer.dependencies]
}

class MissionWriter {
  readonly missions: Mission[] = []
  readonly assignments: RecordOf<'assignment'>[] = []
  readonly dependencies: RecordOf<'dependency'>[] = []
  readonly #order: MissionOrder
  readonly #turn = { ground: 0, naval: 0, air: 0, sof: 0, partners: 0 }

  constructor(order: MissionOrder) {
    this.#order = order
  }

  get left(): number {
    return this.#order.count - this.missions.length
  }

  /** One mission with the missions its type needs, where there is room for them; else one that needs none. */
  writeNext(): void {
    const { types, random } = this.#order
    const wanted = random.pick(types)
    const simple = types.filter((t) => t.enablers.length === 0)
    const type = wanted.enablers.length < this.left ? wanted : random.pick(simple)
    const leaf = this.#nextLeaf(type)
    const minutes = this.#minutesOf(type)
    const providers = type.enablers.map((kind) => {
      const providing = types.find((t) => t.provides.includes(kind)) ?? type
      const lasts = kind === 'insertion' || kind === 'extraction' ? providing.duration.likely : minutes + 120
      return { kind, type: providing, minutes: lasts, leaf: this.#nextLeaf(providing) }
    })
    let start = Math.max(leaf.freeFrom, this.#due())
    for (const p of providers) start = Math.max(start, p.leaf.freeFrom - offsetOf(p.kind, minutes, p.minutes))
    start = FIRST_START + (start % (this.#order.horizon - FIRST_START - LAST_MISSION))
    const tied = providers.map((p) => ({ type: p.type, offset: offsetOf(p.kind, minutes, p.minutes) }))
    start = suitedStart(type, tied, start, this.#order.horizon - LAST_MISSION)
    const place = random.pick(leaf.places)
    const enablers = providers.map((p) => {
      const at = start + offsetOf(p.kind, minutes, p.minutes)
      return { kind: p.kind, mission: this.#write(p.type, p.leaf, at, p.minutes, place, []).id }
    })
    this.#write(type, leaf, start, minutes, place, enablers)
  }

  /** About when the next mission is to be, for the year to fill evenly. */
  #due(): number {
    const { count, horizon, random } = this.#order
    const usable = horizon - FIRST_START - LAST_MISSION - JITTER
    return Math.round((usable * this.missions.length) / count + random.unit() * JITTER)
  }

  #nextLeaf(type: MissionType): Leaf {
    const kind = type.components[0] ?? 'ground'
    const leaves = this.#order.forces.leaves[kind === 'partners' ? 'ground' : kind]
    const leaf = leaves[this.#turn[kind] % leaves.length]
    if (leaf === undefined) throw new Error(`no unit of component ${kind}`)
    this.#turn[kind] += 1
    return leaf
  }

  #minutesOf(type: MissionType): number {
    const hours = Math.round((type.duration.likely / 60) * (0.6 + 0.4 * this.#order.random.unit()))
    return Math.max(1, hours) * 60
  }

  #write(
    type: MissionType,
    leaf: Leaf,
    start: number,
    minutes: number,
    place: RecordOf<'place'>,
    enablers: Mission['enablers'],
  ): Mission {
    const { random, objectives, legalBases, phases } = this.#order
    const number = this.missions.length + 1
    const end = start + minutes
    const mission: Mission = {
      id: makeId('mission', `m-${number}`),
      ...FRESH,
      code: `M-${String(number).padStart(5, '0')}`,
      title: `${type.name.es} ${number}`.slice(0, 300),
      type: type.id,
      task: 'Cumplir la tarea generada en el lugar señalado.',
      purpose: 'A fin de medir el programa con un plan de este tamaño.',
      verb: 'ejecutar',
      phase: phases.find((p) => p.from <= start && end <= p.to)?.key ?? null,
      places: [{ shape: 'point', points: [{ place: place.id }] }],
      earliest: random.unit() < 0.3 ? start - DAY : null,
      latest: random.unit() < 0.3 ? end + 3 * DAY : null,
      duration: { optimistic: Math.ceil(minutes * 0.7), likely: minutes, pessimistic: Math.ceil(minutes * 1.6) },
      start,
      objectives: [random.pick(objectives).id],
      priority: random.pick([1, 2, 3, 4, 5] as const),
      status: 'planned',
      ...(type.components[0] === 'air' ? { airspace: layerOf(number) } : {}),
      legalBasis: type.needsLegalBasis ? (legalBases[0]?.id ?? null) : null,
      enablers,
      risk: '',
      notes: '',
    }
    this.missions.push(mission)
    this.#assign(mission, leaf, 'supported', type.capabilities)
    if (random.unit() < SUPPORTED_SHARE) this.#support(mission, leaf, start)
    return mission
  }

  /** A unit of the same brigade that is free at the time, if the next few are. */
  #support(mission: Mission, lead: Leaf, start: number): void {
    const leaves = this.#order.forces.leaves[lead.kind]
    const at = lead.index
    const around = [1, 2, 3, -1, -2, -3].map((step) => leaves[at + step])
    const free = around.find((l) => l !== undefined && l.places === lead.places && l.freeFrom <= start)
    if (free !== undefined) this.#assign(mission, free, 'supporting', [])
  }

  #assign(
    mission: Mission,
    leaf: Leaf,
    part: RecordOf<'assignment'>['part'],
    brings: readonly CapabilityQuantity[],
  ): void {
    const { random } = this.#order
    const id = makeId('assignment', `a-${this.assignments.length + 1}`)
    this.assignments.push({ id, ...FRESH, mission: mission.id, unit: leaf.unit.id, part, brings: [...brings] })
    if (part === 'supported' && leaf.last !== null && (leaf.last.start ?? 0) <= (mission.start ?? 0)) {
      if (random.unit() < DEPENDENCY_SHARE) this.#depend(leaf.last, mission)
    }
    const end = (mission.start ?? 0) + mission.duration.likely
    leaf.freeFrom = end + LEAST_GAP
    leaf.last = mission
  }

  #depend(before: Mission, after: Mission): void {
    const id = makeId('dependency', `d-${this.dependencies.length + 1}`)
    const kind = this.#order.random.pick(DEPENDENCY_KINDS)
    this.dependencies.push({ id, ...FRESH, predecessor: before.id, successor: after.id, kind, lagMinutes: 0 })
  }

  /** Takes from about one mission in fifty what a rule asks for, or puts the wrong unit on it. */
  spoil(): void {
    const { random, legalBases, forces } = this.#order
    const flaws = Math.round(this.missions.length * FLAW_SHARE)
    for (let i = 0; i < flaws; i += 1) {
      const at = random.whole(0, this.missions.length - 1)
      const mission = this.missions[at]
      if (mission === undefined) continue
      const spoiled: readonly Partial<Mission>[] = [
        { objectives: [] },
        { latest: (mission.start ?? 0) + 1 },
        { enablers: [], objectives: mission.enablers.length === 0 ? [] : mission.objectives },
        { legalBasis: legalBases.at(-1)?.id ?? null, latest: (mission.start ?? 0) + 1 },
      ]
      if (i % 6 < 4) this.missions[at] = { ...mission, ...spoiled[i % 6] }
      else this.#spoilAssignment(mission, i % 6 === 4 ? null : random.pick(forces.leaves.ground))
    }
  }

  /** It brings nothing, or another unit does it that may be busy and may not lead it. */
  #spoilAssignment(mission: Mission, other: Leaf | null): void {
    const at = this.assignments.findIndex((a) => a.mission === mission.id)
    const assignment = this.assignments[at]
    if (assignment === undefined) return
    this.assignments[at] = other === null ? { ...assignment, brings: [] } : { ...assignment, unit: other.unit.id }
  }
}

/** Start of an enabling mission against the start of the mission that needs it, minutes. */
function offsetOf(kind: EnablerKind, minutes: number, enablerMinutes: number): number {
  if (kind === 'insertion') return -enablerMinutes - 60
  return kind === 'extraction' ? minutes + 60 : -60
}
