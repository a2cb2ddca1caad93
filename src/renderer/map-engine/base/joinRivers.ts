import type { Position } from '../../../domain/records/common.ts'
import type { River } from './BaseMap.ts'

/** A line of the data, which knows no names. */
export interface RiverLine {
  /** Its number in the data set. */
  readonly line: number
  /** 1 is the greatest. */
  readonly level: number
  readonly points: readonly Position[]
}

/** Which lines, from source to mouth, are one river. */
export interface RiverName {
  readonly name: string
  readonly rank: number
  readonly lines: readonly number[]
  /** The first line belongs to it from the point nearest here on. */
  readonly from?: Position
  /** The last line belongs to it up to the point nearest here. */
  readonly until?: Position
}

/** Named rivers as one path each, then all other lines. */
export function joinRivers(lines: readonly RiverLine[], names: readonly RiverName[]): River[] {
  const byNumber = new Map(lines.map((line) => [line.line, line]))
  const named = new Set(names.flatMap((name) => name.lines))
  return [
    ...names.map(({ name, rank, lines: numbers, from, until }): River => {
      const path: Position[] = []
      for (const [at, number] of numbers.entries()) {
        const points = byNumber.get(number)?.points
        if (points === undefined) throw new Error(`${name}: there is no line ${number}`)
        const begin = at === 0 && from !== undefined ? nearest(points, from) : 0
        const end = at === numbers.length - 1 && until !== undefined ? nearest(points, until) : points.length - 1
        path.push(...points.slice(begin, end + 1))
      }
      return { name, rank, path }
    }),
    ...lines
      .filter(({ line }) => !named.has(line))
      .map(({ level, points }): River => ({ name: null, rank: level + 1, path: points })),
  ]
}

function nearest(points: readonly Position[], [longitude, latitude]: Position): number {
  const distances = points.map(([x, y]) => Math.hypot(x - longitude, y - latitude))
  return distances.indexOf(Math.min(...distances))
}
