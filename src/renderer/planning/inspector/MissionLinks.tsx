import type { Mission } from '../../../domain/records/mission.ts'
import { RecordLink } from '../../fields/RecordLink.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Section } from './Sheet.tsx'

const SHOWN = 100

/** Missions that a record has to do with. */
export function MissionLinks({ missions }: { missions: readonly Mission[] }) {
  const { t } = useTexts()
  return (
    <Section id="links-missions" title={t('sheet.missions')} count={missions.length}>
      {missions.length === 0 ? <p className="sheet-note">{t('sheet.none')}</p> : null}
      <ul className="sheet-list">
        {missions.slice(0, SHOWN).map(({ id }) => (
          <li key={id} className="sheet-line">
            <RecordLink id={id} isWhole />
          </li>
        ))}
      </ul>
      {missions.length > SHOWN ? (
        <p className="sheet-note">{t('sheet.and-more', { count: missions.length - SHOWN })}</p>
      ) : null}
    </Section>
  )
}
