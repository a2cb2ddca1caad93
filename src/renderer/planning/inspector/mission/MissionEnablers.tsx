import { Link2, Plus, X } from 'lucide-react'
import type { EnablerKind } from '../../../../domain/records/common.ts'
import { ENABLER_KINDS } from '../../../../domain/records/common.ts'
import type { Id } from '../../../../domain/records/ids.ts'
import type { Mission } from '../../../../domain/records/mission.ts'
import type { MissionType } from '../../../../domain/records/missionType.ts'
import { MissionPicker } from '../../../fields/MissionPicker.tsx'
import { RecordLink } from '../../../fields/RecordLink.tsx'
import { useAll } from '../../../fields/useAll.ts'
import { useRecord, useSession, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Button } from '../../../ui/Button.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { MenuButton } from '../../../ui/MenuButton.tsx'
import { ToneIcon } from '../../../ui/ToneIcon.tsx'
import { Section } from '../Sheet.tsx'
import { enablerStart } from './enablerStart.ts'
import { MissionTimes } from '../MissionTimes.tsx'

interface MissionEnablersProps {
  mission: Mission
  type: MissionType | undefined
}

/** What other missions give this one: each kind its type needs, and each that is tied though not needed. */
export function MissionEnablers({ mission, type }: MissionEnablersProps) {
  const { t } = useTexts()
  const kinds = ENABLER_KINDS.filter(
    (kind) => (type?.enablers.includes(kind) ?? false) || mission.enablers.some((e) => e.kind === kind),
  )
  return (
    <Section id="mission-enablers" title={t('sheet.enablers')} count={mission.enablers.length}>
      {kinds.length === 0 ? (
        <p className="sheet-note">{t('sheet.no-enablers')}</p>
      ) : (
        <ul className="sheet-list">
          {kinds.map((kind) => (
            <EnablerItem key={kind} kind={kind} mission={mission} isNeeded={type?.enablers.includes(kind) ?? false} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function EnablerItem({ kind, mission, isNeeded }: { kind: EnablerKind; mission: Mission; isNeeded: boolean }) {
  const { t } = useTexts()
  const session = useSession()
  const canEdit = useSessionState((s) => s.canEdit)
  const linked = mission.enablers.find((e) => e.kind === kind)?.mission ?? null
  const enabler = useRecord(linked)
  const word = t(`enabler.${kind}`)
  const link = (to: Id<'mission'> | null): void =>
    void session.dispatch({ type: 'linkEnabler', mission: mission.id, kind, enabler: to })
  return (
    <li className="sheet-item">
      <div className="sheet-line">
        <span className="sheet-grow sheet-strong">{word}</span>
        {linked === null && isNeeded ? (
          <span className="sheet-short">
            <ToneIcon tone="error" size={14} />
            {t('sheet.enabler-missing')}
          </span>
        ) : null}
        {linked !== null && canEdit ? (
          <IconButton icon={X} label={t('sheet.unlink', { what: word })} onPress={() => link(null)} />
        ) : null}
      </div>
      {linked === null ? null : (
        <>
          <RecordLink id={linked} isWhole />
          {enabler === undefined ? null : <MissionTimes mission={enabler} />}
        </>
      )}
      {linked === null && canEdit ? <ProvideEnabler kind={kind} mission={mission} onLink={link} /> : null}
    </li>
  )
}

interface ProvideEnablerProps {
  kind: EnablerKind
  mission: Mission
  onLink: (to: Id<'mission'>) => void
}

/** Ties a mission that there is, of a type that can give it, or makes a new one. */
function ProvideEnabler({ kind, mission, onLink }: ProvideEnablerProps) {
  const { t, name } = useTexts()
  const session = useSession()
  const providers = useAll('mission-type').filter((one) => one.provides.includes(kind))
  const ids = new Set<Id>(providers.map((one) => one.id))
  const word = t(`enabler.${kind}`).toLowerCase()
  const create = (type: MissionType): void =>
    void session.dispatch({
      type: 'addEnabler',
      mission: mission.id,
      kind,
      missionType: type.id,
      start: enablerStart(kind, mission, type.duration.likely),
    })
  const [only] = providers
  return (
    <div className="sheet-add">
      <MissionPicker
        label={t('sheet.link-enabler', { what: word })}
        icon={Link2}
        accepts={(one) => ids.has(one.type) && one.id !== mission.id}
        near={mission.start}
        onPick={onLink}
      />
      {providers.length === 1 && only !== undefined ? (
        <Button variant="quiet" icon={Plus} onPress={() => create(only)}>
          {t('sheet.create-enabler', { what: word })}
        </Button>
      ) : providers.length > 1 ? (
        <MenuButton
          label={t('sheet.create-enabler', { what: word })}
          icon={Plus}
          variant="quiet"
          entries={providers.map((one) => ({
            id: one.id,
            label: `${one.code} ${name(one.name)}`,
            onAction: () => create(one),
          }))}
        />
      ) : null}
    </div>
  )
}
