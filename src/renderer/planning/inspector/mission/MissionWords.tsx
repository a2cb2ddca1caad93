import type { Mission } from '../../../../domain/records/mission.ts'
import { useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { Section } from '../Sheet.tsx'
import { useEdit } from '../useEdit.ts'

/** The mission in words: task and purpose, risk, notes, where it comes from. */
export function MissionWords({ mission }: { mission: Mission }) {
  const { t } = useTexts()
  const edit = useEdit<'mission'>(mission)
  const isReadOnly = !useSessionState((s) => s.canEdit)
  const kept = { isReadOnly, maxLength: 20_000 }
  return (
    <Section id="mission-words" title={t('sheet.words')}>
      <TextField
        label={t('mission.verb')}
        layout="beside"
        value={mission.verb}
        isReadOnly={isReadOnly}
        maxLength={300}
        onCommit={(verb) => edit({ verb })}
      />
      <TextArea label={t('mission.task')} value={mission.task} {...kept} onCommit={(task) => edit({ task })} />
      <TextArea
        label={t('mission.purpose')}
        value={mission.purpose}
        {...kept}
        onCommit={(purpose) => edit({ purpose })}
      />
      <TextArea label={t('mission.risk')} value={mission.risk} {...kept} onCommit={(risk) => edit({ risk })} />
      <TextArea label={t('mission.notes')} value={mission.notes} {...kept} onCommit={(notes) => edit({ notes })} />
      <TextField
        label={t('mission.source')}
        layout="beside"
        value={mission.source ?? ''}
        isReadOnly={isReadOnly}
        maxLength={300}
        onCommit={(source) => edit({ source: source === '' ? undefined : source })}
      />
    </Section>
  )
}
