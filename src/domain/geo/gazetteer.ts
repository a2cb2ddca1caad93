import type { Position } from '../records/common.ts'

/** Where a name comes from, in the order in which names that fit alike are listed. */
export const NAME_SOURCES = ['place', 'mission', 'unit', 'town', 'airfield', 'layer'] as const
export type NameSource = (typeof NAME_SOURCES)[number]

export interface GazetteerEntry {
  /** Unique in the gazetteer. */
  readonly id: string
  readonly source: NameSource
  readonly name: string
  /** Also found under these words: codes, other spellings. */
  readonly aliases: string
  /** Tells it from others of that name: the department, the kind. */
  readonly detail: string
  /** Null where only the name is known. */
  readonly position: Position | null
  /** Null where unknown. */
  readonly population: number | null
}

export interface GazetteerQuery {
  readonly text: string
  /** Middle of the view: of names that fit alike the nearer comes first. */
  readonly near: Position | null
  /** All sources if not given. */
  readonly sources?: readonly NameSource[]
  readonly limit: number
}

interface Slot {
  readonly entry: GazetteerEntry
  /** Folded words, each behind a space: ` san miguel del ene`. */
  readonly words: string
  /** What of its score no query changes. */
  readonly weight: number
  /** Where it is on the unit sphere. */
  readonly on: Vector | null
  isLive: boolean
}

type Vector = readonly [x: number, y: number, z: number]

interface Bucket {
  readonly slots: Slot[]
  dead: number
}

/** The buckets' names are as many letters of a word at most. */
const BUCKET_LETTERS = 3

const PLAIN = /^[ -~]*$/

/** Letters without marks and case, in words with one space between. */
export function foldedWords(text: string): string {
  // Most names have no mark at all, and are folded in a fifth of the time.
  if (PLAIN.test(text)) {
    return text
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, ' ')
      .trim()
  }
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * Names of places, found by the beginnings of their words; accents, case and punctuation do not matter. Entries come
 * and go one by one in the time of their own words, so that an edit of the plan costs what it changes. Each word stands
 * in a bucket by its first one, two and three letters, so that a query looks only at names that begin like it.
 */
export class Gazetteer {
  readonly #slots = new Map<string, Slot>()
  readonly #buckets = new Map<string, Bucket>()

  get size(): number {
    return this.#slots.size
  }

  get(id: string): GazetteerEntry | undefined {
    return this.#slots.get(id)?.entry
  }

  /** Adds an entry, or puts it in the place of the one with its id. */
  set(entry: GazetteerEntry): void {
    this.delete(entry.id)
    const words = foldedWords(entry.aliases === '' ? entry.name : `${entry.name} ${entry.aliases}`)
    const slot: Slot = {
      entry,
      words: ` ${words}`,
      weight: weightOf(entry),
      on: onSphere(entry.position),
      isLive: true,
    }
    this.#slots.set(entry.id, slot)
    for (const key of bucketKeys(words)) {
      const bucket = this.#buckets.get(key)
      if (bucket === undefined) this.#buckets.set(key, { slots: [slot], dead: 0 })
      else bucket.slots.push(slot)
    }
  }

  delete(id: string): void {
    const slot = this.#slots.get(id)
    if (slot === undefined) return
    this.#slots.delete(id)
    slot.isLive = false
    for (const key of bucketKeys(slot.words.slice(1))) {
      const bucket = this.#buckets.get(key)
      if (bucket === undefined) continue
      bucket.dead += 1
      // Swept when half of it is gone: on average one look for each deletion.
      if (bucket.dead * 2 <= bucket.slots.length) continue
      const live = bucket.slots.filter((each) => each.isLive)
      if (live.length === 0) this.#buckets.delete(key)
      else this.#buckets.set(key, { slots: live, dead: 0 })
    }
  }

