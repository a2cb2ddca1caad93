import type { SymbolItem } from './Scene.ts'
import { shapeOf } from './Shape.ts'

/** Symbols that stand too close to be told apart, drawn as one. Most are of one symbol. */
export interface Cluster {
  /** The lowest rank first: the one that is drawn. */
  readonly items: readonly SymbolItem[]
  /** Middle of the symbols, metres of EPSG:3857. */
  readonly x: number
  readonly y: number
}

interface Cell {
  readonly key: string
  readonly column: number
  readonly row: number
  items: SymbolItem[]
  sumX: number
  sumY: number
  isTaken: boolean
}

/** Share of a cell's width nearer than which the middles of two neighbours make them one. */
const NEAR = 0.75

/** Width of a cell in metres for a resolution: the same over half a zoom step, so that clusters hold while one zooms. */
export const cellFor = (resolution: number, pixels: number): number =>
  pixels * 2 ** (Math.round(Math.log2(resolution) * 2) / 2)

/**
 * Groups symbols of the same cluster key by a grid that is fixed on the ground, so that panning never regroups them;
 * neighbours across an edge of the grid are put together where their middles are near. Symbols without a key, and selected
 * ones, stay alone. `cell` in metres.
 */
export function clusterSymbols(items: readonly SymbolItem[], cell: number): Cluster[] {
  const clusters: Cluster[] = []
  const grids = new Map<string, Map<string, Cell>>()
  for (const item of items) {
    const xy = shapeOf(item).paths[0] as Float64Array
    const x = xy[0] as number
    const y = xy[1] as number
    if (item.cluster === null || item.emphasis === 'selected') {
      clusters.push({ items: [item], x, y })
      continue
    }
    let grid = grids.get(item.cluster)
    if (grid === undefined) grids.set(item.cluster, (grid = new Map()))
    const column = Math.floor(x / cell)
    const row = Math.floor(y / cell)
    const key = `${column} ${row}`
    const found = grid.get(key)
    if (found === undefined) grid.set(key, { key, column, row, items: [item], sumX: x, sumY: y, isTaken: false })
    else {
      found.items.push(item)
      found.sumX += x
      found.sumY += y
    }
  }
  for (const grid of grids.values()) merge(grid, cell, clusters)
  return clusters
}

function merge(grid: ReadonlyMap<string, Cell>, cell: number, clusters: Cluster[]): void {
  const inOrder = [...grid.values()].sort(
    (a, b) => b.items.length - a.items.length || a.column - b.column || a.row - b.row,
  )
  for (const one of inOrder) {
    if (one.isTaken) continue
    one.isTaken = true
    const x = one.sumX / one.items.length
    const y = one.sumY / one.items.length
    const near = neighbours(grid, one).filter(
      ({ isTaken, sumX, sumY, items }) =>
        !isTaken && Math.hypot(sumX / items.length - x, sumY / items.length - y) < cell * NEAR,
    )
    const all = [one, ...near]
    for (const each of near) each.isTaken = true
    const items = all.flatMap((each) => each.items)
    const sum = (pick: (each: Cell) => number): number => all.reduce((total, each) => total + pick(each), 0)
    clusters.push({
      items: items.length === 1 ? items : items.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1)),
      x: sum((each) => each.sumX) / items.length,
      y: sum((each) => each.sumY) / items.length,
    })
  }
}

function neighbours(grid: ReadonlyMap<string, Cell>, { column, row }: Cell): Cell[] {
  const found: Cell[] = []
  for (let dx = -1; dx <= 1; dx++) {
    for (let dy = -1; dy <= 1; dy++) {
      const cell = dx === 0 && dy === 0 ? undefined : grid.get(`${column + dx} ${row + dy}`)
      if (cell !== undefined) found.push(cell)
    }
  }
  return found
}
