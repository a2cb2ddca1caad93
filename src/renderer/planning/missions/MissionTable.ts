import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import { type MissionRow, missionRow } from './missionRow.ts'
import { type MissionSort, type SortContext, sortMissions } from './sortMissions.ts'

/**
 * The plan's missions as sorted rows, made anew only as far as needed: after an edit the rows that did not change are the same
 * objects, and sorting starts from the order before, in which nearly all stand right.
 */
export class MissionTable {
  #plan: PlanReader | null = null
  #revision = -1
  #rows: readonly MissionRow[] = []
  #unitNames: readonly string[] = []
  #sortedBy = ''

  /** All missions in order; the same list until something in it changes. `findingsVersion` counts where findings sort. */
  sorted(sort: MissionSort, context: SortContext, findingsVersion: number): readonly MissionRow[] {
    const { plan, language } = context
    const by = `${sort.column} ${sort.isDescending} ${language} ${sort.column === 'findings' ? findingsVersion : ''}`
    const isNew = this.#plan !== plan || this.#revision !== plan.revision
    if (!isNew && by === this.#sortedBy) return this.#rows
    const before = this.#rows
    const current = isNew ? this.#refresh(plan) : before
    const next = sortMissions(current, sort, context)
    const isSame = next.length === before.length && next.every((row, i) => row === before[i])
    this.#plan = plan
    this.#revision = plan.revision
    this.#sortedBy = by
    if (!isSame) this.#rows = next
    return this.#rows
  }

  /** Rows of the plan as it is, in the order before, new ones at the end. */
  #refresh(plan: PlanReader): readonly MissionRow[] {
    const names = [...plan.all('unit')].map((unit) => unit.designation || unit.name)
    const areSame = names.length === this.#unitNames.length && names.every((name, i) => name === this.#unitNames[i])
    if (!areSame) this.#unitNames = names
    const rows = new Map<string, MissionRow>()
    for (const mission of plan.all('mission')) rows.set(mission.id, missionRow(plan, mission, this.#unitNames))
    if (this.#plan !== plan) return [...rows.values()]
    const ordered: MissionRow[] = []
    for (const { id } of this.#rows) {
      const row = rows.get(id)
      if (row === undefined) continue
      ordered.push(row)
      rows.delete(id)
    }
    return [...ordered, ...rows.values()]
  }
}
