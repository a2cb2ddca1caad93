import { type AnyRecord, isRecordOf, type RecordOf } from '../records/catalog.ts'
import { type Id, kindOf, type RecordKind } from '../records/ids.ts'
import { referencesOf } from '../records/references.ts'
import { GroupIndex } from './GroupIndex.ts'

type AnyIndex = GroupIndex<AnyRecord>

const index = <K extends RecordKind>(keysOf: (record: RecordOf<K>) => readonly string[]) =>
  new GroupIndex<RecordOf<K>>(keysOf)

/** Where a unit has ever been placed under a superior: first the standing one, then the dated ones. */
const superiorsEver = (unit: RecordOf<'unit'>): readonly string[] => {
  if (unit.states.superior.length === 0) return unit.parent === null ? [] : [unit.parent]
  return [...new Set([unit.parent, ...unit.states.superior.map((s) => s.unit)])].filter((id) => id !== null)
}

/** The ways from one record to others that views and rules walk, kept with every change. */
export class PlanIndexes {
  readonly assignmentsOfMission = index<'assignment'>((a) => [a.mission])
  readonly assignmentsOfUnit = index<'assignment'>((a) => [a.unit])
  readonly dependenciesFrom = index<'dependency'>((d) => [d.predecessor])
  readonly dependenciesTo = index<'dependency'>((d) => [d.successor])
  /** Units that have this unit as superior at any time. */
  readonly subordinatesEver = index<'unit'>(superiorsEver)
  readonly unitsOfComponent = index<'unit'>((u) => [u.component])
  /** Missions that count on this mission as an enabler. */
  readonly missionsEnabledBy = index<'mission'>((m) => m.enablers.map((e) => e.mission))
  readonly missionsOfObjective = index<'mission'>((m) => m.objectives)
  readonly missionsOfType = index<'mission'>((m) => [m.type])
  readonly missionsOfLegalBasis = index<'mission'>((m) => (m.legalBasis === null ? [] : [m.legalBasis]))
  /** Command relationships of a unit to those over it. */
  readonly relationshipsOf = index<'relationship'>((r) => [r.subordinate])
  readonly acceptancesOfFinding = index<'acceptance'>((a) => [a.finding])
  /** Records of the other kinds by what they point at: few of them, walked only when something is removed. */
  readonly others = new GroupIndex<AnyRecord>((r) => referencesOf(r))

  readonly #byKind: Partial<Record<RecordKind, readonly AnyIndex[]>> = {
    assignment: [this.assignmentsOfMission, this.assignmentsOfUnit] as unknown as AnyIndex[],
    dependency: [this.dependenciesFrom, this.dependenciesTo] as unknown as AnyIndex[],
    unit: [this.subordinatesEver, this.unitsOfComponent] as unknown as AnyIndex[],
    mission: [
      this.missionsEnabledBy,
      this.missionsOfObjective,
      this.missionsOfType,
      this.missionsOfLegalBasis,
    ] as unknown as AnyIndex[],
    relationship: [this.relationshipsOf, this.others] as unknown as AnyIndex[],
    acceptance: [this.acceptancesOfFinding] as unknown as AnyIndex[],
  }

  begin(): void {
    for (const list of Object.values(this.#byKind)) for (const i of list) i.begin()
    this.others.begin()
  }

  load(kind: RecordKind, records: Iterable<AnyRecord>): void {
    const values = [...records]
    for (const i of this.#indexesOf(kind)) i.load(values)
  }

  add(record: AnyRecord): void {
    for (const i of this.#indexesOf(kindOf(record.id as Id))) i.add(record)
  }

  remove(record: AnyRecord): void {
    for (const i of this.#indexesOf(kindOf(record.id as Id))) i.remove(record)
  }

  replace(from: AnyRecord, to: AnyRecord): void {
    for (const i of this.#indexesOf(kindOf(from.id as Id))) i.replace(from, to)
  }

  /** Records that point at this one; units and missions that mention a place are not indexed. */
  pointingAt(id: Id): AnyRecord[] {
    const found = new Set<AnyRecord>(this.others.get(id))
    for (const list of Object.values(this.#byKind)) for (const i of list) for (const r of i.get(id)) found.add(r)
    return [...found].filter((r) => !isRecordOf('acceptance', r))
  }

  #indexesOf(kind: RecordKind): readonly AnyIndex[] {
    return this.#byKind[kind] ?? [this.others]
  }
}
