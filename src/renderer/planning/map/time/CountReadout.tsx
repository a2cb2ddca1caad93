import { useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { COMPONENT_ORDER } from '../missions/missionComponent.ts'
import { useMapModel } from '../useMapModel.ts'
import type { MissionColumns } from '../missions/MissionColumns.ts'

/** How many missions are under way at the chosen time, by the letters of their components. */
export function CountReadout() {
  const { t, number } = useTexts()
  const { model, version } = useMapModel()
  const time = useSessionState((s) => s.time)
  const { plan, columns } = model
  const counts = countsAt(columns, time)
  const total = counts.reduce((sum, n) => sum + n, 0)
  const parts = COMPONENT_ORDER.flatMap((kind, i) => {
    const count = counts[i] ?? 0
    return count === 0 || kind === 'none' ? [] : [{ kind, count }]
  })
  const phase = plan.meta.phases.findLast((p) => p.from <= time && time < p.to)
  const { name } = useTexts()
  return (
    <p className="map-time-counts" title={t('map-time.counts')} data-version={version}>
      {phase === undefined ? null : <b>{name(phase.name)}</b>}
      <span>{t('map-time.under-way', { count: total })}</span>
      {parts.map(({ kind, count }) => (
        <span key={kind} className="map-time-count" data-kind={kind} title={t(`component.${kind}`)}>
          {t(`component-mark.${kind}`)} {number(count)}
        </span>
      ))}
    </p>
  )
}

function countsAt({ start, end, component, isCancelled }: MissionColumns, time: number): number[] {
  const counts = COMPONENT_ORDER.map(() => 0)
  for (let row = 0; row < start.length; row += 1) {
    if (!((start[row] ?? 0) <= time && time < (end[row] ?? 0)) || isCancelled[row] === 1) continue
    const kind = component[row] ?? 0
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
}
