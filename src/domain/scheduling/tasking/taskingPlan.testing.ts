import type { PlanDocument } from '../../plan/PlanDocument.ts'
import { ENABLER_KINDS, type Position } from '../../records/common.ts'
import { DEPENDENCY_KINDS } from '../../records/dependency.ts'
import { type Id, makeId } from '../../records/ids.ts'
import type { Unit } from '../../records/unit.ts'
import { amounts, ANY_TIME, at, PlanBuilder, square, standing } from '../../testing/planBuilder.testing.ts'
import { DAY } from '../../time/planTime.ts'
import { Random } from '../Random.ts'

const KINDS = ['ground', 'naval', 'air', 'sof'] as const
const CAPABILITIES = ['infantry', 'helicopter', 'boat', 'medic']

/**
 * A plan of a fortnight in which most missions can be placed and everything happens: superiors and subordinates, units that
 * split, sorties, supplies, ways, areas, commands, bases, light, enablers of every kind. The same seed gives the same plan.
 */
export function taskingPlan(seed: number, missions = 14, units = 9): PlanDocument {
  return new Writer(seed, missions, units).write()
}

class Writer {
  readonly #random: Random
  readonly #missions: number
  readonly #units: number
  readonly #b: PlanBuilder

  constructor(seed: number, missions: number, units: number) {
    this.#random = new Random(seed)
    this.#missions = missions
    this.#units = units
    const recovery = this.#pick([0, 30, 120])
    const parameters = [{ key: 'recovery-minutes', value: recovery, unit: 'min', source: 'prueba' }]
    if (this.#is(0.3)) parameters.push({ key: 'resupply-hours', value: 6, unit: 'h', source: 'prueba' })
    this.#b = new PlanBuilder({
      parameters,
      horizon: { from: 0, to: 14 * DAY },
      phases: [
        { key: 'F1', name: { es: 'Uno' }, from: 0, to: 6 * DAY },
        { key: 'F2', name: { es: 'Dos' }, from: 5 * DAY, to: 14 * DAY },
      ],
    })
  }

  write(): PlanDocument {
    this.#writeCatalogue()
    for (let i = 0; i < this.#units; i += 1) this.#writeUnit(i)
    for (let i = 0; i < this.#missions; i += 1) this.#writeMission(i)
    const count = this.#random.below(this.#missions)
    for (let i = 0; i < count; i += 1) {
      const [from, to] = [this.#random.below(this.#missions), this.#random.below(this.#missions)]
      const [first, second] = this.#is(0.9) ? [Math.min(from, to), Math.max(from, to)] : [from, to]
      const lagMinutes = this.#pick([0, 0, 60, -60, 600])
      this.#b.dependency(missionId(first), missionId(second), { kind: this.#pick(DEPENDENCY_KINDS), lagMinutes })
    }
    if (this.#is(0.4)) this.#writeCommands()
    if (this.#is(0.4)) this.#writeAreas()
    return this.#b.build()
  }

  #is(share: number): boolean {
    return this.#random.unit() < share
  }

  #pick<T>(list: readonly T[]): T {
    return list[this.#random.below(list.length)]!
  }

  #time(): number {
    return this.#random.below(14 * 24) * 60
  }

  #position(): Position {
    return [-74 + this.#random.below(10) / 10, -12 - this.#random.below(10) / 10]
  }

  #brings(): Record<string, number> {
    const list: Record<string, number> = { [this.#pick(CAPABILITIES)]: 1 + this.#random.below(4) }
    if (this.#is(0.5)) list[this.#pick(CAPABILITIES)] = 1 + this.#random.below(4)
    return list
  }

  #writeCatalogue(): void {
    const b = this.#b
    b.objective('O')
    const district = b.place('D1', { kind: 'district' })
    b.place('L1', { position: [-73.9, -12.1], district })
    b.legalBasis('B1', { from: at(0), to: at(5 * DAY) })
    b.legalBasis('B2', { districts: [district], from: at(3 * DAY), to: at(20 * DAY) })
    b.legalBasis('B3', { from: at(8 * DAY), to: at(20 * DAY) })
    for (let i = 0; i < 5; i += 1) {
      b.type(`T${i}`, {
        components: this.#is(0.5) ? [...KINDS] : [this.#pick(KINDS), this.#pick(KINDS)],
        capabilities: this.#is(0.85) ? amounts(this.#brings()) : [],
        enablers: i === 4 || this.#is(0.3) ? [this.#pick(ENABLER_KINDS)] : [],
        provides: [...ENABLER_KINDS],
        needsLegalBasis: this.#is(0.25),
        constraints: {
          ...ANY_TIME,
          light: this.#is(0.2) ? this.#pick(['day', 'night'] as const) : 'any',
          minIlluminationPercent: this.#is(0.05) ? 30 : null,
          avoids: this.#is(0.05) ? ['low-water'] : [],
          months: this.#is(0.05) ? [2] : null,
        },
      })
    }
  }

  #writeUnit(i: number): void {
    const states: Unit['states'] = { location: [], readiness: [], superior: [] }
    if (this.#is(0.3)) states.location.push({ from: at(-DAY), at: { position: this.#position() } })
    if (this.#is(0.1)) states.location.push({ from: at(this.#time()), at: { place: makeId('place', 'L1') } })
    if (this.#is(0.2)) {
      const from = this.#time()
      states.readiness.push({ from: at(-DAY), percent: 90 })
      states.readiness.push({ from: at(from + 1), percent: 60 }, { from: at(from + DAY), percent: 80 })
    }
    const other = (): Id<'unit'> => unitId(this.#random.below(this.#units))
    if (this.#is(0.15)) states.superior.push({ from: at(this.#time()), unit: this.#is(0.3) ? null : other() })
    const from = this.#time()
    this.#b.unit(`U-${i}`, {
      component: makeId('component', this.#pick(KINDS)),
      parent: this.#is(0.4) ? other() : null,
      capabilities: amounts({ ...this.#brings(), ...this.#brings() }),
      splittable: this.#is(0.4),
      mobility: this.#is(0.2)
        ? []
        : [{ mode: this.#pick(['road', 'foot', 'rotary-wing'] as const), speedKmh: this.#pick([4, 25, 120]) }],
      allocation: this.#is(0.8)
        ? [{ from: 0, to: null }]
        : [
            { from: at(0), to: at(from) },
            { from: at(from + this.#random.below(2) * DAY), to: at(20 * DAY) },
          ].filter((p) => p.from < p.to),
      states,
      ...(this.#is(0.2) ? { supplyDays: this.#pick([0.2, 0.5, 1]) } : {}),
      sorties: this.#is(0.2)
        ? { vehicles: 1 + this.#random.below(5), availablePercent: 100, turnsPerDay: this.#pick([1, 2]) }
        : null,
    })
  }

  #writeMission(i: number): void {
    const minutes = this.#pick([30, 60, 240, 600, DAY, 1_500, 3 * DAY])
    const start = this.#is(0.7) ? this.#time() : null
    const id = this.#b.mission(`M-${i}`, start, minutes, {
      type: makeId('mission-type', `T${this.#random.below(5)}`),
      places: this.#is(0.2)
        ? []
        : this.#is(0.15)
          ? [{ shape: 'point', points: [{ place: makeId('place', 'L1') }] }]
          : this.#is(0.15)
            ? [{ shape: 'line', points: [{ position: this.#position() }, { position: this.#position() }] }]
            : standing(...this.#position()),
      phase: this.#is(0.2) ? this.#pick(['F1', 'F2']) : null,
      earliest: this.#is(0.2) ? this.#time() : null,
      latest: this.#is(0.2) ? this.#time() + 4 * DAY : null,
      legalBasis: this.#is(0.5) ? makeId('legal-basis', 'B1') : null,
      priority: this.#pick([1, 2, 3, 4, 5] as const),
      enablers: this.#is(0.7) ? ENABLER_KINDS.flatMap((kind) => this.#ties(kind)).slice(0, 50) : [],
    })
    if (this.#is(0.3)) return
    const unit = unitId(this.#random.below(this.#units))
    this.#b.assign(id, unit, this.#brings())
    if (this.#is(0.2)) this.#b.hold(id, unit)
    if (this.#is(0.2)) this.#b.assign(id, unitId(this.#random.below(this.#units)), {})
  }

  #ties(kind: (typeof ENABLER_KINDS)[number]): { kind: typeof kind; mission: Id<'mission'> }[] {
    const count = this.#pick([0, 1, 1, 2])
    return Array.from({ length: count }, () => ({ kind, mission: missionId(this.#random.below(this.#missions)) }))
  }

  #writeCommands(): void {
    for (let i = 0; i < 3; i += 1) {
      const from = this.#time() - 5 * DAY
      this.#b.relationship(`R-${i}`, unitId(this.#random.below(this.#units)), unitId(this.#random.below(this.#units)), {
        kind: this.#pick(['organic', 'opcon', 'direct-support'] as const),
        from: at(from),
        to: this.#is(0.5) ? null : at(from + 6 * DAY),
      })
    }
  }

  #writeAreas(): void {
    for (let i = 0; i < 3; i += 1) {
      this.#b.overlay(`V-${i}`, square(-74, -13, this.#pick([0.5, 1])), {
        kind: this.#is(0.7) ? 'area-of-operations' : 'area-of-coordination',
        unit: this.#is(0.5) ? unitId(this.#random.below(this.#units)) : null,
        mission: this.#is(0.2) ? missionId(this.#random.below(this.#missions)) : null,
        from: this.#is(0.4) ? this.#time() : null,
        to: this.#is(0.4) ? this.#time() + 3 * DAY : null,
      })
    }
  }
}

const missionId = (n: number) => makeId('mission', `M-${n}`)
const unitId = (n: number) => makeId('unit', `U-${n}`)
