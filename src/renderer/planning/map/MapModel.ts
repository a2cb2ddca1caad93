import type { Diff } from '../../../domain/plan/diff.ts'
import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import { UnitTracks } from '../../../domain/plan/UnitTracks.ts'
import { inSlices } from '../../platform/inSlices.ts'
import { MissionColumns } from './missions/MissionColumns.ts'

/**
 * What the map works out of a plan once for all its parts: tracks of units and times of missions. Follows each change; large
 * plans are gone through in slices, and until that is done the parts show what they showed.
 */
export class MapModel {
  readonly plan: PlanReader
  readonly columns: MissionColumns
  #tracks: UnitTracks
  #revision: number
  #version = 0
  #stop = (): void => {}
  readonly #listeners = new Set<() => void>()

  constructor(plan: PlanReader) {
    this.plan = plan
    this.#tracks = new UnitTracks(plan)
    this.columns = new MissionColumns(plan)
    this.#revision = plan.revision
  }

  get tracks(): UnitTracks {
    return this.#tracks
  }

  /** Of the plan, up to which it has followed. */
  get revision(): number {
    return this.#revision
  }

  /** Goes up when everything is ready at a new revision; 0 until it first is. */
  get version(): number {
    return this.#version
  }

  /** Takes the changes up to a revision of the plan, or looks at all anew where they are not known. */
  follow(revision: number, changes: Diff | null): void {
    if (revision !== this.#revision) {
      if (changes === null) this.#tracks = new UnitTracks(this.plan)
      else this.#tracks.update(changes)
      this.#revision = revision
    } else if (this.#version > 0) return
    this.#stop()
    this.#stop = inSlices(this.#prepare(), () => {
      this.#version += 1
      for (const listener of this.#listeners) listener()
    })
  }

  /** Each track is kept once it is made, so that asking for it again costs nothing. */
  *#prepare(): Generator<void> {
    const { plan } = this
    yield* this.columns.refreshing()
    for (const unit of plan.all('unit')) {
      this.#tracks.of(unit.id)
      yield
    }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    this.#stop()
  }
}
