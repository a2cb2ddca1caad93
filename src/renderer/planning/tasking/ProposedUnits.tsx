import { useMemo } from 'react'
import { sayCapability, sayUnit } from '../../../domain/check/saying.ts'
import { sayUnitReason } from '../../../domain/scheduling/tasking/explain/sayUnitReason.ts'
import type { ProposedChange, ProposedUnit } from '../../../domain/scheduling/tasking/Proposal.ts'
import { MilitarySymbol } from '../../fields/MilitarySymbol.tsx'
import { RecordLink } from '../../fields/RecordLink.tsx'
import { usePlan } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { type UnitChange, unitDelta } from './unitDelta.ts'

/** The units of a change: which come, go, stay, in what part and with what, and why those that are new. */
export function ProposedUnits({ change }: { change: ProposedChange }) {
  const { t } = useTexts()
  const units = useMemo(() => unitDelta(change.units), [change])
  return (
    <div>
      <h3>{t('tasking.who')}</h3>
      {units.length === 0 ? <p>{t('tasking.no-units-needed')}</p> : null}
      <ul className="tasking-members" aria-label={t('tasking.who')}>
        {units.map((unit) => (
          <Member key={unit.unit} change={change} unit={unit} />
        ))}
      </ul>
    </div>
  )
}

function Member({ change, unit }: { change: ProposedChange; unit: UnitChange }) {
  const { t, language } = useTexts()
  const plan = usePlan()
  const symbol = plan.get(unit.unit)?.symbol
  const reason = change.whyThese.find((r) => r.unit === unit.unit)
  const shown = unit.to ?? unit.from
  return (
    <li className="tasking-member" data-how={unit.how}>
      <span className="tasking-member-line">
        {symbol === undefined ? null : <MilitarySymbol code={symbol} size={18} />}
        <RecordLink id={unit.unit} />
        <span className="tasking-how">{t(`tasking.unit-${unit.how}`)}</span>
      </span>
      {shown === null ? null : <Brought unit={shown} was={unit.how === 'changes' ? unit.from : null} />}
      {reason === undefined ? null : (
        <span className="tasking-why">
          {withoutName(sayUnitReason(reason, plan, language), sayUnit(plan, unit.unit))}
        </span>
      )}
    </li>
  )
}

/** The name stands above it already. */
const withoutName = (sentence: string, name: string): string =>
  sentence.startsWith(`${name}: `) ? sentence.slice(name.length + 2) : sentence

/** `Apoyado, con 2 de transporte rotatorio`; before it what it was, where that changes. */
function Brought({ unit, was }: { unit: ProposedUnit; was: ProposedUnit | null }) {
  const { t, language, number } = useTexts()
  const plan = usePlan()
  const say = ({ part, brings }: ProposedUnit): string => {
    const amounts = brings.map((b) => `${number(b.quantity, 1)} × ${sayCapability(plan, b.capability, language)}`)
    return [t(`part.${part}`), ...amounts].join(' · ')
  }
  return (
    <span className="tasking-was">
      {was === null ? '' : `${say(was)} → `}
      {say(unit)}
    </span>
  )
}