  /** The names that have a word beginning like each word of the query, the likeliest first. */
  find({ text, near, sources, limit }: GazetteerQuery): readonly GazetteerEntry[] {
    const query = foldedWords(text)
    if (query === '' || limit <= 0) return []
    const needles = query.split(' ').map((word) => ` ${word}`)
    const bucket = this.#smallestBucket(needles)
    if (bucket === null) return []
    const allowed = sources === undefined ? null : new Set<NameSource>(sources)
    // A bucket of a single short word holds only names that fit it.
    const isSure = needles.length === 1 && query.length <= BUCKET_LETTERS
    const from = onSphere(near)
    const best = new Best(limit)
    for (const slot of bucket.slots) {
      if (!slot.isLive || (allowed !== null && !allowed.has(slot.entry.source))) continue
      if (!isSure && !needles.every((needle) => slot.words.includes(needle))) continue
      const nearby = slot.weight + fitOf(slot.words, query)
      // Distance only takes away: most names need not be measured.
      if (nearby >= best.worst) best.offer(slot.entry, nearby - remoteness(slot.on, from))
    }
    return best.entries()
  }

  #smallestBucket(needles: readonly string[]): Bucket | null {
    let smallest: Bucket | null = null
    for (const needle of needles) {
      const bucket = this.#buckets.get(needle.slice(1, 1 + BUCKET_LETTERS))
      if (bucket === undefined) return null
      if (smallest === null || bucket.slots.length < smallest.slots.length) smallest = bucket
    }
    return smallest
  }
}

function bucketKeys(words: string): Set<string> {
  const keys = new Set<string>()
  for (const word of words.split(' ')) {
    for (let letters = 1; letters <= Math.min(BUCKET_LETTERS, word.length); letters++) keys.add(word.slice(0, letters))
  }
  return keys
}

/*
 * A score, higher being likelier: what the plan holds goes before what lies around; then the whole name before its
 * beginning before a word within; then people against way: a town of ten times the people may lie ten times as far.
 */

function weightOf({ source, population }: GazetteerEntry): number {
  return -100 * Math.min(3, NAME_SOURCES.indexOf(source)) + Math.log10(Math.max(1, population ?? 1))
}

function fitOf(words: string, query: string): number {
  if (words.length === query.length + 1) return words.endsWith(query) ? 40 : 0
  return words.startsWith(query, 1) ? 20 : 0
}

const EARTH_RADIUS_KM = 6371
const RADIANS = Math.PI / 180

/** By the straight way through the Earth, which orders as the way over it does and asks for no angles. */
function remoteness(on: Vector | null, from: Vector | null): number {
  if (on === null || from === null) return 0
  const chord = Math.sqrt((on[0] - from[0]) ** 2 + (on[1] - from[1]) ** 2 + (on[2] - from[2]) ** 2)
  return Math.log10(1 + (chord * EARTH_RADIUS_KM) / 10)
}

function onSphere(position: Position | null): Vector | null {
  if (position === null) return null
  const [lon, lat] = [position[0] * RADIANS, position[1] * RADIANS]
  return [Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)]
}

/** The highest scores seen so far, few enough to keep in order. */
class Best {
  readonly #limit: number
  readonly #found: { readonly entry: GazetteerEntry; readonly score: number }[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Lower scores have no chance. */
  get worst(): number {
    return this.#found.length < this.#limit ? Number.NEGATIVE_INFINITY : (this.#found.at(-1)?.score ?? 0)
  }

  offer(entry: GazetteerEntry, score: number): void {
    const found = this.#found
    let at = found.length
    while (at > 0 && isBefore(entry, score, found[at - 1])) at--
    found.splice(at, 0, { entry, score })
    if (found.length > this.#limit) found.pop()
  }

  entries(): GazetteerEntry[] {
    return this.#found.map(({ entry }) => entry)
  }
}

/** By score, then by name and id, so that equal questions have equal answers whatever came first. */
function isBefore(
  entry: GazetteerEntry,
  score: number,
  other: { readonly entry: GazetteerEntry; readonly score: number } | undefined,
): boolean {
  if (other === undefined || score !== other.score) return other !== undefined && score > other.score
  if (entry.name !== other.entry.name) return entry.name < other.entry.name
  return entry.id < other.entry.id
}
