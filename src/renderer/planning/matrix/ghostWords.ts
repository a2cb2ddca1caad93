import { shortNameOf } from '../../../domain/commands/nameOfRecord.ts'
import { sayList } from '../../../domain/check/saying.ts'
import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import type { Id } from '../../../domain/records/ids.ts'
import type { ProposedChange } from '../../../domain/scheduling/tasking/Proposal.ts'
import { formatSpan } from '../../../domain/time/planTime.ts'
import type { Texts } from '../../texts/TextContext.tsx'
import { timeWords } from './barWords.ts'
import type { Ghost } from './proposalGhosts.ts'

/** What a change does, a line each: its time, then the units that come, go or change their part. */
export function changeWords({ start, units }: ProposedChange, plan: PlanReader, texts: Texts): string[] {
  const { t, language } = texts
  const names = (ids: readonly Id<'unit'>[]): string =>
    sayList(
      ids.map((id) => {
        const unit = plan.get(id)
        return unit === undefined ? id : shortNameOf(unit)
      }),
      language,
    )
  const words: string[] = []
  const to = timeWords(start.to, plan.meta, texts)
  if (start.from === null) words.push(t('matrix.ghost-placed', { to }))
  else if (start.from !== start.to) {
    const by = formatSpan(Math.abs(start.to - start.from))
    const from = timeWords(start.from, plan.meta, texts)
    words.push(t('matrix.ghost-moved', { from, to, by, way: start.to > start.from ? 'later' : 'earlier' }))
  } else words.push(t('matrix.ghost-same-time', { to }))
  const before = new Map(units.from.map((u) => [u.unit, u]))
  const after = new Set(units.to.map((u) => u.unit))
  const come = units.to.filter((u) => !before.has(u.unit)).map((u) => u.unit)
  const go = units.from.filter((u) => !after.has(u.unit)).map((u) => u.unit)
  const stay = units.to.filter((u) => before.has(u.unit)).map((u) => u.unit)
  if (come.length > 0) words.push(t('matrix.ghost-come', { units: names(come) }))
  if (go.length > 0) words.push(t('matrix.ghost-go', { units: names(go) }))
  if (stay.length > 0) words.push(t('matrix.ghost-stay', { units: names(stay) }))
  return words
}

/** What a screen reader says of a ghost, and its tooltip. */
export function ghostWords({ mission, change, unit, part }: Ghost, plan: PlanReader, texts: Texts): string {
  const { t } = texts
  const on = plan.get(unit)
  return [
    `${t('matrix.ghost')}: ${mission.code} ${mission.title}`,
    on === undefined ? '' : shortNameOf(on),
    t(`part.${part}`),
    ...changeWords(change, plan, texts),
  ]
    .filter((word) => word !== '')
    .join(', ')
}
