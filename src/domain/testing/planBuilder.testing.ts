import { type Command, prepare } from '../commands/catalog.ts'
import type { CommandContext } from '../commands/command.ts'
import type { Diff } from '../plan/diff.ts'
import { PlanDocument } from '../plan/PlanDocument.ts'
import type { AnyRecord, RecordOf } from '../records/catalog.ts'
import type { CapabilityQuantity, ComponentKind, Position } from '../records/common.ts'
import { type Id, makeId, type RecordKind } from '../records/ids.ts'

const FRESH = { createdRevision: 0, updatedRevision: 0 }

/** 141200R FEB 23. */
const H_HOUR = Date.UTC(2023, 1, 14, 17)

/** Instant of a planned time, minutes from H-hour. */
export const at = (minutes: number): number => H_HOUR + minutes * 60_000

/** A mission type that asks nothing of light, season or height. */
export const ANY_TIME: RecordOf<'mission-type'>['constraints'] = {
  light: 'any',
  minIlluminationPercent: null,
  months: null,
  avoids: [],
  maxAltitudeM: null,
}

type Fields<K extends RecordKind> = Partial<RecordOf<K>>

/** Lists of `capability: quantity` as records hold them. */
export const amounts = (of: Readonly<Record<string, number>>): CapabilityQuantity[] =>
  Object.entries(of).map(([capability, quantity]) => ({ capability, quantity }))

/**
 * Makes small plans for tests: every record with sound defaults, its id from the local part given. The four components
 * and a mission type that needs nothing are there from the start; recovery is 0 unless a test says otherwise.
 */
export class PlanBuilder {
  readonly records = new Map<Id, AnyRecord>()

  constructor(meta: Fields<'plan'> = {}) {
    this.put<'plan'>({
      id: makeId('plan', 'p'),
      ...FRESH,
      title: 'Plan de prueba',
      purpose: '',
      endState: '',
      marking: { text: 'PRUEBA', color: '#008000' },
      exercise: false,
      timeZone: 'America/Lima',
      hHour: H_HOUR,
      horizon: { from: -10_000, to: 500_000 },
      language: 'es',
      phases: [],
      strategicRoles: [],
      facts: [],
      parameters: [{ key: 'recovery-minutes', value: 0, unit: 'min', source: 'prueba' }],
      capabilities: [
        { key: 'infantry', name: { es: 'pelotón de infantería', en: 'infantry section' } },
        { key: 'helicopter', name: { es: 'helicóptero', en: 'helicopter' } },
      ],
      ...meta,
    })
    for (const kind of ['ground', 'naval', 'air', 'sof'] as const) this.component(kind)
    this.type('T', { components: ['ground', 'naval', 'air', 'sof'] })
  }

  put<K extends RecordKind>(record: RecordOf<K>): Id<K> {
    this.records.set(record.id, record as unknown as AnyRecord)
    return record.id as Id<K>
  }

  component(kind: ComponentKind): Id<'component'> {
    return this.put<'component'>({ id: makeId('component', kind), ...FRESH, kind, name: { es: kind }, order: 0 })
  }

  type(local: string, fields: Fields<'mission-type'> = {}): Id<'mission-type'> {
    return this.put<'mission-type'>({
      id: idFor('mission-type', local),
      ...FRESH,
      code: local,
      name: { es: local },
      components: ['ground'],
      capabilities: [],
      duration: { optimistic: 60, likely: 60, pessimistic: 60 },
      enablers: [],
      provides: [],
      needsLegalBasis: false,
      role: null,
      builtIn: false,
      constraints: ANY_TIME,
      ...fields,
    })
  }

  /** A ground unit allocated for all time, which does not split; its designation is the local part. */
  unit(local: string, fields: Fields<'unit'> = {}): Id<'unit'> {
    return this.put<'unit'>({
      id: idFor('unit', local),
      ...FRESH,
      component: makeId('component', 'ground'),
      parent: null,
      name: local,
      designation: local,
      symbol: '10031000161211000000',
      echelon: 'battalion',
      owner: 'army',
      allocation: [{ from: 0, to: null }],
      capabilities: [],
      splittable: false,
      mobility: [],
      home: null,
      states: { location: [], readiness: [], superior: [] },
      strength: null,
      sorties: null,
      notes: '',
      ...fields,
    })
  }

  objective(local: string): Id<'objective'> {
    return this.put<'objective'>({
      id: idFor('objective', local),
      ...FRESH,
      code: local,
      name: { es: `Objetivo ${local}` },
      effects: [],
    })
  }

