import type { Outline } from './Drawing.ts'

const TOKENS = /([a-zA-Z])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)/g

/** Numbers that each command takes. */
const TAKES: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 }

/** The `d` of an SVG path as straight lines and cubic curves. What cannot be read ends the path, as SVG says. */
export function svgPath(d: string): Outline {
  const pen = new PathPen()
  let command = ''
  let numbers: number[] = []
  const tokens = [...d.matchAll(TOKENS)]
  for (let i = 0; i < tokens.length; i++) {
    const [, letter, number] = tokens[i] ?? []
    if (letter !== undefined) {
      command = letter
      numbers = []
      if (TAKES[letter.toUpperCase()] === undefined) break
      if (letter.toUpperCase() === 'Z') pen.close()
      continue
    }
    numbers.push(Number(number))
    if (numbers.length === TAKES[command.toUpperCase()]) {
      pen.draw(command, numbers)
      numbers = []
      // Further pairs after a move are lines.
      if (command === 'M') command = 'L'
      if (command === 'm') command = 'l'
    }
  }
  return pen.outline()
}

class PathPen {
  #ops = ''
  readonly #xy: number[] = []
  #x = 0
  #y = 0
  #startX = 0
  #startY = 0
  /** Second handle of the last curve, for those that go on smoothly. */
  #cubic: readonly [number, number] | null = null
  #quadratic: readonly [number, number] | null = null

  outline(): Outline {
    return { ops: this.#ops, xy: this.#xy }
  }

  close(): void {
    this.#ops += 'Z'
    this.#x = this.#startX
    this.#y = this.#startY
    this.#cubic = null
    this.#quadratic = null
  }

  draw(command: string, n: readonly number[]): void {
    const isRelative = command === command.toLowerCase()
    const dx = isRelative ? this.#x : 0
    const dy = isRelative ? this.#y : 0
    const x = (i: number): number => (n[i] ?? 0) + dx
    const y = (i: number): number => (n[i] ?? 0) + dy
    const cubic = this.#cubic
    const quadratic = this.#quadratic
    this.#cubic = null
    this.#quadratic = null
    switch (command.toUpperCase()) {
      case 'M':
        this.#add('M', x(0), y(1))
        this.#startX = this.#x
        this.#startY = this.#y
        return
      case 'L':
        return this.#add('L', x(0), y(1))
      case 'H':
        return this.#add('L', x(0), this.#y)
      case 'V':
        return this.#add('L', this.#x, y(0))
      case 'C':
        return this.#curve(x(0), y(1), x(2), y(3), x(4), y(5))
      case 'S': {
        const [hx, hy] = this.#mirrored(cubic)
        return this.#curve(hx, hy, x(0), y(1), x(2), y(3))
      }
      case 'Q':
        return this.#bend(x(0), y(1), x(2), y(3))
      case 'T': {
        const [hx, hy] = this.#mirrored(quadratic)
        return this.#bend(hx, hy, x(0), y(1))
      }
      case 'A':
        return this.#arc(n[0] ?? 0, n[1] ?? 0, n[2] ?? 0, n[3] === 1, n[4] === 1, x(5), y(6))
    }
  }

  #mirrored(handle: readonly [number, number] | null): readonly [number, number] {
    return handle === null ? [this.#x, this.#y] : [2 * this.#x - handle[0], 2 * this.#y - handle[1]]
  }

  #add(op: 'M' | 'L', x: number, y: number): void {
    this.#ops += op
    this.#xy.push(x, y)
    this.#x = x
    this.#y = y
  }

  #curve(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.#ops += 'C'
    this.#xy.push(x1, y1, x2, y2, x, y)
    this.#cubic = [x2, y2]
    this.#x = x
    this.#y = y
  }

  #bend(hx: number, hy: number, x: number, y: number): void {
    const third = (from: number, to: number): number => from + (2 / 3) * (to - from)
    this.#curve(third(this.#x, hx), third(this.#y, hy), third(x, hx), third(y, hy), x, y)
    this.#cubic = null
    this.#quadratic = [hx, hy]
  }

  /** Ends to centre as in SVG 1.1, appendix F.6.5, then a cubic for each quarter at most. */
  #arc(
    radiusX: number,
    radiusY: number,
    tilt: number,
    isLarge: boolean,
    isClockwise: boolean,
    x: number,
    y: number,
  ): void {
    let rx = Math.abs(radiusX)
    let ry = Math.abs(radiusY)
    if (rx === 0 || ry === 0 || (x === this.#x && y === this.#y)) return this.#add('L', x, y)
    const cos = Math.cos((tilt * Math.PI) / 180)
    const sin = Math.sin((tilt * Math.PI) / 180)
    const halfX = (this.#x - x) / 2
    const halfY = (this.#y - y) / 2
    const px = cos * halfX + sin * halfY
    const py = cos * halfY - sin * halfX
    const grow = Math.max(1, Math.hypot(px / rx, py / ry))
    rx *= grow
    ry *= grow
    const spread = (px / rx) ** 2 + (py / ry) ** 2
    const far = Math.sqrt(Math.max(0, 1 / spread - 1)) * (isLarge === isClockwise ? -1 : 1)
    const cx = (far * rx * py) / ry
    const cy = (-far * ry * px) / rx
    const middleX = cos * cx - sin * cy + (this.#x + x) / 2
    const middleY = sin * cx + cos * cy + (this.#y + y) / 2
    const start = Math.atan2((py - cy) / ry, (px - cx) / rx)
    let turn = Math.atan2((-py - cy) / ry, (-px - cx) / rx) - start
    if (isClockwise && turn < 0) turn += 2 * Math.PI
    if (!isClockwise && turn > 0) turn -= 2 * Math.PI
    const parts = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9))
    const step = turn / parts
    const handle = (4 / 3) * Math.tan(step / 4)
    const on = (u: number, v: number): readonly [number, number] => [
      middleX + cos * rx * u - sin * ry * v,
      middleY + sin * rx * u + cos * ry * v,
    ]
    for (let i = 0; i < parts; i++) {
      const a = start + i * step
      const b = a + step
      const [x1, y1] = on(Math.cos(a) - handle * Math.sin(a), Math.sin(a) + handle * Math.cos(a))
      const [x2, y2] = on(Math.cos(b) + handle * Math.sin(b), Math.sin(b) - handle * Math.cos(b))
      const [endX, endY] = i === parts - 1 ? [x, y] : on(Math.cos(b), Math.sin(b))
      this.#curve(x1, y1, x2, y2, endX, endY)
    }
    this.#cubic = null
  }
}
