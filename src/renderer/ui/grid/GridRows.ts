/** How a row stands among the others. Levels and positions count from 1. */
export interface RowShape {
  /** A `group` heads the rows after it, spans all columns and is never selected. */
  kind: 'row' | 'group'
  level: number
  setSize: number
  position: number
  /** `undefined` where there is nothing to expand. */
  isExpanded: boolean | undefined
}

/** The rows to show, in order, asked for one at a time so that 50,000 cost no more than those in sight. */
export interface GridRows<R> {
  readonly count: number
  rowAt(index: number): R
  idAt(index: number): string
  /** −1 for a row that is not shown. */
  indexOf(id: string): number
  /** `undefined` where all rows are alike. */
  shapeAt: ((index: number) => RowShape) | undefined
}

/** Rows of a list. `idOf` must differ from row to row; `shapeOf` tells of groups, where there are any. */
export function gridRowsOf<R>(
  list: readonly R[],
  idOf: (row: R) => string,
  shapeOf?: (row: R, index: number) => RowShape,
): GridRows<R> {
  let indexes: Map<string, number> | null = null
  const rowAt = (index: number): R => {
    const row = list[index]
    if (row === undefined) throw new RangeError(`no row ${index} of ${list.length}`)
    return row
  }
  return {
    count: list.length,
    rowAt,
    idAt: (index) => idOf(rowAt(index)),
    indexOf: (id) => {
      if (indexes === null) {
        indexes = new Map()
        for (const [index, row] of list.entries()) indexes.set(idOf(row), index)
      }
      return indexes.get(id) ?? -1
    },
    shapeAt: shapeOf === undefined ? undefined : (index) => shapeOf(rowAt(index), index),
  }
}