  /** A planned mission of type T that serves objective O; its code is the local part. */
  mission(local: string, start: number | null, likely: number, fields: Fields<'mission'> = {}): Id<'mission'> {
    if (!this.records.has(makeId('objective', 'O'))) this.objective('O')
    return this.put<'mission'>({
      id: idFor('mission', local),
      ...FRESH,
      code: local,
      title: local,
      type: makeId('mission-type', 'T'),
      task: '',
      purpose: '',
      verb: '',
      phase: null,
      places: [],
      earliest: null,
      latest: null,
      start,
      duration: { optimistic: likely, likely, pessimistic: likely },
      objectives: [makeId('objective', 'O')],
      priority: 3,
      status: 'planned',
      legalBasis: null,
      enablers: [],
      risk: '',
      notes: '',
      ...fields,
    })
  }

  assign(mission: Id<'mission'>, unit: Id<'unit'>, brings: Readonly<Record<string, number>> = {}): Id<'assignment'> {
    const id = makeId('assignment', `${mission.slice(8)}-${unit.slice(5)}`)
    return this.put<'assignment'>({ id, ...FRESH, mission, unit, part: 'supported', brings: amounts(brings) })
  }

  /** Makes the unit's part on the mission a reserve that brings nothing; assigns it where it is not on it yet. */
  hold(mission: Id<'mission'>, unit: Id<'unit'>): void {
    const assignment = this.records.get(this.assign(mission, unit))
    this.put<'assignment'>({ ...(assignment as RecordOf<'assignment'>), part: 'reserve', brings: [] })
  }

  dependency(
    predecessor: Id<'mission'>,
    successor: Id<'mission'>,
    fields: Fields<'dependency'> = {},
  ): Id<'dependency'> {
    const id = makeId('dependency', `${predecessor.slice(8)}-${successor.slice(8)}`)
    return this.put<'dependency'>({
      id,
      ...FRESH,
      predecessor,
      successor,
      kind: 'finish-start',
      lagMinutes: 0,
      ...fields,
    })
  }

  /** An organic relationship from the year 1970 on unless a test says otherwise. */
  relationship(
    local: string,
    subordinate: Id<'unit'>,
    superior: Id<'unit'>,
    fields: Fields<'relationship'> = {},
  ): Id<'relationship'> {
    const id = idFor('relationship', local)
    return this.put<'relationship'>({
      id,
      ...FRESH,
      subordinate,
      superior,
      kind: 'organic',
      from: 0,
      to: null,
      ...fields,
    })
  }

  place(local: string, fields: Fields<'place'> = {}): Id<'place'> {
    return this.put<'place'>({
      id: idFor('place', local),
      ...FRESH,
      name: local,
      kind: 'town',
      position: null,
      district: null,
      department: '',
      province: '',
      ubigeo: null,
      ...fields,
    })
  }

  legalBasis(local: string, fields: Fields<'legal-basis'> = {}): Id<'legal-basis'> {
    return this.put<'legal-basis'>({
      id: idFor('legal-basis', local),
      ...FRESH,
      kind: 'state-of-emergency',
      document: local,
      districts: [],
      from: 0,
      to: null,
      requester: '',
      approver: '',
      ...fields,
    })
  }

  /** An area of operations of the whole plan unless a test says otherwise. */
  overlay(local: string, points: readonly Position[], fields: Fields<'overlay'> = {}): Id<'overlay'> {
    return this.put<'overlay'>({
      id: idFor('overlay', local),
      ...FRESH,
      name: local,
      label2: '',
      kind: 'area-of-operations',
      symbol: null,
      echelon: 'none',
      shape: 'area',
      points: [...points],
      widths: [],
      unit: null,
      component: null,
      mission: null,
      phase: null,
      from: null,
      to: null,
      ...fields,
    })
  }

  build(): PlanDocument {
    return new PlanDocument(this.records.values(), 0)
  }
}

/** An id from what planners call a thing: what an id cannot hold becomes a hyphen. */
const idFor = <K extends RecordKind>(kind: K, local: string): Id<K> =>
  makeId(kind, local.replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-|-$/g, ''))

/** Places of a mission at one position. */
export const standing = (lon: number, lat: number): RecordOf<'mission'>['places'] => [
  { shape: 'point', points: [{ position: [lon, lat] }] },
]

/** Corners of a square, degrees. */
export const square = (west: number, south: number, size: number): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
]

/** A context whose ids count up, so that the same edits make the same plan. */
export function countingContext(): CommandContext {
  let count = 0
  return {
    newId: <K extends RecordKind>(kind: K): Id<K> => {
      count += 1
      return makeId(kind, `new-${count}`)
    },
    now: H_HOUR,
    author: 'prueba',
  }
}

/** Runs a command on a plan and gives what it changed; throws where it is refused. */
export function run(plan: PlanDocument, command: Command, context: CommandContext = countingContext()): Diff {
  const change = prepare(command, plan, context)
  if (!change.ok) throw new Error(`${command.type} refused: ${JSON.stringify(change.error)}`)
  plan.apply(change.value.diff)
  return change.value.diff
}
