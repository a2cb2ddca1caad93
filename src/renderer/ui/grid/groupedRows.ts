import { type GridRows, gridRowsOf, type RowShape } from './GridRows.ts'

interface Group<R> {
  /** The row that heads the group. */
  readonly head: R
  readonly members: readonly R[]
  readonly isExpanded: boolean
}

/** Rows under the heads of their groups, those of closed groups left out. To be shown as a tree of two levels. */
export function groupedRows<R>(groups: readonly Group<R>[], idOf: (row: R) => string): GridRows<R> {
  const rows: R[] = []
  /** For each row its group's place, and its own among the members; −1 for the head. */
  const places: { readonly group: number; readonly member: number }[] = []
  for (const [group, { head, members, isExpanded }] of groups.entries()) {
    rows.push(head)
    places.push({ group, member: -1 })
    if (!isExpanded) continue
    for (const [member, row] of members.entries()) {
      rows.push(row)
      places.push({ group, member })
    }
  }
  return gridRowsOf(rows, idOf, (_row, index): RowShape => {
    const place = places[index]
    const group = place === undefined ? undefined : groups[place.group]
    if (place === undefined || group === undefined) throw new RangeError(`no row ${index} of ${rows.length}`)
    return place.member < 0
      ? { kind: 'group', level: 1, setSize: groups.length, position: place.group + 1, isExpanded: group.isExpanded }
      : {
          kind: 'row',
          level: 2,
          setSize: group.members.length,
          position: place.member + 1,
          isExpanded: undefined,
        }
  })
}
