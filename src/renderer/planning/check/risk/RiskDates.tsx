import type { GroupRisk } from '../../../../domain/scheduling/risk/simulateRisk.ts'
import { asId } from './asId.ts'
import { RecordLink } from '../../../fields/RecordLink.tsx'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { useTexts } from '../../../texts/TextContext.tsx'
import { useRiskTime } from './useRiskTime.ts'

/** Whether dates hold: those least likely to hold first, then what has no date. */
export function RiskDates({ groups }: { groups: readonly GroupRisk[] }) {
  const { t } = useTexts()
  const time = useRiskTime()
  const sorted = groups.toSorted((a, b) => (a.inTime?.value ?? 2) - (b.inTime?.value ?? 2))
  return (
    <section className="risk-section">
      <table className="risk-table">
        <caption className="risk-heading">{t('risk.dates')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('risk.what')}</th>
            <th scope="col">{t('risk.due')}</th>
            <th scope="col">{t('risk.p80')}</th>
            <th scope="col">{t('risk.in-time')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((group) => (
            <tr key={group.id}>
              <th scope="row">
                <GroupName id={group.id} />
              </th>
              <td>{group.due === null ? '—' : time(group.due)}</td>
              <td>{time(group.p80.value)}</td>
              <td>{group.inTime === null ? '—' : <Chance share={group.inTime} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function GroupName({ id }: { id: string }) {
  const { language } = useTexts()
  const { phases } = usePlanMeta()
  const record = asId(id)
  if (record !== null) return <RecordLink id={record} isWhole />
  const name = phases.find((phase) => `phase:${phase.key}` === id)?.name
  return <>{name?.[language] ?? name?.es ?? id}</>
}

/** A chance with its bar; the interval stands beside it in full. */
function Chance({ share }: { share: NonNullable<GroupRisk['inTime']> }) {
  const { t } = useTexts()
  const percent = (value: number): string => (value * 100).toFixed(1)
  const tone = share.value < 0.5 ? 'error' : share.value < 0.8 ? 'warning' : 'ok'
  return (
    <span className="risk-chance" data-tone={tone}>
      <span className="risk-track" aria-hidden="true">
        <span className="risk-fill" style={{ inlineSize: `${percent(share.value)}%` }} />
      </span>
      <span className="risk-percent">{t('risk.percent', { percent: percent(share.value) })}</span>
      <span className="risk-faint">{t('risk.interval', { low: percent(share.low), high: percent(share.high) })}</span>
    </span>
  )
}
