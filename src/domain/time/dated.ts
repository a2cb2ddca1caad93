/** The state that holds at an instant among states ascending by `from`; undefined before the first. */
export function stateAt<S extends { readonly from: number }>(states: readonly S[], instant: number): S | undefined {
  let low = 0
  let high = states.length
  while (low < high) {
    const middle = (low + high) >> 1
    const from = states[middle]?.from ?? Number.POSITIVE_INFINITY
    if (from <= instant) low = middle + 1
    else high = middle
  }
  return states[low - 1]
}
