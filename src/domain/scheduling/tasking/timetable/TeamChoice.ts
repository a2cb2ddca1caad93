import type { CapabilityQuantity } from '../../../records/common.ts'
import type { Member } from '../model/TaskingModel.ts'

/** Leaders tried with supporters chosen to go with each. */
const MOST_LEADERS = 8

/** Units that are free for a task at a start; arrays are filled from 0 to `count`. */
export interface FreeUnits {
  count: number
  /** Places in the model's list. */
  readonly unit: number[]
  readonly price: number[]
  /** How many units go when it goes: itself, and all below it where it does not split. */
  readonly size: number[]
  readonly mayLead: boolean[]
  readonly maySupport: boolean[]
  /** Row by row, what each can bring of each need. */
  readonly amount: number[]
}

/** Whether a unit may serve under the leader at a place of the list; leaders of their own are always asked about too. */
export type MayServe = (member: number, leader: number) => boolean

/** Chooses teams that cover needs: those for which the fewest units go, and of these the cheapest. */
export class TeamChoice {
  readonly #open: number[] = []
  readonly #team: number[] = []
  readonly #best: number[] = []

  /** Null where no team was found. */
  choose(
    needs: readonly CapabilityQuantity[],
    needsLeader: boolean,
    free: FreeUnits,
    mayServe: MayServe | null,
  ): readonly Member[] | null {
    if (needs.length === 0 && !needsLeader) return []
    const single = this.#single(needs, needsLeader, free)
    const alone = (): readonly Member[] => this.#membersOf([single], needs, needsLeader, free)
    if (single >= 0 && free.size[single]! < 2) return alone()
    if (needs.length === 0 || !isEnough(needs, free)) return single < 0 ? null : alone()
    this.#best.length = 0
    let bestPrice = single < 0 ? Number.POSITIVE_INFINITY : free.price[single]!
    let bestSize = single < 0 ? Number.POSITIVE_INFINITY : free.size[single]!
    const leaders = needsLeader ? leadersByUse(needs, free) : [-1]
    // Where a leader decides who may serve, each has to be asked.
    const most = mayServe === null ? MOST_LEADERS : leaders.length
    for (const leader of leaders.slice(0, most)) {
      const price = this.#gather(leader, needs, free, mayServe)
      if (!Number.isFinite(price)) continue
      const size = this.#team.reduce((sum, i) => sum + free.size[i]!, 0)
      if (size > bestSize || (size === bestSize && price >= bestPrice)) continue
      bestSize = size
      bestPrice = price
      this.#best.splice(0, this.#best.length, ...this.#team)
    }
    if (this.#best.length > 0) return this.#membersOf(this.#best, needs, needsLeader, free)
    return single < 0 ? null : alone()
  }

  /** The smallest unit that does all alone, of these the cheapest; -1 where none does. */
  #single(needs: readonly CapabilityQuantity[], needsLeader: boolean, free: FreeUnits): number {
    const width = needs.length
    let best = -1
    for (let i = 0; i < free.count; i += 1) {
      if (!(needsLeader ? free.mayLead[i] : free.maySupport[i])) continue
      if (best >= 0) {
        const more = free.size[i]! - free.size[best]!
        if (more > 0 || (more === 0 && free.price[i]! >= free.price[best]!)) continue
      }
      let covers = true
      for (let k = 0; k < width && covers; k += 1) covers = free.amount[i * width + k]! >= needs[k]!.quantity
      if (covers) best = i
    }
    return best
  }

  /** Fills the team around a leader (-1 for none); its price, infinite where the needs stay open. */
  #gather(leader: number, needs: readonly CapabilityQuantity[], free: FreeUnits, mayServe: MayServe | null): number {
    const width = needs.length
    const [open, team] = [this.#open, this.#team]
    team.length = 0
    open.length = 0
    for (const { quantity } of needs) open.push(quantity)
    const take = (i: number): void => {
      team.push(i)
      for (let k = 0; k < width; k += 1) open[k] = Math.max(0, open[k]! - free.amount[i * width + k]!)
    }
    if (leader >= 0) take(leader)
    while (open.some((q) => q > 0)) {
      let best = -1
      let bestUse = 0
      for (let i = 0; i < free.count; i += 1) {
        if (!free.maySupport[i] || team.includes(i)) continue
        const use = useOf(i, open, needs, free) / free.size[i]!
        const isBetter = use > bestUse || (use === bestUse && use > 0 && free.price[i]! < free.price[best]!)
        if (!isBetter || (leader >= 0 && mayServe !== null && !mayServe(free.unit[i]!, free.unit[leader]!))) continue
        best = i
        bestUse = use
      }
      if (best < 0) return Number.POSITIVE_INFINITY
      take(best)
    }
    this.#prune(leader, needs, free)
    return team.reduce((sum, i) => sum + free.price[i]!, 0)
  }

  /** Takes out who is not needed after all, the dearest first. */
  #prune(leader: number, needs: readonly CapabilityQuantity[], free: FreeUnits): void {
    const width = needs.length
    const team = this.#team
    if (team.length < 3) return
    for (const i of [...team].sort((a, b) => free.price[b]! - free.price[a]!)) {
      if (i === leader) continue
      const isSpare = needs.every(({ quantity }, k) => {
        let sum = 0
        for (const other of team) if (other !== i) sum += free.amount[other * width + k]!
        return sum >= quantity
      })
      if (isSpare) team.splice(team.indexOf(i), 1)
    }
  }

  #membersOf(
    team: readonly number[],
    needs: readonly CapabilityQuantity[],
    needsLeader: boolean,
    free: FreeUnits,
  ): readonly Member[] {
    const width = needs.length
    const open = needs.map((n) => n.quantity)
    return team.map((i, n) => {
      const brings: CapabilityQuantity[] = []
      for (const [k, { capability }] of needs.entries()) {
        const quantity = Math.min(open[k]!, free.amount[i * width + k]!)
        if (quantity <= 0) continue
        open[k] = open[k]! - quantity
        brings.push({ capability, quantity })
      }
      return { unit: free.unit[i]!, part: needsLeader && n === 0 ? 'supported' : 'supporting', brings }
    })
  }
}

function isEnough(needs: readonly CapabilityQuantity[], free: FreeUnits): boolean {
  const width = needs.length
  return needs.every(({ quantity }, k) => {
    let sum = 0
    for (let i = 0; i < free.count && sum < quantity; i += 1) sum += free.amount[i * width + k]!
    return sum >= quantity
  })
}

/** How much of what is still open a unit brings, each need counting the same. */
function useOf(i: number, open: readonly number[], needs: readonly CapabilityQuantity[], free: FreeUnits): number {
  const width = needs.length
  let use = 0
  for (let k = 0; k < width; k += 1) use += Math.min(open[k]!, free.amount[i * width + k]!) / needs[k]!.quantity
  return use
}

function leadersByUse(needs: readonly CapabilityQuantity[], free: FreeUnits): readonly number[] {
  const open = needs.map((n) => n.quantity)
  const leaders: { readonly i: number; readonly use: number }[] = []
  for (let i = 0; i < free.count; i += 1)
    if (free.mayLead[i]) leaders.push({ i, use: useOf(i, open, needs, free) / free.size[i]! })
  leaders.sort((a, b) => b.use - a.use || free.price[a.i]! - free.price[b.i]! || a.i - b.i)
  return leaders.map((l) => l.i)
}
