import type { Position } from '../../../domain/records/common.ts'
import { toMercator } from '../mercator.ts'
import { type Shape, shapeOfPaths } from '../Shape.ts'
import type { Airfield, BaseMap, Department, River, Town } from './BaseMap.ts'
import { innermostPoint } from './innermostPoint.ts'

/** Metres. */
const COARSE = 4_000

interface PlacedOnGround {
  /** Metres of EPSG:3857. */
  readonly x: number
  readonly y: number
}

export interface DepartmentShape extends PlacedOnGround {
  readonly department: Department
  readonly shape: Shape
  /** Radius of the largest circle that fits in around the point, metres. */
  readonly room: number
}

export interface RiverShape {
  readonly river: River
  readonly shape: Shape
}

export type TownShape = Town & PlacedOnGround
export type AirfieldShape = Airfield & PlacedOnGround

/** The base map ready to be drawn. */
export interface GroundShapes {
  readonly departments: readonly DepartmentShape[]
  /** Every border once, however many departments share it. */
  readonly borders: Shape
  /** The greatest last, so that it lies above what flows into it. */
  readonly rivers: readonly RiverShape[]
  /** The most populous first; unknown last. */
  readonly towns: readonly TownShape[]
  readonly airfields: readonly AirfieldShape[]
}

/** In small steps: yields between them, so that the window stays awake. */
export function* prepareGround(base: BaseMap): Generator<void, GroundShapes> {
  const departments: DepartmentShape[] = []
  for (const department of base.departments) {
    const shape = shapeOfPaths(department.polygons.flat())
    departments.push({ department, shape, ...innermostPoint(coarsely(shape)) })
    yield
  }
  const borders = shapeOfPaths(sharedOnce(base.departments))
  yield
  const rivers: RiverShape[] = []
  for (const river of base.rivers.toSorted((a, b) => b.rank - a.rank)) {
    rivers.push({ river, shape: shapeOfPaths([river.path]) })
    if (river.name !== null) yield
  }
  const placed = <T extends { readonly at: Position }>(one: T): T & PlacedOnGround => {
    const [x, y] = toMercator(one.at)
    return { ...one, x, y }
  }
  const towns = base.towns.map(placed).sort((a, b) => (b.population ?? -1) - (a.population ?? -1))
  return { departments, borders, rivers, towns, airfields: base.airfields.map(placed) }
}

/** Rings without the vertices that matter to less than some kilometres: a name needs no finer ones. */
const coarsely = ({ paths, significances }: Shape): Float64Array[] =>
  paths.map((path, at) => {
    const significance = significances[at] ?? null
    if (significance === null) return path
    return path.filter((_, i) => (significance[i >> 1] as number) > COARSE)
  })

/** Borders as paths in which no edge stands twice. */
function sharedOnce(departments: readonly Department[]): Position[][] {
  const seen = new Set<string>()
  const paths: Position[][] = []
  for (const ring of departments.flatMap((department) => department.polygons.flat())) {
    let path: Position[] = []
    for (let i = 1; i < ring.length; i++) {
      const [from, to] = [ring[i - 1] as Position, ring[i] as Position]
      const ends = [String(from), String(to)].sort()
      const key = ends.join(' ')
      if (seen.has(key)) {
        if (path.length > 1) paths.push(path)
        path = []
        continue
      }
      seen.add(key)
      if (path.length === 0) path.push(from)
      path.push(to)
    }
    if (path.length > 1) paths.push(path)
  }
  return paths
}
