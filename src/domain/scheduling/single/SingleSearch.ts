import { CrowdedSearch } from '../CrowdedSearch.ts'
import type { Network } from '../Network.ts'
import type { Pace } from '../Pace.ts'
import type { Service } from '../Problem.ts'
import type { Random } from '../Random.ts'
import type { Search } from '../Search.ts'
import { AnnealingSearch } from './AnnealingSearch.ts'
import type { SingleModel } from './SingleModel.ts'
import { SinglePass } from './SinglePass.ts'

/** Members of the genetic search, and its share of the budget: it finds the region, annealing settles the last units. */
const MEMBERS = 60
const GENETIC_SHARE = 0.25
/** Schedules of a first short round of annealing, which tells how many fit into the rest. */
const PROBE = 20_000

/** For problems in which each activity takes one capable unit. */
export class SingleSearch implements Search {
  readonly #pass: SinglePass
  readonly #genetic: CrowdedSearch
  readonly #annealing: AnnealingSearch
  readonly #pace: Pace

  constructor(network: Network, model: SingleModel, random: Random, pace: Pace) {
    this.#pass = new SinglePass(network, model, random)
    this.#genetic = new CrowdedSearch(network, this.#pass, random, () => MEMBERS)
    this.#pace = pace
    let begun = -1
    this.#annealing = new AnnealingSearch(network, model, random, () => {
      const share = pace.share()
      if (begun < 0) {
        begun = share
        return Math.min(PROBE, pace.left())
      }
      const perShare = this.#annealing.schedules / Math.max(1e-6, share - begun)
      return Math.min(pace.left(), perShare * (1 - share))
    })
  }

  get schedules(): number {
    return this.#pass.passes + this.#annealing.schedules
  }

  get cost(): number {
    return Math.min(this.#genetic.cost, this.#annealing.cost)
  }

  get starts(): Int32Array {
    return this.#isAnnealed ? this.#annealing.starts : this.#genetic.starts
  }

  services(): Service[] {
    return this.#isAnnealed ? this.#annealing.services() : this.#pass.services()
  }

  *steps(): Generator<undefined, void> {
    for (const _ of this.#genetic.steps()) {
      yield
      if (this.#pace.share() >= GENETIC_SHARE) break
    }
    this.#annealing.adopt(this.#genetic.starts, this.#pass.units)
    yield* this.#annealing.steps()
  }

  get #isAnnealed(): boolean {
    return this.#annealing.cost <= this.#genetic.cost
  }
}
