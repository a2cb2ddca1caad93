import type { PlanReader } from '../plan/PlanDocument.ts'
import { type AnyRecord, isRecordOf } from '../records/catalog.ts'
import { type Id, isIdOf, RECORD_KINDS } from '../records/ids.ts'
import { candidatesOf } from './causeCandidates.ts'
import type { Finding } from './Finding.ts'
import { compareText } from './load.ts'

/** Findings put down to one thing. */
export interface Cause {
  /** A record's id, `FACET@` and the id of a unit, or `phase:KEY`, `capability:KEY`, `parameter:KEY`. */
  readonly key: string
  /** The record whose change would mend most; null where it is a number or a phase of the plan. */
  readonly record: Id | null
  /** In the order they were given; at least two. */
  readonly findings: readonly Finding[]
}

export interface CausedFindings {
  /** The one with most findings first. */
  readonly causes: readonly Cause[]
  /** Findings that stand alone, in the order they were given. */
  readonly alone: readonly Finding[]
}

/** What naming one more cause has to be worth, in twentieths: as much as one finding surely put down to it. */
const COST = 20

interface Place {
  readonly key: string
  readonly edges: readonly { readonly finding: number; readonly weight: number }[]
  /** Of equals the record changed last is the likelier cause, then the one that matters less. */
  readonly revision: number
  readonly priority: number
}

/**
 * Groups findings by what a planner would change to be rid of them. Every finding may be put down to several records, more
 * or less surely; of all records few are named as causes, so that as much as possible is put down surely: the greedy
 * solution of that facility-location problem, after which causes that are not worth naming are dropped. A finding belongs to
 * one cause at most, and a cause has two findings at least. The same findings and plan give the same groups.
 */
export function causesOf(findings: readonly Finding[], plan: PlanReader): CausedFindings {
  const places = placesOf(findings, plan)
  const open = prune(openGreedily(places, findings.length), findings.length)
  const members = open.map((): Finding[] => [])
  const alone: Finding[] = []
  for (const [at, place] of assign(open, findings.length).entries()) {
    const finding = findings[at]
    if (finding === undefined) continue
    const group = members[place]
    if (group === undefined) alone.push(finding)
    else group.push(finding)
  }
  const causes = open.map(({ key }, i): Cause => ({ key, record: recordOf(key), findings: members[i] ?? [] }))
  causes.sort((a, b) => b.findings.length - a.findings.length || compareText(a.key, b.key))
  return { causes, alone }
}

/** The record that a cause's key names, or null. */
function recordOf(key: string): Id | null {
  const id = key.slice(key.indexOf('@') + 1)
  return RECORD_KINDS.some((kind) => isIdOf(kind, id)) ? (id as Id) : null
}

/** Every record that two findings or more may be put down to. */
function placesOf(findings: readonly Finding[], plan: PlanReader): Place[] {
  const edges = new Map<string, Map<number, number>>()
  for (const [at, finding] of findings.entries()) {
    for (const { key, weight } of candidatesOf(finding, plan)) {
      const known = edges.get(key)
      if (known === undefined) edges.set(key, new Map([[at, weight]]))
      else known.set(at, Math.max(weight, known.get(at) ?? 0))
    }
  }
  const places: Place[] = []
  for (const [key, list] of edges) {
    if (list.size < 2) continue
    const id = recordOf(key)
    const record: AnyRecord | undefined = id === null ? undefined : plan.get(id)
    const mission = record !== undefined && isRecordOf('mission', record) ? record : undefined
    places.push({
      key,
      edges: [...list].map(([finding, weight]) => ({ finding, weight })),
      revision: record?.updatedRevision ?? -1,
      priority: mission?.priority ?? 0,
    })
  }
  return places.sort((a, b) => b.revision - a.revision || b.priority - a.priority || compareText(a.key, b.key))
}

/** Opens the place that is worth most again and again, in that order, until none is worth its cost. */
function openGreedily(places: readonly Place[], count: number): Place[] {
  const best = new Int32Array(count)
  const worth = ({ edges }: Place): number =>
    edges.reduce((sum, { finding, weight }) => sum + Math.max(0, weight - (best[finding] ?? 0)), -COST)
  // What a place is worth only falls as others open: the first in line is asked again before it is believed.
  const byWorth = new Map<number, number[]>()
  let highest = 0
  const queue = (at: number, value: number): void => {
    if (value <= 0) return
    const line = byWorth.get(value)
    if (line === undefined) byWorth.set(value, [at])
    else line.push(at)
    highest = Math.max(highest, value)
  }
  for (const [at, place] of places.entries()) queue(at, worth(place))
  const opened: Place[] = []
  while (highest > 0) {
    const line = byWorth.get(highest)
    if (line === undefined || line.length === 0) {
      highest -= 1
      continue
    }
    byWorth.delete(highest)
    const value = highest
    for (const at of line.sort((a, b) => a - b)) {
      const place = places[at]
      if (place === undefined) continue
      const now = worth(place)
      if (now < value) {
        queue(at, now)
        continue
      }
      opened.push(place)
      for (const { finding, weight } of place.edges) best[finding] = Math.max(weight, best[finding] ?? 0)
    }
  }
  return opened
}

/** One open place a finding may be put down to. */
interface Tie {
  readonly place: number
  readonly weight: number
}

/** For each finding the open places it may be put down to, the surest first, of equals the one opened first. */
function tiesOf(open: readonly Place[], count: number): Tie[][] {
  const ties = Array.from({ length: count }, (): Tie[] => [])
  for (const [place, { edges }] of open.entries()) {
    for (const { finding, weight } of edges) ties[finding]?.push({ place, weight })
  }
  for (const list of ties) list.sort((a, b) => b.weight - a.weight || a.place - b.place)
  return ties
}

/** For each finding the place it is put down to; −1 for none. */
const assign = (open: readonly Place[], count: number): readonly number[] =>
  tiesOf(open, count).map(([first]) => first?.place ?? -1)

/** Drops the places whose findings others have taken over since they were opened, the last opened first. */
function prune(opened: readonly Place[], count: number): Place[] {
  const ties = tiesOf(opened, count)
  const isOpen = opened.map(() => true)
  for (let isSettled = false; !isSettled; ) {
    isSettled = true
    for (let at = opened.length - 1; at >= 0; at -= 1) {
      const place = opened[at]
      if (place === undefined || !isOpen[at] || isWorth(place, at, ties, isOpen)) continue
      isOpen[at] = false
      isSettled = false
    }
  }
  return opened.filter((_, at) => isOpen[at])
}

/** Whether a place still has two findings, and is worth its cost over the next best place of each of them. */
function isWorth({ edges }: Place, at: number, ties: readonly (readonly Tie[])[], isOpen: readonly boolean[]): boolean {
  let own = 0
  let gain = -COST
  for (const { finding, weight } of edges) {
    const [first, second] = (ties[finding] ?? []).filter(({ place }) => isOpen[place])
    if (first?.place !== at) continue
    own += 1
    gain += weight - (second?.weight ?? 0)
  }
  return own >= 2 && gain > 0
}
