import type { RiskSummary } from '../../../../domain/scheduling/risk/RiskSummary.ts'
import { formatDay } from '../../../../domain/time/dtg.ts'
import { formatDayCount, toInstant } from '../../../../domain/time/planTime.ts'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { useTexts } from '../../../texts/TextContext.tsx'
import { useRiskTime } from './useRiskTime.ts'

const WIDTH = 960
const HEIGHT = 120
const FOOT = 18

/** How the plan's end spreads: runs by when they end, with P50, P80, P95 and the horizon as lines. */
export function RiskHistogram({ summary }: { summary: RiskSummary }) {
  const { t, language } = useTexts()
  const meta = usePlanMeta()
  const time = useRiskTime()
  const { histogram, end } = summary
  const most = Math.max(1, ...histogram.counts)
  const from = histogram.from
  const to = histogram.from + Math.max(1, histogram.width * histogram.counts.length)
  const x = (minutes: number): number => ((minutes - from) / (to - from)) * WIDTH
  const bar = WIDTH / Math.max(1, histogram.counts.length)
  const marks = [
    { id: 'p50', at: end.p50 },
    { id: 'p80', at: end.p80 },
    { id: 'p95', at: end.p95 },
  ] as const
  const day = (minutes: number): string =>
    `${formatDay(toInstant(minutes, meta.hHour), meta.timeZone, language)} · ${formatDayCount(minutes)}`
  return (
    <section className="risk-end" aria-label={t('risk.end')}>
      <h2 className="risk-heading">{t('risk.end')}</h2>
      <dl className="risk-marks">
        {marks.map(({ id, at }) => (
          <div key={id} className="risk-mark">
            <dt>{t(`risk.${id}`)}</dt>
            <dd>
              <strong>{time(at.value)}</strong>
              <span className="risk-faint">{t('risk.between', { low: time(at.low), high: time(at.high) })}</span>
            </dd>
          </div>
        ))}
      </dl>
      <svg
        className="risk-histogram"
        viewBox={`0 0 ${WIDTH} ${HEIGHT + FOOT}`}
        role="img"
        aria-label={t('risk.histogram')}
      >
        {histogram.counts.map((count, i) => {
          const height = (count / most) * (HEIGHT - 8)
          return (
            <rect
              // oxlint-disable-next-line react/no-array-index-key
              key={i}
              className="risk-bar"
              x={i * bar + 0.5}
              y={HEIGHT - height}
              width={Math.max(1, bar - 1)}
              height={height}
            />
          )
        })}
        {marks.map(({ id, at }) => (
          <line key={id} className="risk-line" data-mark={id} x1={x(at.value)} x2={x(at.value)} y1={0} y2={HEIGHT} />
        ))}
        <line className="risk-axis" x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
        <text className="risk-tick" x={0} y={HEIGHT + 14}>
          {day(from)}
        </text>
        <text className="risk-tick" x={WIDTH} y={HEIGHT + 14} textAnchor="end">
          {day(to)}
        </text>
      </svg>
    </section>
  )
}
