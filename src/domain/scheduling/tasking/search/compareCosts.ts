/** Costs in the order of their weight, the first before all others; below 0 where `a` is the better. */
export function compareCosts(a: ArrayLike<number>, b: ArrayLike<number>): number {
  for (let i = 0; i < a.length; i += 1) {
    const difference = a[i]! - b[i]!
    if (difference !== 0) return difference
  }
  return 0
}
