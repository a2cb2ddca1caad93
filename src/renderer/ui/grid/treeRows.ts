import { type GridRows, gridRowsOf, type RowShape } from './GridRows.ts'

interface Tree<N> {
  roots: readonly N[]
  childrenOf: (node: N) => readonly N[]
  idOf: (node: N) => string
  isExpanded: (id: string) => boolean
}

/** The rows of a tree that are in sight: each node before its children, those of closed nodes left out. */
export function treeRows<N>({ roots, childrenOf, idOf, isExpanded }: Tree<N>): GridRows<N> {
  const nodes: N[] = []
  const shapes: RowShape[] = []
  const walk = (siblings: readonly N[], level: number) => {
    for (const [index, node] of siblings.entries()) {
      const children = childrenOf(node)
      const isOpen = children.length > 0 && isExpanded(idOf(node))
      nodes.push(node)
      shapes.push({
        kind: 'row',
        level,
        setSize: siblings.length,
        position: index + 1,
        isExpanded: children.length > 0 ? isOpen : undefined,
      })
      if (isOpen) walk(children, level + 1)
    }
  }
  walk(roots, 1)
  return gridRowsOf(nodes, idOf, (_node, index) => {
    const shape = shapes[index]
    if (shape === undefined) throw new RangeError(`no row ${index} of ${shapes.length}`)
    return shape
  })
}
