import { useMemo } from 'react'
import { Button } from 'react-aria-components'
import type { Finding } from '../../../../domain/check/Finding.ts'
import type { LoadSeries, PlanLoads } from '../../../../domain/check/loadSeries.ts'
import { sayFinding } from '../../../../domain/check/words.ts'
import type { AnyRecord } from '../../../../domain/records/catalog.ts'
import { type Id, isIdOf } from '../../../../domain/records/ids.ts'
import { recordShort } from '../../../fields/recordText.ts'
import { RecordLink } from '../../../fields/RecordLink.tsx'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { useFindingsOf, usePlan, useSession } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { ToneIcon } from '../../../ui/ToneIcon.tsx'
import { selectFinding } from '../selectFinding.ts'
import { chooseRow } from './chooseRow.ts'
import { dayNumbers, findingsOfDay, missionsOfDay, unitsOverOn } from './dayFacts.ts'
import { sayDay, sayShare } from './loadWords.ts'

interface LoadReadoutProps {
  readonly id: Id<'component' | 'unit'>
  readonly load: LoadSeries
  readonly loads: PlanLoads
  readonly day: number
}

/** Links shown of a list; the rest is counted. */
const MOST_LINKS = 12
const MOST_FINDINGS = 6

/** The day that is looked at: its numbers, its missions, and what the check finds about it. */
export function LoadReadout({ id, load, loads, day }: LoadReadoutProps) {
  const texts = useTexts()
  const { t, number } = texts
  const meta = usePlanMeta()
  const all = useFindingsOf(id)
  const { context } = loads
  const numbers = useMemo(() => dayNumbers(load, loads, day), [load, loads, day])
  const missions = useMemo(() => missionsOfDay(context, loads, id, day), [context, loads, id, day])
  const findings = useMemo(() => findingsOfDay(all, missions, loads, day), [all, missions, loads, day])
  const over = useMemo(() => unitsOverOn(context, loads, id, day), [context, loads, id, day])
  const facts: (readonly [string, string])[] = [
    [t('load.bound'), numbers.share === null ? t(`load.${numbers.state}`) : sayShare(numbers.share, texts)],
  ]
  if (numbers.highest > 1) facts.push([t('load.highest'), sayShare(numbers.highest, texts)])
  if (load.sorties !== null) {
    const asked = number(numbers.sorties ?? 0, 1)
    facts.push([t('load.sorties'), t('load.asked-of', { asked, available: number(load.sorties.available, 1) })])
  }
  if (load.crewHours !== null) {
    const asked = number(numbers.crewHours ?? 0, 1)
    facts.push([t('load.crews'), t('load.asked-of', { asked, available: number(load.crewHours.available, 1) })])
  }
  return (
    <section className="load-readout" aria-label={t('load.day')} tabIndex={-1}>
      <h3>
        {sayDay(loads.axis.edges[day] ?? 0, meta, texts)}
        {numbers.isOver ? (
          <span className="load-readout-over">
            <ToneIcon tone="error" size={14} />
            {t('load.is-over')}
          </span>
        ) : null}
      </h3>
      <dl className="load-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {numbers.isOutside ? <p className="load-note">{t('load.is-outside')}</p> : null}
      {findings.slice(0, MOST_FINDINGS).map((finding) => (
        <FindingLink key={finding.key} finding={finding} />
      ))}
      {findings.length > MOST_FINDINGS ? (
        <p className="load-note">{t('load.more', { count: findings.length - MOST_FINDINGS })}</p>
      ) : null}
      {over.length === 0 ? null : (
        <>
          <h4>{t('load.over-below', { count: over.length })}</h4>
          <ul className="load-links">
            {over.slice(0, MOST_LINKS).map((unit) => (
              <li key={unit}>
                <RowLink id={unit} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h4>{t('load.missions', { count: missions.length })}</h4>
      <ul className="load-links">
        {missions.slice(0, MOST_LINKS).map(({ mission, unit }) => (
          <li key={mission}>
            <RecordLink id={mission} />
            {unit === id ? null : <UnitName id={unit} />}
          </li>
        ))}
      </ul>
      {missions.length > MOST_LINKS ? (
        <p className="load-note">{t('load.more', { count: missions.length - MOST_LINKS })}</p>
      ) : null}
    </section>
  )
}

/** The sentence of a finding; pressed, the check looks at it. */
function FindingLink({ finding }: { finding: Finding }) {
  const { language, t } = useTexts()
  const session = useSession()
  const plan = usePlan()
  return (
    <p className="load-finding">
      <ToneIcon tone={finding.severity} size={14} label={t(`severity.${finding.severity}`)} />
      <Button className="record-link" onPress={() => selectFinding(session, finding)}>
        {sayFinding(finding, plan, language)}
      </Button>
    </p>
  )
}

/** A unit whose row is shown when pressed. */
function RowLink({ id }: { id: Id<'unit'> }) {
  const session = useSession()
  return (
    <Button className="record-link" onPress={() => chooseRow(session, id)}>
      <UnitName id={id} />
    </Button>
  )
}

function UnitName({ id }: { id: Id }) {
  const { language } = useTexts()
  const plan = usePlan()
  const record: AnyRecord | undefined = plan.get(id)
  return (
    <span className={isIdOf('unit', id) ? 'load-unit-name' : ''}>
      {record === undefined ? id : recordShort(record, language)}
    </span>
  )
}
