import type { Severity } from '../../../../domain/check/Finding.ts'
import { parameter } from '../../../../domain/check/parameters.ts'
import type { PlanReader } from '../../../../domain/plan/PlanDocument.ts'
import { positionOn, type Track } from '../../../../domain/plan/Track.ts'
import { readinessAt } from '../../../../domain/plan/unitStates.ts'
import type { UnitTracks } from '../../../../domain/plan/UnitTracks.ts'
import type { Id } from '../../../../domain/records/ids.ts'
import { ECHELONS, type Unit } from '../../../../domain/records/unit.ts'
import { toInstant } from '../../../../domain/time/planTime.ts'
import type { SymbolItem } from '../../../map-engine/Scene.ts'
import type { FindingsView } from '../../../session/FindingsView.ts'
import type { Texts } from '../../../texts/TextContext.tsx'
import { unitPicture } from './unitPicture.ts'
import { isAllocated, overlap, type ShownFinding, shownFindings, stillAround, unchangedAround } from './unitTimes.ts'

export interface UnitFilter {
  readonly hiddenComponents: ReadonlySet<Id<'component'>>
  readonly hiddenEchelons: ReadonlySet<Unit['echelon']>
}

export interface UnitSceneInput {
  /** Minutes from H-hour. */
  readonly time: number
  readonly texts: Texts
  readonly selection: ReadonlySet<Id>
  readonly findings: FindingsView
  readonly findingsVersion: number
  readonly filter: UnitFilter
}

/** What is kept of one unit between two looks. */
interface Entry {
  unit: Unit
  track: Track
  found: readonly unknown[]
  shown: readonly ShownFinding[]
  /** Null where the unit is nowhere known, or filtered out. */
  item: SymbolItem | null
  isNowhere: boolean
}

const WORST: readonly Severity[] = ['error', 'warning', 'note']
const ECHELON_RANK = new Map(ECHELONS.map((echelon, at) => [echelon, echelon === 'none' ? ECHELONS.length : -at]))
/** Units that have no echelon come last; within one echelon, in the order of the plan. */
const RANK_STEP = 100_000

/**
 * The units of one plan as items. Keeps each unit's item with the time in which it holds, so that a look at another time
 * makes anew only those that move or turn in between: the others stay the same objects.
 */
export class UnitScene {
  readonly #plan: PlanReader
  readonly #source: { readonly tracks: UnitTracks }
  readonly #rows = new Map<Id, number>()
  #entries: Entry[] = []
  #holdsFrom = new Float64Array(0)
  #holdsTo = new Float64Array(0)
  #items: readonly SymbolItem[] = []
  #last: UnitSceneInput | null = null
  #revision = -1
  #unplaced = 0

  /** The tracks follow the plan's changes before the scene is asked. */
  constructor(plan: PlanReader, source: { readonly tracks: UnitTracks }) {
    this.#plan = plan
    this.#source = source
  }

  /** The items as they are now; the same array where nothing has changed. */
  items(input: UnitSceneInput): readonly SymbolItem[] {
    const last = this.#last
    this.#last = input
    const isOther = last === null || last.texts !== input.texts || last.filter !== input.filter
    if (this.#revision !== this.#plan.revision || last?.findingsVersion !== input.findingsVersion || isOther) {
      this.#refresh(input, isOther)
    }
    if (last !== null && last.selection !== input.selection) {
      for (const id of [...last.selection, ...input.selection]) this.#forget(this.#rows.get(id))
    }
    if (this.#redraw(input)) {
      const items: SymbolItem[] = []
      for (const { item } of this.#entries) if (item !== null) items.push(item)
      this.#items = items
    }
    return this.#items
  }

  /** Units of those asked for that are nowhere known at the time. */
  get unplaced(): number {
    return this.#unplaced
  }

  #forget(row: number | undefined): void {
    if (row !== undefined) this.#holdsTo[row] = Number.NEGATIVE_INFINITY
  }

