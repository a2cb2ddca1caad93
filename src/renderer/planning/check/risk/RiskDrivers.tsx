import type { RiskSummary } from '../../../../domain/scheduling/risk/RiskSummary.ts'
import type { TornadoBar } from '../../../../domain/scheduling/risk/Tornado.ts'
import type { Id } from '../../../../domain/records/ids.ts'
import { formatSpan } from '../../../../domain/time/planTime.ts'
import { RecordLink } from '../../../fields/RecordLink.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'

const MOST = 12

/** What the end hangs on: missions and units it waits for, and what moves it most. */
export function RiskDrivers({ summary }: { summary: RiskSummary }) {
  const { t } = useTexts()
  return (
    <div className="risk-section">
      <Tornado bars={summary.tornado.slice(0, MOST)} />
      <Critical title={t('risk.missions')} items={summary.missionsCritical.slice(0, MOST)} />
      <Critical title={t('risk.units')} items={summary.unitsCritical.slice(0, MOST)} />
    </div>
  )
}

function Tornado({ bars }: { bars: readonly TornadoBar[] }) {
  const { t } = useTexts()
  const most = Math.max(1, ...bars.map((bar) => Math.abs(bar.swing)))
  return (
    <table className="risk-table">
      <caption className="risk-heading">{t('risk.drivers')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('risk.driver')}</th>
          <th scope="col" colSpan={2}>
            {t('risk.swing')}
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={'id' in bar.driver ? bar.driver.id : `season-${bar.driver.season}`}>
            <th scope="row">
              {'id' in bar.driver ? (
                <RecordLink id={bar.driver.id} isWhole />
              ) : (
                t(bar.driver.season === 0 ? 'risk.rains' : 'risk.low-water')
              )}
            </th>
            <td className="risk-number">{`${bar.swing < 0 ? '' : '+'}${formatSpan(Math.round(bar.swing))}`}</td>
            <td className="risk-swing" aria-hidden="true">
              <span
                className="risk-swing-bar"
                data-negative={bar.swing < 0 || undefined}
                style={{ inlineSize: `${((Math.abs(bar.swing) / most) * 100).toFixed(1)}%` }}
              />
            </td>
          </tr>
        ))}
        {bars.length === 0 ? (
          <tr>
            <td colSpan={3}>{t('risk.no-drivers')}</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  )
}

interface CriticalProps {
  readonly title: string
  readonly items: readonly { readonly id: Id; readonly criticality: { readonly value: number } }[]
}

function Critical({ title, items }: CriticalProps) {
  const { t } = useTexts()
  if (items.length === 0) return null
  return (
    <table className="risk-table">
      <caption className="risk-heading">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('risk.what')}</th>
          <th scope="col">{t('risk.share')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ id, criticality }) => (
          <tr key={id}>
            <th scope="row">
              <RecordLink id={id} isWhole />
            </th>
            <td className="risk-number">{t('risk.percent', { percent: (criticality.value * 100).toFixed(1) })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
