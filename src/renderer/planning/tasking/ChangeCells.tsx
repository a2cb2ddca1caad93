import { memo } from 'react'
import { ArrowRight } from 'lucide-react'
import type { Id } from '../../../domain/records/ids.ts'
import type { ProposedChange } from '../../../domain/scheduling/tasking/Proposal.ts'
import { sayUnit } from '../../../domain/check/saying.ts'
import { useRecord, useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { StartText } from './MissionCells.tsx'
import { type UnitChange, unitDelta } from './unitDelta.ts'

interface TakeCellProps {
  readonly mission: Id<'mission'>
  readonly isTaken: boolean
  readonly onToggle: () => void
}

/**
 * The code of a mission, and whether its change is to be taken. The grid holds the tab stop. A plain box: with a
 * control of React Aria's in each row a step of scrolling took 12 ms of script in place of 4.
 */
export function TakeCell({ mission, isTaken, onToggle }: TakeCellProps) {
  const { t } = useTexts()
  const code = useRecord(mission)?.code ?? mission
  return (
    <span className="tasking-take">
      <input
        type="checkbox"
        className="tasking-box"
        aria-label={t('tasking.take-one', { code })}
        tabIndex={-1}
        checked={isTaken}
        onChange={onToggle}
      />
      {code}
    </span>
  )
}

export const TitleCell = memo(function TitleCell({ mission }: { mission: Id<'mission'> }) {
  const title = useRecord(mission)?.title ?? ''
  return <span title={title}>{title}</span>
})

/** The start now and the one proposed; alone where it stays. */
export const StartCell = memo(function StartCell({ start }: { start: ProposedChange['start'] }) {
  const { t } = useTexts()
  if (start.from === start.to) {
    return (
      <span className="tasking-was">
        <StartText minutes={start.to} /> · {t('tasking.stays')}
      </span>
    )
  }
  return (
    <span className="tasking-from-to">
      <span className="tasking-was">
        <StartText minutes={start.from} />
      </span>
      <Icon glyph={ArrowRight} size={12} label={t('tasking.becomes')} />
      <StartText minutes={start.to} />
    </span>
  )
})

const SIGNS: Record<UnitChange['how'], string> = { comes: '+ ', goes: '− ', stays: '', changes: '± ' }

/** Units that come, go and stay, each with its sign. */
export const UnitsCell = memo(function UnitsCell({ units }: { units: ProposedChange['units'] }) {
  const { t } = useTexts()
  const names = useSessionState((s) => {
    const { plan } = s
    return plan === null || s.revision < 0
      ? ''
      : unitDelta(units)
          .map(({ unit, how }) => `${how}\u0000${sayUnit(plan, unit)}`)
          .join('\u0001')
  })
  if (names === '') return <span className="tasking-was">{t('tasking.no-units-needed')}</span>
  const shown = names.split('\u0001').map((part) => part.split('\u0000') as [UnitChange['how'], string])
  return (
    <span className="tasking-units" title={shown.map(([how, name]) => `${SIGNS[how]}${name}`).join('  ')}>
      {shown.map(([how, name]) => (
        <span key={`${how} ${name}`} className="tasking-unit" data-how={how}>
          {SIGNS[how]}
          {name}
        </span>
      ))}
    </span>
  )
})
