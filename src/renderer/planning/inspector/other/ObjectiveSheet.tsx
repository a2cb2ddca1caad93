import type { Id } from '../../../../domain/records/ids.ts'
import type { Mission } from '../../../../domain/records/mission.ts'
import { useRecord, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Badge } from '../../../ui/Badge.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { MissionLinks } from '../MissionLinks.tsx'
import { RequiredTextField } from '../RequiredTextField.tsx'
import { Section, Sheet } from '../Sheet.tsx'
import { SheetFindings } from '../SheetFindings.tsx'
import { useEdit } from '../useEdit.ts'
import type { Objective } from '../../../../domain/records/objective.ts'

const NONE: readonly Mission[] = []

/** An objective of the plan and the missions that serve it. */
export function ObjectiveSheet({ id }: { id: Id<'objective'> }) {
  const { t, name } = useTexts()
  const objective = useRecord(id)
  const missions = useSessionState((s) =>
    s.revision < 0 ? NONE : (s.plan?.indexes.missionsOfObjective.get(id) ?? NONE),
  )
  if (objective === undefined) return null
  return (
    <Sheet
      kind={t('sheet.objective')}
      title={`${objective.code} ${name(objective.name)}`}
      aside={objective.notional === true ? <Badge>{t('notional')}</Badge> : undefined}
    >
      <SheetFindings id={id} />
      <ObjectiveFields objective={objective} />
      <MissionLinks missions={missions} />
    </Sheet>
  )
}

function ObjectiveFields({ objective }: { objective: Objective }) {
  const { t } = useTexts()
  const edit = useEdit<'objective'>(objective)
  const isReadOnly = !useSessionState((s) => s.canEdit)
  return (
    <Section id="objective" title={t('sheet.identity')}>
      <RequiredTextField
        label={t('mission.code')}
        layout="beside"
        value={objective.code}
        isReadOnly={isReadOnly}
        onCommit={(code) => edit({ code })}
      />
      <RequiredTextField
        label={t('sheet.name-es')}
        layout="beside"
        value={objective.name.es}
        isReadOnly={isReadOnly}
        onCommit={(es) => edit({ name: { ...objective.name, es } })}
      />
      <TextArea
        label={t('sheet.effects')}
        description={t('sheet.one-a-line')}
        value={objective.effects.join('\n')}
        isReadOnly={isReadOnly}
        onCommit={(text) => edit({ effects: linesOf(text) })}
      />
    </Section>
  )
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
