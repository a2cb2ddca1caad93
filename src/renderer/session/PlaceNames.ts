import { createStore, type StoreApi } from 'zustand/vanilla'
import { Gazetteer, type GazetteerEntry, type GazetteerQuery } from '../../domain/geo/gazetteer.ts'
import { missionPosition } from '../../domain/geo/locationPosition.ts'
import type { Diff } from '../../domain/plan/diff.ts'
import type { PlanReader } from '../../domain/plan/PlanDocument.ts'
import { type AnyRecord, isRecordOf } from '../../domain/records/catalog.ts'
import type { SessionState } from './SessionState.ts'

/** Names are taken up in slices of this length, milliseconds, so that the window stays alive. */
const SLICE = 6

interface Followed {
  readonly store: Pick<StoreApi<Pick<SessionState, 'plan' | 'revision'>>, 'getState'>
  changesSince(revision: number): Diff | null
}

type Change = { readonly set: GazetteerEntry } | { readonly delete: string }

/**
 * All names that can be searched for: places, missions and units of the open plan, the base map's and those of own layers.
 * Follows the plan by its differences; begins when it is first asked.
 */
export class PlaceNames {
  /** Goes up when more can be found than before. */
  readonly store = createStore<{ readonly version: number }>(() => ({ version: 0 }))
  readonly #session: Followed
  readonly #gazetteer = new Gazetteer()
  readonly #sources = new Map<string, readonly GazetteerEntry[]>()
  readonly #work: Iterator<Change>[] = []
  #loaders: (() => Promise<readonly GazetteerEntry[]>)[] = []
  #timer: ReturnType<typeof setTimeout> | null = null
  /** Records of the plan that have been taken up. */
  readonly #ofPlan = new Set<string>()
  #plan: PlanReader | null = null
  #revision = -1

  constructor(session: Followed) {
    this.#session = session
  }

  /** Names that are read when they are first needed. */
  provide(load: () => Promise<readonly GazetteerEntry[]>): void {
    this.#loaders.push(load)
  }

  /** Names of a source by its key, in place of those that it gave before; none takes them away. */
  setSource(key: string, entries: readonly GazetteerEntry[]): void {
    const before = this.#sources.get(key) ?? []
    if (entries.length === 0) this.#sources.delete(key)
    else this.#sources.set(key, entries)
    this.#enqueue(replacing(before, entries))
    this.store.setState(({ version }) => ({ version: version + 1 }))
  }

  /** Takes up what has changed; what is left over after a few milliseconds comes in later slices. */
  prepare(): void {
    const loaders = this.#loaders
    this.#loaders = []
    for (const [i, load] of loaders.entries()) void load().then((entries) => this.setSource(`base:${i}`, entries))
    const { plan, revision } = this.#session.store.getState()
    if (plan === this.#plan && revision === this.#revision) return
    const diff = plan !== null && plan === this.#plan ? this.#session.changesSince(this.#revision) : null
    this.#enqueue(diff === null || plan === null ? anew(this.#ofPlan, plan) : changesOf(this.#ofPlan, plan, diff))
    this.#plan = plan
    this.#revision = revision
  }

  find(query: GazetteerQuery): readonly GazetteerEntry[] {
    this.prepare()
    return this.#gazetteer.find(query)
  }

  #enqueue(changes: Iterator<Change>): void {
    this.#work.push(changes)
    if (this.#timer === null) this.#slice()
  }

  #slice(): void {
    const end = performance.now() + SLICE
    this.#timer = null
    for (let first = this.#work[0]; first !== undefined; first = this.#work[0]) {
      const next = first.next()
      if (next.done === true) this.#work.shift()
      else if ('set' in next.value) this.#gazetteer.set(next.value.set)
      else this.#gazetteer.delete(next.value.delete)
      if (performance.now() > end) break
    }
    if (this.#work.length > 0) {
      this.#timer = setTimeout(() => {
        this.#slice()
        this.store.setState(({ version }) => ({ version: version + 1 }))
      })
    }
  }
}

function* replacing(before: readonly GazetteerEntry[], after: readonly GazetteerEntry[]): Generator<Change> {
  for (const { id } of before) yield { delete: id }
  for (const entry of after) yield { set: entry }
}

const NAMED = ['place', 'mission', 'unit'] as const

/** The plan may change between two steps: what comes after is in the changes that follow. */
function* anew(known: Set<string>, plan: PlanReader | null): Generator<Change> {
  for (const id of known) {
    known.delete(id)
    yield { delete: id }
  }
  if (plan === null) return
  for (const kind of NAMED) for (const record of plan.all(kind)) yield* taken(known, plan, record)
}

function* changesOf(known: Set<string>, plan: PlanReader, { added, updated, removed }: Diff): Generator<Change> {
  for (const { id } of removed) {
    known.delete(id)
    yield { delete: id }
  }
  for (const record of added) yield* taken(known, plan, record)
  for (const [, record] of updated) yield* taken(known, plan, record)
}

function* taken(known: Set<string>, plan: PlanReader, record: AnyRecord): Generator<Change> {
  const entry = entryOf(plan, record)
  if (entry === null) return
  known.add(entry.id)
  yield { set: entry }
}

function entryOf(plan: PlanReader, record: AnyRecord): GazetteerEntry | null {
  const common = { id: record.id, detail: '', population: null }
  if (isRecordOf('place', record)) {
    const aliases = [record.ubigeo ?? '', record.province, record.department].join(' ')
    return { ...common, source: 'place', name: record.name, aliases, position: record.position }
  }
  if (isRecordOf('mission', record)) {
    const name = `${record.code} ${record.title}`
    return { ...common, source: 'mission', name, aliases: '', position: missionPosition(plan, record) }
  }
  if (isRecordOf('unit', record)) {
    const name = record.designation === '' ? record.name : `${record.designation} · ${record.name}`
    return { ...common, source: 'unit', name, aliases: '', position: null }
  }
  return null
}
