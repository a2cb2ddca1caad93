import type { Random } from '../Random.ts'
import type { RiskModel } from './RiskModel.ts'

/**
 * How bad each month of each season turns out, run by run: from 0 to 1, evenly, and from one month to the next alike in
 * so far as the correlation says (a normal first-order autoregression, seen through its distribution function).
 */
export class SeasonDraws {
  readonly #model: RiskModel
  readonly #draws: Random
  readonly #size: number
  readonly #factors: readonly Float64Array[]
  /** Mean severity of each season in each run, at season × size + run; what the tornado looks at. */
  readonly severity: Float64Array

  constructor(model: RiskModel, draws: Random, size: number) {
    this.#model = model
    this.#draws = draws
    this.#size = size
    this.#factors = model.seasons.map(() => new Float64Array(Math.max(1, model.months.length) * size).fill(1))
    this.severity = new Float64Array(model.seasons.length * size)
  }

  /** By how much work that begins in a month is stretched, at place of the month × size + run. */
  factors(season: number): Float64Array {
    const factors = this.#factors[season]
    if (factors === undefined) throw new Error(`no season ${season}`)
    return factors
  }

  draw(): void {
    const { months, seasons, seasonCorrelation: rho } = this.#model
    const size = this.#size
    const fresh = Math.sqrt(Math.max(0, 1 - rho * rho))
    this.severity.fill(0)
    for (const [s, season] of seasons.entries()) {
      const factors = this.factors(s)
      const bad = months.filter((m) => season.months.includes(m.month)).length
      for (let r = 0; r < size; r += 1) {
        let z = 0
        let sum = 0
        for (const [m, { month }] of months.entries()) {
          z = m === 0 ? this.#normal() : rho * z + fresh * this.#normal()
          if (!season.months.includes(month)) continue
          const severity = normalShare(z)
          sum += severity
          factors[m * size + r] = 1 + season.stretch * severity
        }
        this.severity[s * size + r] = bad === 0 ? 0 : sum / bad
      }
    }
  }

  /** Box and Muller. */
  #normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.#draws.unit())) * Math.cos(2 * Math.PI * this.#draws.unit())
  }
}

/** The normal distribution function, to 1e-7 (Abramowitz and Stegun 26.2.17). */
function normalShare(z: number): number {
  const t = 1 / (1 + 0.231_641_9 * Math.abs(z))
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
  const tail =
    density * t * (0.319_381_53 + t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))))
  return z >= 0 ? 1 - tail : tail
}
