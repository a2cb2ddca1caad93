/**
 * For each vertex, the coarseness up to which it is needed (Douglas and Peucker): at a resolution of r metres per pixel
 * the path without the vertices below r is off by a pixel at most. Ends are always needed. Never more for a vertex than
 * for the one that parted its stretch, so that any threshold gives a path that nests in finer ones.
 */
export function significanceOf(xy: Float64Array): Float32Array {
  const count = xy.length / 2
  const significance = new Float32Array(count)
  if (count === 0) return significance
  significance[0] = Infinity
  significance[count - 1] = Infinity
  const stack: [number, number, number][] = [[0, count - 1, Infinity]]
  for (let stretch = stack.pop(); stretch !== undefined; stretch = stack.pop()) {
    const [first, last, most] = stretch
    if (last - first < 2) continue
    const [at, distance] = farthest(xy, first, last)
    const needed = Math.min(most, distance)
    significance[at] = needed
    stack.push([first, at, needed], [at, last, needed])
  }
  return significance
}

function farthest(xy: Float64Array, first: number, last: number): [number, number] {
  const ax = xy[2 * first] as number
  const ay = xy[2 * first + 1] as number
  const dx = (xy[2 * last] as number) - ax
  const dy = (xy[2 * last + 1] as number) - ay
  const length = dx * dx + dy * dy
  let most = -1
  let at = first + 1
  for (let i = first + 1; i < last; i++) {
    const px = (xy[2 * i] as number) - ax
    const py = (xy[2 * i + 1] as number) - ay
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length))
    const distance = (px - along * dx) ** 2 + (py - along * dy) ** 2
    if (distance > most) {
      most = distance
      at = i
    }
  }
  return [at, Math.sqrt(most)]
}
