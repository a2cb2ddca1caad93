import type { Relation } from './TaskingModel.ts'

/** Sweeps over all ties; each passes a bound on along a whole chain. */
const MOST_SWEEPS = 12

export interface Ends {
  readonly first: number
  readonly last: number
}

/**
 * Bounds on starts with what ties between tasks make of them: `relations[i]` are those of task `i`. Where two tasks cannot
 * both be placed, both keep their own bounds, and so does what they would pass on to others. Ties for which `isSkipped`
 * holds pass nothing on.
 */
export function tightenBounds(
  own: readonly Ends[],
  relations: readonly (readonly Relation[])[],
  isSkipped: (relation: Relation) => boolean,
): readonly Ends[] {
  const order = orderOf(relations, isSkipped)
  const isOut = own.map(({ first, last }) => !(first <= last))
  const tightened = sweep(own, relations, isSkipped, order, isOut)
  let isAnyEmpty = false
  for (const [i, { first, last }] of tightened.entries()) {
    if (first <= last || isOut[i] === true) continue
    isOut[i] = true
    isAnyEmpty = true
  }
  return isAnyEmpty ? sweep(own, relations, isSkipped, order, isOut) : tightened
}

function sweep(
  own: readonly Ends[],
  relations: readonly (readonly Relation[])[],
  isSkipped: (relation: Relation) => boolean,
  order: readonly number[],
  isOut: readonly boolean[],
): readonly Ends[] {
  const ends = own.map(({ first, last }) => ({ first, last }))
  const backwards = order.toReversed()
  for (let n = 0; n < MOST_SWEEPS; n += 1) {
    let isChanged = false
    for (const i of n % 2 === 0 ? order : backwards) {
      const end = ends[i]
      if (end === undefined || isOut[i] === true) continue
      for (const relation of relations[i] ?? []) {
        const other = ends[relation.other]
        if (other === undefined || isOut[relation.other] === true || isSkipped(relation)) continue
        const least = relation.spans[0]?.least ?? Number.NEGATIVE_INFINITY
        const most = relation.spans.at(-1)?.most ?? Number.POSITIVE_INFINITY
        if (other.first + least > end.first) {
          end.first = other.first + least
          isChanged = true
        }
        if (other.last + most < end.last) {
          end.last = other.last + most
          isChanged = true
        }
      }
    }
    if (!isChanged) break
  }
  return ends
}

/** Tasks before those that wait for them, as far as that is possible. */
function orderOf(
  relations: readonly (readonly Relation[])[],
  isSkipped: (relation: Relation) => boolean,
): readonly number[] {
  const order: number[] = []
  const at = new Int32Array(relations.length).fill(-1)
  for (let root = 0; root < relations.length; root += 1) {
    if (at[root] !== -1) continue
    at[root] = 0
    const path = [root]
    for (let i = path.at(-1); i !== undefined; i = path.at(-1)) {
      const relation = relations[i]?.[at[i]!]
      if (relation === undefined) {
        order.push(i)
        path.pop()
        continue
      }
      at[i] = at[i]! + 1
      // What this task waits for goes before it.
      const isBefore = (relation.spans[0]?.least ?? Number.NEGATIVE_INFINITY) >= 0 && !isSkipped(relation)
      if (isBefore && at[relation.other] === -1) {
        at[relation.other] = 0
        path.push(relation.other)
      }
    }
  }
  return order
}
