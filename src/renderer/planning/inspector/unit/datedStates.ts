/** A list of dated states with one put in, ascending; one of the same date gives way to it. */
export function withState<S extends { readonly from: number }>(states: readonly S[], state: S): S[] {
  return [...states.filter((s) => s.from !== state.from), state].sort((a, b) => a.from - b.from)
}

/** The list with one state on another date, or null where another one stands on it already. */
export function withStateMoved<S extends { readonly from: number }>(
  states: readonly S[],
  index: number,
  from: number,
): S[] | null {
  const state = states[index]
  if (state === undefined || states.some((s, i) => i !== index && s.from === from)) return null
  return states.with(index, { ...state, from }).sort((a, b) => a.from - b.from)
}