  /** Finds the units that are others than before, or that something else is found of. */
  #refresh({ findings }: UnitSceneInput, isOther: boolean): void {
    const plan = this.#plan
    const count = plan.count('unit')
    const isPlanChanged = this.#revision !== plan.revision
    this.#revision = plan.revision
    if (isOther || count !== this.#entries.length) {
      this.#entries.length = Math.min(this.#entries.length, count)
      this.#holdsFrom = new Float64Array(count)
      this.#holdsTo = new Float64Array(count).fill(Number.NEGATIVE_INFINITY)
      this.#rows.clear()
    }
    const { tracks } = this.#source
    let row = 0
    for (const unit of plan.all('unit')) {
      const entry = this.#entries[row]
      const track = tracks.of(unit.id)
      const found = findings.of(unit.id)
      // An edit may move the missions that a finding is about, or accept it.
      const isSame = entry?.unit === unit && entry.track === track && entry.found === found
      if (!isSame || (isPlanChanged && found.length > 0)) {
        const shown = shownFindings(plan, found)
        this.#entries[row] = {
          unit,
          track,
          found,
          shown,
          item: entry?.unit.id === unit.id ? entry.item : null,
          isNowhere: false,
        }
        this.#forget(row)
      }
      if (this.#rows.size <= row) this.#rows.set(unit.id, row)
      row += 1
    }
    if (isPlanChanged) this.#forgetIfThresholdChanged()
  }

  #threshold = Number.NaN

  #forgetIfThresholdChanged(): void {
    const threshold = parameter(this.#plan, 'readiness-threshold-percent')
    if (threshold === this.#threshold) return
    this.#threshold = threshold
    this.#holdsTo.fill(Number.NEGATIVE_INFINITY)
  }

  #redraw(input: UnitSceneInput): boolean {
    const instant = toInstant(input.time, this.#plan.meta.hHour)
    let isChanged = this.#items.length > this.#entries.length
    let places = 0
    let unplaced = 0
    for (let row = 0; row < this.#entries.length; row += 1) {
      const entry = this.#entries[row]
      if (entry === undefined) continue
      if (!(instant >= (this.#holdsFrom[row] ?? 0) && instant < (this.#holdsTo[row] ?? 0))) {
        const item = this.#draw(entry, row, instant, input)
        if (item !== entry.item) {
          entry.item = item
          isChanged = true
        }
      }
      if (entry.item !== null) places += 1
      if (entry.isNowhere) unplaced += 1
    }
    this.#unplaced = unplaced
    return isChanged || places !== this.#items.length
  }

  #draw(entry: Entry, row: number, instant: number, input: UnitSceneInput): SymbolItem | null {
    const { unit, track, shown, item: before } = entry
    const holds = overlap(stillAround(track, instant), unchangedAround(unit, shown, instant))
    this.#holdsFrom[row] = holds.from
    this.#holdsTo[row] = holds.to
    entry.isNowhere = false
    const { filter, texts, selection } = input
    if (filter.hiddenComponents.has(unit.component) || filter.hiddenEchelons.has(unit.echelon)) return null
    const position = positionOn(track, instant)
    if (position === null) {
      entry.isNowhere = true
      return null
    }
    const readiness = readinessAt(unit, instant)
    const low = readiness !== null && readiness < this.#threshold ? readiness : null
    const isSelected = selection.has(unit.id)
    const name = unit.designation === '' ? unit.name : unit.designation
    const { leg } = position
    const mission = leg.mission === null ? undefined : this.#plan.get(leg.mission)
    const next: SymbolItem = {
      id: unit.id,
      kind: 'symbol',
      record: unit.id,
      title: titleOf(unit, name, mission?.code ?? null, leg.kind === 'way', low, texts),
      rank: (isSelected ? -ECHELONS.length : (ECHELON_RANK.get(unit.echelon) ?? 0)) * RANK_STEP + row,
      emphasis: isSelected ? 'selected' : 'normal',
      at: samePosition(before?.at, position.at),
      picture: unitPicture(unit.symbol, !isAllocated(unit, instant), low),
      label: low === null ? name : `${name} ▾${Math.round(low)} %`,
      badge: badgeOf(shown, instant, before?.badge ?? null),
      cluster: isSelected ? null : 'units',
    }
    return before !== null && isAlike(before, next) ? before : next
  }
}

function badgeOf(findings: readonly ShownFinding[], instant: number, before: SymbolItem['badge']): SymbolItem['badge'] {
  if (findings.length === 0) return null
  const now = findings.filter((f) => f.from <= instant && instant < f.to)
  const tone = WORST.find((severity) => now.some((f) => f.severity === severity))
  if (tone === undefined) return null
  const text = String(now.filter((f) => f.severity === tone).length)
  return before?.tone === tone && before.text === text ? before : { tone, text }
}

const echelonWords = new WeakMap<Texts, Map<Unit['echelon'], string>>()

/** No message is formatted here: at 5,000 units that alone would take a tenth of a second. */
function titleOf(
  unit: Unit,
  name: string,
  mission: string | null,
  isOnWay: boolean,
  low: number | null,
  texts: Texts,
): string {
  let words = echelonWords.get(texts)
  if (words === undefined) echelonWords.set(texts, (words = new Map()))
  let echelon = words.get(unit.echelon)
  if (echelon === undefined) words.set(unit.echelon, (echelon = texts.t(`echelon.${unit.echelon}`)))
  let title = `${name} · ${echelon}`
  if (mission !== null) title += isOnWay ? ` → ${mission}` : ` · ${mission}`
  if (low !== null) title += ` · ▾${Math.round(low)} %`
  return title
}

const samePosition = (before: SymbolItem['at'] | undefined, at: SymbolItem['at']): SymbolItem['at'] =>
  before !== undefined && before[0] === at[0] && before[1] === at[1] ? before : at

const isAlike = (one: SymbolItem, other: SymbolItem): boolean =>
  one.at === other.at &&
  one.picture === other.picture &&
  one.label === other.label &&
  one.badge === other.badge &&
  one.emphasis === other.emphasis &&
  one.title === other.title &&
  one.rank === other.rank
