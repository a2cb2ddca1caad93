import type { ForcesRow, ForcesTree, UnitRow } from './Forces.ts'

/** The part of a tree that leads to the units that match: these and all above them, in the same order. */
export function filterTree(
  tree: ForcesTree,
  units: readonly UnitRow[],
  matches: (row: UnitRow) => boolean,
): ForcesTree & { readonly matchCount: number } {
  const kept = new Set<string>()
  let matchCount = 0
  for (const row of units) {
    if (!matches(row)) continue
    matchCount += 1
    let at: ForcesRow | null = row
    while (at !== null && !kept.has(at.id)) {
      kept.add(at.id)
      at = at.kind === 'unit' ? tree.parentOf(at) : null
    }
  }
  const children = new Map<string, readonly UnitRow[]>()
  return {
    matchCount,
    roots: tree.roots.filter((row) => kept.has(row.id)),
    childrenOf: (row) => {
      const known = children.get(row.id)
      if (known !== undefined) return known
      const list = tree.childrenOf(row).filter((child) => kept.has(child.id))
      children.set(row.id, list)
      return list
    },
    parentOf: tree.parentOf,
  }
}
