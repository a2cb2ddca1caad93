import type { Position } from '../records/common.ts'

/** The position after a share (0 to 1) of the straight line between two, the short way around the Earth. */
export function between(from: Position, to: Position, share: number): Position {
  const turn = to[0] - from[0] - Math.round((to[0] - from[0]) / 360) * 360
  return [westToEast(from[0] + turn * share), from[1] + (to[1] - from[1]) * share]
}

/** A longitude of one turn over the date line at most, back between −180 and 180. */
export function westToEast(lon: number): number {
  return lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon
}
