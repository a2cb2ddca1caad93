import type { RecordOf } from '../src/domain/records/catalog.ts'
import type { Position } from '../src/domain/records/common.ts'
import { type Id, makeId } from '../src/domain/records/ids.ts'
import { type Forces, FRESH } from './generateForces.ts'

const CORNERS = 60
/** Degrees around the middle of a brigade's places: all of them, and some kilometres more. */
const REACH = 0.2

/** An area of operations for the whole command, and one of sixty corners around the places of each ground brigade. */
export function generateAreas({ units, leaves, places }: Forces): RecordOf<'overlay'>[] {
  const positions = places.flatMap((p) => (p.position === null ? [] : [p.position]))
  const whole = areaOf('command', null, ringAround(positions, 5))
  const brigades = units.filter((u) => u.parent === null && u.component === makeId('component', 'ground'))
  const own = brigades.flatMap((brigade) => {
    const prefix = brigade.id.slice(0, brigade.id.lastIndexOf('-') + 1)
    const around = leaves.ground.find((leaf) => leaf.unit.id.startsWith(prefix))?.places ?? []
    const middle = around.flatMap((p) => (p.position === null ? [] : [p.position]))
    return middle.length === 0 ? [] : [areaOf(brigade.id.slice(5), brigade.id, ringAround(middle, REACH))]
  })
  return [whole, ...own]
}

function areaOf(key: string, unit: Id<'unit'> | null, points: Position[]): RecordOf<'overlay'> {
  return {
    id: makeId('overlay', `ao-${key}`),
    ...FRESH,
    name: `AO ${key}`,
    label2: '',
    kind: 'area-of-operations',
    symbol: '10032500001201000000',
    echelon: 'none',
    shape: 'area',
    points,
    widths: [],
    unit,
    component: null,
    mission: null,
    phase: null,
    from: null,
    to: null,
  }
}

/** An uneven ring about the mean of some positions. */
function ringAround(positions: readonly Position[], reach: number): Position[] {
  const mean = (axis: 0 | 1): number => positions.reduce((sum, p) => sum + p[axis], 0) / positions.length
  const round = (value: number): number => Math.round(value * 1e5) / 1e5
  return Array.from({ length: CORNERS }, (_, i) => {
    const [turn, far] = [(i / CORNERS) * 2 * Math.PI, reach * (1 + 0.1 * Math.sin(i * 7))]
    return [round(mean(0) + far * Math.cos(turn)), round(mean(1) + far * Math.sin(turn))]
  })
}
