import { locationAt, readinessAt } from '../../../domain/plan/unitStates.ts'
import { parameter } from '../../../domain/check/parameters.ts'
import type { Finding } from '../../../domain/check/Finding.ts'
import { formatDegrees, formatMgrs } from '../../../domain/geo/mgrs.ts'
import type { Unit } from '../../../domain/records/unit.ts'
import { formatDay, formatDtg } from '../../../domain/time/dtg.ts'
import { toInstant } from '../../../domain/time/planTime.ts'
import { MilitarySymbol } from '../../fields/MilitarySymbol.tsx'
import { usePlanMeta } from '../../fields/usePlanMeta.ts'
import { worstSeverity } from '../../session/FindingsView.ts'
import { useFindingsOf, useSessionState } from '../../session/SessionContext.tsx'
import type { SessionState } from '../../session/SessionState.ts'
import { useTexts } from '../../texts/TextContext.tsx'
import { ToneIcon } from '../../ui/ToneIcon.tsx'

type UnitProps = { readonly unit: Readonly<Unit> }

const SYMBOL_PIXELS = 20

const instantOf = (s: SessionState): number => toInstant(s.time, s.plan?.meta.hHour ?? 0)

/** Symbol and name; invented units say so. */
export function NameCell({ unit }: UnitProps) {
  const { t } = useTexts()
  return (
    <span className="forces-name">
      <MilitarySymbol code={unit.symbol} size={SYMBOL_PIXELS} />
      <span className="forces-name-text">{unit.name}</span>
      {unit.notional === true ? (
        <abbr className="forces-notional" title={t('notional')}>
          {t('forces.notional-sign')}
        </abbr>
      ) : null}
    </span>
  )
}

/** Readiness at the chosen time; drawn again only when it changes. */
export function ReadinessCell({ unit }: UnitProps) {
  const { t } = useTexts()
  const percent = useSessionState((s) => readinessAt(unit, instantOf(s)))
  const threshold = useSessionState((s) => (s.plan === null ? 0 : parameter(s.plan, 'readiness-threshold-percent')))
  if (percent === null) return <span className="forces-none">{t('forces.unstated')}</span>
  const isLow = percent < threshold
  const words = isLow ? t('forces.below-threshold', { percent, threshold }) : t('forces.readiness', { percent })
  return (
    <span className="forces-readiness" data-low={isLow || undefined} title={words}>
      <span className="forces-bar" aria-hidden>
        <span className="forces-bar-fill" style={{ width: `${percent}%` }} />
        <span className="forces-bar-threshold" style={{ left: `${threshold}%` }} />
      </span>
      <span className="forces-figure" aria-hidden={isLow}>
        {t('forces.readiness', { percent })}
      </span>
      {isLow ? <ToneIcon tone="warning" size={12} label={words} /> : <span className="forces-sign-space" />}
    </span>
  )
}

/** Allocation periods over the plan's horizon, with the chosen time as a line, and the first in words. */
export function AllocationCell({ unit }: UnitProps) {
  const { t, language } = useTexts()
  const { hHour, horizon, timeZone } = usePlanMeta()
  const { allocation } = unit
  const [first] = allocation
  if (first === undefined) return <span className="forces-none">{t('forces.no-allocation')}</span>
  const from = toInstant(horizon.from, hHour)
  const span = toInstant(horizon.to, hHour) - from
  const share = (instant: number): number => Math.min(1, Math.max(0, (instant - from) / span)) * 100
  const day = (instant: number): string => `${formatDay(instant, timeZone, language)} ${formatYear(instant, timeZone)}`
  const end = (to: number | null): string => (to === null ? t('forces.open-end') : day(to))
  const whole = allocation
    .map(
      (p) =>
        `${formatDtg(p.from, timeZone, language)} – ${p.to === null ? t('forces.open-end') : formatDtg(p.to, timeZone, language)}`,
    )
    .join('\n')
  return (
    <span className="forces-allocation" title={whole}>
      <span className="forces-periods" aria-hidden>
        {allocation.map((period) => {
          const left = share(period.from)
          const right = period.to === null ? 100 : share(period.to)
          return <span key={period.from} style={{ left: `${left}%`, width: `${Math.max(1, right - left)}%` }} />
        })}
      </span>
      <span className="forces-period-words">
        {day(first.from)} – {end(first.to)}
        {allocation.length > 1 ? ` ${t('forces.more-periods', { count: allocation.length - 1 })}` : ''}
      </span>
    </span>
  )
}

/** Two digits, as a date-time group ends. */
const formatYear = (instant: number, timeZone: string): string => formatDtg(instant, timeZone, 'en').slice(-2)

/** Where the unit is at the chosen time: the place's name, or a grid reference. */
export function LocationCell({ unit }: UnitProps) {
  const { t, language } = useTexts()
  const text = useSessionState((s) => {
    const location = locationAt(unit, instantOf(s))
    if (location === null || s.plan === null) return null
    return 'place' in location
      ? (s.plan.get(location.place)?.name ?? null)
      : (formatMgrs(location.position, 4) ?? formatDegrees(location.position, language, 3))
  })
  return text === null ? <span className="forces-none">{t('forces.unstated')}</span> : <span title={text}>{text}</span>
}

export function CapabilitiesCell({ unit }: UnitProps) {
  const { name } = useTexts()
  const { capabilities } = usePlanMeta()
  const words = unit.capabilities
    .map(({ capability, quantity }) => {
      const known = capabilities.find((c) => c.key === capability)
      return `${quantity} ${known === undefined ? capability : name(known.name)}`
    })
    .join(' · ')
  return <span title={words}>{words}</span>
}

/** How many missions it is on. */
export function MissionsCell({ unit }: UnitProps) {
  const count =
    useSessionState((s) => (s.revision < 0 ? 0 : s.plan?.indexes.assignmentsOfUnit.get(unit.id).length)) ?? 0
  return count === 0 ? null : count
}

/** The worst finding about the unit that nobody has accepted, and how many there are. */
export function FindingsCell({ unit }: UnitProps) {
  const { t } = useTexts()
  const findings = useFindingsOf(unit.id)
  const count = useSessionState((s) => openFindings(s, findings).length)
  const worst = useSessionState((s) => worstSeverity(openFindings(s, findings)))
  if (worst === null) return null
  const words = t('forces.finding-count', { count, severity: t(`severity.${worst}`) })
  return (
    <span className="forces-findings" title={words}>
      <ToneIcon tone={worst} size={14} label={words} />
      <span aria-hidden>{count}</span>
    </span>
  )
}

const openFindings = (s: SessionState, findings: readonly Finding[]): readonly Finding[] =>
  findings.length === 0 || s.plan === null
    ? NO_FINDINGS
    : findings.filter(({ key }) => s.plan?.indexes.acceptancesOfFinding.get(key).length === 0)

const NO_FINDINGS: readonly Finding[] = []
