import type { CapabilityQuantity, ComponentKind, Position } from '../src/domain/records/common.ts'
import type { RecordOf } from '../src/domain/records/catalog.ts'
import { makeId } from '../src/domain/records/ids.ts'
import type { Random } from './random.ts'

export const FRESH = { createdRevision: 0, updatedRevision: 0, notional: true } as const

const DAY_MS = 86_400_000

/** Units of one brigade: 1 + 4 + 16 + 64. Each brigade works around one group of places. */
const BLOCK = 85
/** Units that are not ready, and units that leave before the year ends. */
const WEAK_SHARE = 0.0005
const ECHELONS = [
  ['brigade', '18'],
  ['battalion', '16'],
  ['company', '15'],
  ['platoon', '14'],
] as const

interface Branch {
  readonly kind: Exclude<ComponentKind, 'partners'>
  readonly share: number
  readonly owner: RecordOf<'unit'>['owner']
  readonly entity: string
  readonly capabilities: readonly string[]
  readonly mobility: RecordOf<'unit'>['mobility']
}

const BRANCHES: readonly Branch[] = [
  {
    kind: 'ground',
    share: 0.5,
    owner: 'army',
    entity: '1211000000',
    capabilities: ['infantry-platoon', 'recon-team', 'engineer-team', 'heavy-equipment'],
    mobility: [
      { mode: 'foot', speedKmh: 4 },
      { mode: 'road', speedKmh: 25 },
    ],
  },
  {
    kind: 'naval',
    share: 0.15,
    owner: 'navy',
    entity: '1701000040',
    capabilities: ['river-boat', 'marine-platoon', 'rescue-team', 'medical-team'],
    mobility: [{ mode: 'river', speedKmh: 20 }],
  },
  {
    kind: 'air',
    share: 0.2,
    owner: 'air-force',
    entity: '1206000000',
    capabilities: ['fixed-wing', 'rotary-wing', 'surveillance'],
    mobility: [{ mode: 'rotary-wing', speedKmh: 180 }],
  },
  {
    kind: 'sof',
    share: 0.15,
    owner: 'joint',
    entity: '1217000000',
    capabilities: ['sof-team'],
    mobility: [
      { mode: 'foot', speedKmh: 4 },
      { mode: 'road', speedKmh: 25 },
    ],
  },
]

/** A unit without subordinates: the ones that missions go to. */
export interface Leaf {
  readonly kind: Branch['kind']
  /** Its place among the leaves of its component. */
  readonly index: number
  readonly unit: RecordOf<'unit'>
  readonly places: readonly RecordOf<'place'>[]
  /** Minutes from H-hour. */
  freeFrom: number
  /** The last mission it was put on. */
  last: RecordOf<'mission'> | null
}

export interface Forces {
  readonly districts: readonly RecordOf<'place'>[]
  readonly places: readonly RecordOf<'place'>[]
  readonly units: readonly RecordOf<'unit'>[]
  readonly leaves: Readonly<Record<Branch['kind'], readonly Leaf[]>>
}

/** Places in groups of ten some 20 km across, and trees of brigades over the four components. */
export function generateForces(count: number, hHour: number, random: Random): Forces {
  const { districts, groups } = generatePlaces(random)
  const units: RecordOf<'unit'>[] = []
  const leaves: Record<Branch['kind'], Leaf[]> = { ground: [], naval: [], air: [], sof: [] }
  let block = 0
  for (const [at, branch] of BRANCHES.entries()) {
    const before = BRANCHES.slice(0, at).reduce((sum, b) => sum + b.share, 0)
    const size = Math.round(count * (before + branch.share)) - Math.round(count * before)
    for (let from = 0; from < size; from += BLOCK) {
      const places = groups[block % groups.length] ?? []
      block += 1
      const brigade = generateBrigade(branch, block, Math.min(BLOCK, size - from), places, hHour, random)
      units.push(...brigade)
      const superiors = new Set(brigade.map((u) => u.parent))
      for (const unit of brigade) {
        if (superiors.has(unit.id)) continue
        const { kind } = branch
        leaves[kind].push({ kind, index: leaves[kind].length, unit, places, freeFrom: 0, last: null })
      }
    }
  }
  return { districts, places: groups.flat(), units, leaves }
}

function generatePlaces(random: Random): { districts: RecordOf<'place'>[]; groups: RecordOf<'place'>[][] } {
  const place = (key: string, kind: RecordOf<'place'>['kind'], position: Position | null): RecordOf<'place'> => ({
    id: makeId('place', key),
    ...FRESH,
    name: `Lugar ${key}`,
    kind,
    position,
    district: null,
    department: '',
    province: '',
    ubigeo: null,
  })
  const degrees = (value: number): number => Math.round(value * 1e5) / 1e5
  const districts = Array.from({ length: 50 }, (_, i) => place(`district-${i + 1}`, 'district', null))
  const groups = districts.map((district, i) => {
    const [lon, lat] = [-75 + random.unit() * 2.5, -14 + random.unit() * 3]
    return Array.from({ length: 10 }, (_, j) => {
      const position: Position = [degrees(lon + random.unit() * 0.15), degrees(lat + random.unit() * 0.15)]
      return { ...place(`p-${i + 1}-${j + 1}`, 'town', position), district: district.id }
    })
  })
  return { districts, groups }
}

function generateBrigade(
  branch: Branch,
  block: number,
  size: number,
  places: readonly RecordOf<'place'>[],
  hHour: number,
  random: Random,
): RecordOf<'unit'>[] {
  const id = (n: number) => makeId('unit', `${branch.kind}-${block}-${n}`)
  const below = Array.from({ length: size }, () => 0)
  for (let n = size - 1; n >= 0; n -= 1) {
    if (below[n] === 0) below[n] = 1
    const up = Math.floor((n - 1) / 4)
    if (n > 0) below[up] = (below[up] ?? 0) + (below[n] ?? 0)
  }
  return below.map((leavesBelow, n) => {
    const [echelon, digits] = ECHELONS[n === 0 ? 0 : n < 5 ? 1 : n < 21 ? 2 : 3] ?? ECHELONS[3]
    const parent = n === 0 ? null : id(Math.floor((n - 1) / 4))
    const quantity = 4 * leavesBelow
    const at = () => ({ place: random.pick(places).id })
    const home = at()
    const isWeak = random.unit() < WEAK_SHARE
    const months = (...list: number[]) => list.map((m) => hHour + m * 30 * DAY_MS)
    return {
      id: id(n),
      ...FRESH,
      component: makeId('component', branch.kind),
      parent,
      name: `Unidad ${branch.kind} ${block}-${n}`,
      designation: `${branch.kind.slice(0, 2).toUpperCase()} ${block}-${n}`,
      symbol: `10031000${digits}${branch.entity}`,
      echelon,
      owner: branch.owner,
      allocation: [{ from: hHour - 60 * DAY_MS, to: hHour + (random.unit() < WEAK_SHARE ? 330 : 420) * DAY_MS }],
      capabilities: branch.capabilities.map((capability): CapabilityQuantity => ({ capability, quantity })),
      splittable: branch.kind === 'air',
      mobility: branch.mobility,
      home,
      states: {
        location: months(-2, 2, 5, 9).map((from, i) => ({ from, at: i === 0 ? home : at() })),
        readiness: months(-2, 4, 8).map((from) => ({ from, percent: isWeak ? 60 : random.whole(75, 98) })),
        superior: months(6).map((from) => ({ from, unit: parent })),
      },
      strength: random.whole(20, 40) * leavesBelow,
      sorties: null,
      notes: '',
    }
  })
}
