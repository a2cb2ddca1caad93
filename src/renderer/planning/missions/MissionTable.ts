import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import type { Mission } from '../../../domain/records/mission.ts'
import { MissionRow } from './missionRow.ts'
import { insertSorted, type MissionSort, type SortContext, sortMissions } from './sortMissions.ts'

/** From so many changed rows on, sorting them all costs less than finding a place for each. */
const MANY = 200

/**
 * The plan's missions as sorted rows. After an edit the rows that did not change are the same objects and keep their order;
 * the few that changed are put into their new places.
 */
export class MissionTable {
  #plan: PlanReader | null = null
  #revision = -1
  /** In the order of the plan. */
  #rows: readonly MissionRow[] = []
  #sorted: readonly MissionRow[] = []
  #sortedBy = ''
  #names: readonly unknown[] = []

  /** All missions in order; the same list until something in it changes. `findingsVersion` counts where findings sort. */
  sorted(sort: MissionSort, context: SortContext, findingsVersion: number): readonly MissionRow[] {
    const { plan, language } = context
    const by = `${sort.column} ${sort.isDescending} ${language} ${sort.column === 'findings' ? findingsVersion : ''}`
    const before = this.#rows
    const isNew = this.#plan !== plan || this.#revision !== plan.revision
    if (isNew) this.#refresh(plan)
    if (by !== this.#sortedBy || (isNew && sort.column === 'phase')) {
      this.#sorted = sortMissions(this.#sorted.length === 0 ? this.#rows : this.#inOldOrder(), sort, context)
    } else if (this.#rows !== before) this.#sorted = this.#resorted(before, sort, context)
    this.#sortedBy = by
    return this.#sorted
  }

  /** What changed taken out and put in again. */
  #resorted(before: readonly MissionRow[], sort: MissionSort, context: SortContext): readonly MissionRow[] {
    const known = new Set(before)
    const added = this.#rows.filter((row) => !known.has(row))
    if (added.length > MANY) return sortMissions(this.#inOldOrder(), sort, context)
    const kept = new Set(this.#rows)
    return insertSorted(
      this.#sorted.filter((row) => kept.has(row)),
      added,
      sort,
      context,
    )
  }

  /** Rows as they are now in the order before, in which nearly all may stand right. */
  #inOldOrder(): readonly MissionRow[] {
    const kept = new Set(this.#rows)
    const old = this.#sorted.filter((row) => kept.delete(row))
    return [...old, ...kept]
  }

  #refresh(plan: PlanReader): void {
    const areRenamed = this.#namesChanged(plan)
    const isOther = this.#plan !== plan || areRenamed
    this.#plan = plan
    this.#revision = plan.revision
    const before = isOther ? [] : this.#rows
    const byMission = new Map<Mission['id'], MissionRow>()
    const next: MissionRow[] = []
    let isSame = before.length === plan.count('mission')
    for (const mission of plan.all('mission')) {
      // Missions keep their places in the plan, so the row before is nearly always in the same place.
      const at = before[next.length]
      const row = at?.isOf(plan, mission) === true ? at : rowOf(plan, mission, at, before, byMission)
      if (row !== at) isSame = false
      next.push(row)
    }
    if (!isSame) this.#rows = next
    if (isOther) this.#sorted = []
  }

  /** Whether units are called otherwise than before: rows hold their names. */
  #namesChanged(plan: PlanReader): boolean {
    const names: unknown[] = []
    for (const unit of plan.all('unit')) names.push(unit.designation, unit.name)
    const areSame = names.length === this.#names.length && names.every((name, i) => name === this.#names[i])
    if (!areSame) this.#names = names
    return !areSame
  }
}

/** The row of a mission that has changed, or stands elsewhere than before; rows are listed by id only for the latter. */
function rowOf(
  plan: PlanReader,
  mission: Mission,
  at: MissionRow | undefined,
  before: readonly MissionRow[],
  byMission: Map<Mission['id'], MissionRow>,
): MissionRow {
  if (at?.mission.id === mission.id) return new MissionRow(plan, mission)
  if (byMission.size === 0) for (const row of before) byMission.set(row.mission.id, row)
  const known = byMission.get(mission.id)
  return known?.isOf(plan, mission) === true ? known : new MissionRow(plan, mission)
}
