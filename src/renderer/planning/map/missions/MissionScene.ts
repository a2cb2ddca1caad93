import type { Severity } from '../../../../domain/check/Finding.ts'
import type { PlanReader } from '../../../../domain/plan/PlanDocument.ts'
import type { Id } from '../../../../domain/records/ids.ts'
import type { Mission } from '../../../../domain/records/mission.ts'
import type { SceneItem, SymbolItem } from '../../../map-engine/Scene.ts'
import type { FindingsView } from '../../../session/FindingsView.ts'
import type { Texts } from '../../../texts/TextContext.tsx'
import type { MissionColumns } from './MissionColumns.ts'
import { COMPONENT_ORDER } from './missionComponent.ts'
import { missionItems } from './missionItems.ts'
import { FADED, FULL, HIDDEN, type MissionFilter, MOST_SHOWN, shownMissions } from './shownMissions.ts'

export interface MissionSceneInput {
  /** Minutes from H-hour. */
  readonly time: number
  readonly texts: Texts
  readonly selection: ReadonlySet<Id>
  readonly findings: FindingsView
  readonly findingsVersion: number
  readonly filter: MissionFilter
}

export interface MissionSceneResult {
  readonly items: readonly SceneItem[]
  /** How many missions pass the filter, and how many of them are shown. */
  readonly found: number
  readonly shown: number
}

interface Entry {
  readonly mission: Mission
  readonly component: number
  readonly emphasis: SceneItem['emphasis']
  readonly badge: string
  readonly items: readonly SceneItem[]
}

const WORST: readonly Severity[] = ['error', 'warning', 'note']
const MOST_KEPT = MOST_SHOWN * 4

/** The missions of one plan as items. What a mission shows is made once and kept until the mission or its look changes. */
export class MissionScene {
  readonly #plan: PlanReader
  readonly #columns: MissionColumns
  readonly #entries = new Map<Id, Entry>()
  #states = new Uint8Array(0)
  #last: MissionSceneInput | null = null
  #version = -1
  #revision = -1
  #places: readonly unknown[] = []
  #result: MissionSceneResult = { items: [], found: 0, shown: 0 }

  /** The columns are refreshed before the scene is asked. */
  constructor(plan: PlanReader, columns: MissionColumns) {
    this.#plan = plan
    this.#columns = columns
  }

  /** The items as they are now; the same result where nothing has changed. */
  look(input: MissionSceneInput): MissionSceneResult {
    const last = this.#last
    const isRevised = this.#revision !== this.#plan.revision
    const isSameBesidesTime =
      last !== null &&
      !isRevised &&
      this.#version === this.#columns.version &&
      last.texts === input.texts &&
      last.selection === input.selection &&
      last.findingsVersion === input.findingsVersion &&
      last.filter === input.filter
    if (isSameBesidesTime && last.time === input.time) return this.#result
    const areMoved = isRevised && this.#placesChanged()
    if (areMoved || last?.texts !== input.texts) this.#entries.clear()
    this.#last = input
    this.#version = this.#columns.version
    this.#revision = this.#plan.revision
    const { missions } = this.#columns
    const hasSelected = [...input.selection].some((id) => id.startsWith('mission:'))
    const isKept = hasSelected
      ? (row: number): boolean => input.selection.has(missions[row]?.id as Id<'mission'>)
      : (): boolean => false
    const { states, found, shown } = shownMissions(
      this.#columns,
      input.time,
      input.filter,
      this.#plan.meta.phases,
      isKept,
    )
    const isSame = isSameBesidesTime && areEqual(states, this.#states)
    this.#states = states
    if (isSame && this.#result.found === found) return this.#result
    const items = isSame ? this.#result.items : this.#make(states, input)
    this.#result = { items, found, shown }
    return this.#result
  }

  #make(states: Uint8Array, input: MissionSceneInput): readonly SceneItem[] {
    const items: SceneItem[] = []
    if (this.#entries.size > MOST_KEPT) this.#entries.clear()
    for (let row = 0; row < states.length; row += 1) {
      const state = states[row] ?? HIDDEN
      if (state !== HIDDEN) for (const item of this.#itemsOf(row, state, input)) items.push(item)
    }
    return items
  }

  #itemsOf(row: number, state: number, { selection, findings, texts }: MissionSceneInput): readonly SceneItem[] {
    const mission = this.#columns.missions[row]
    if (mission === undefined) return []
    const component = this.#columns.component[row] ?? 0
    const found = findings.of(mission.id)
    const emphasis = selection.has(mission.id) ? 'selected' : state === FULL ? 'normal' : 'faded'
    const badge = this.#badgeOf(mission.id, found)
    const badgeKey = badge === null ? '' : `${badge.tone} ${badge.text}`
    const known = this.#entries.get(mission.id)
    if (
      known?.mission === mission &&
      known.component === component &&
      known.emphasis === emphasis &&
      known.badge === badgeKey
    ) {
      return known.items
    }
    const isFaded = state === FADED && emphasis !== 'selected'
    const rank = (emphasis === 'selected' ? -1 : mission.priority + (isFaded ? 10 : 0)) * 100_000 + row
    const look = { component: COMPONENT_ORDER[component] ?? 'none', emphasis, badge, rank } as const
    const items = missionItems(this.#plan, mission, look, texts)
    this.#entries.set(mission.id, { mission, component, emphasis, badge: badgeKey, items })
    return items
  }

  #badgeOf(id: Id, found: ReturnType<FindingsView['of']>): SymbolItem['badge'] {
    if (found.length === 0) return null
    const { acceptancesOfFinding } = this.#plan.indexes
    const open = found.filter((f) => f.records.includes(id) && acceptancesOfFinding.get(f.key).length === 0)
    const tone = WORST.find((severity) => open.some((f) => f.severity === severity))
    return tone === undefined ? null : { tone, text: String(open.filter((f) => f.severity === tone).length) }
  }

  /** Missions stand where their places do. */
  #placesChanged(): boolean {
    const places = [...this.#plan.all('place')]
    const areSame = places.length === this.#places.length && places.every((place, i) => place === this.#places[i])
    this.#places = places
    return !areSame
  }
}

function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false
  for (let i = 0; i < one.length; i += 1) if (one[i] !== other[i]) return false
  return true
}
