interface Resizing {
  /** Pixels, as are min and max. */
  size: number
  min: number
  max: number
  axis: 'x' | 'y'
  /** −1 where the sized side lies after the handle, so that the handle follows the arrow. */
  sign: 1 | -1
}

const STEP = 16

/** The size after a key on a handle, or `null` for a key that does nothing there. */
export function resizeByKey(key: string, { size, min, max, axis, sign }: Resizing): number | null {
  const clamp = (value: number) => Math.min(max, Math.max(min, value))
  switch (key) {
    case axis === 'x' ? 'ArrowLeft' : 'ArrowUp':
      return clamp(size - sign * STEP)
    case axis === 'x' ? 'ArrowRight' : 'ArrowDown':
      return clamp(size + sign * STEP)
    case 'Home':
      return min
    case 'End':
      return max
    default:
      return null
  }
}
