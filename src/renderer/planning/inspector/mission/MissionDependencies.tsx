import { Plus, X } from 'lucide-react'
import { DEPENDENCY_KINDS, type Dependency } from '../../../../domain/records/dependency.ts'
import type { Mission } from '../../../../domain/records/mission.ts'
import { MissionPicker } from '../../../fields/MissionPicker.tsx'
import { RecordLink } from '../../../fields/RecordLink.tsx'
import { SpanField } from '../../../fields/SpanField.tsx'
import { useRecord, useSession, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Section } from '../Sheet.tsx'
import { useEdit } from '../useEdit.ts'
import { MissionTimes } from '../MissionTimes.tsx'

const NONE: readonly Dependency[] = []

/** What the mission waits for, and what waits for it. */
export function MissionDependencies({ mission }: { mission: Mission }) {
  const { t } = useTexts()
  const session = useSession()
  const canEdit = useSessionState((s) => s.canEdit)
  const before = useSessionState((s) =>
    s.revision < 0 ? NONE : (s.plan?.indexes.dependenciesTo.get(mission.id) ?? NONE),
  )
  const after = useSessionState((s) =>
    s.revision < 0 ? NONE : (s.plan?.indexes.dependenciesFrom.get(mission.id) ?? NONE),
  )
  const link = (predecessor: Mission['id'], successor: Mission['id']): void =>
    void session.dispatch({ type: 'linkMissions', predecessor, successor, kind: 'finish-start', lagMinutes: 0 })
  const isOther = (one: Mission): boolean => one.id !== mission.id
  return (
    <Section id="mission-dependencies" title={t('sheet.dependencies')} count={before.length + after.length}>
      <DependencyList label={t('sheet.waits-for')} dependencies={before} other="predecessor" />
      {canEdit ? (
        <div>
          <MissionPicker
            label={t('sheet.add-before')}
            icon={Plus}
            accepts={isOther}
            near={mission.start}
            onPick={(id) => link(id, mission.id)}
          />
        </div>
      ) : null}
      <DependencyList label={t('sheet.waited-by')} dependencies={after} other="successor" />
      {canEdit ? (
        <div>
          <MissionPicker
            label={t('sheet.add-after')}
            icon={Plus}
            accepts={isOther}
            near={mission.start}
            onPick={(id) => link(mission.id, id)}
          />
        </div>
      ) : null}
    </Section>
  )
}

interface DependencyListProps {
  label: string
  dependencies: readonly Dependency[]
  other: 'predecessor' | 'successor'
}

function DependencyList({ label, dependencies, other }: DependencyListProps) {
  const { t } = useTexts()
  return (
    <div>
      <h4 className="sheet-strong">{label}</h4>
      {dependencies.length === 0 ? (
        <p className="sheet-note">{t('sheet.none')}</p>
      ) : (
        <ul className="sheet-list" aria-label={label}>
          {dependencies.map((dependency) => (
            <DependencyItem key={dependency.id} dependency={dependency} other={other} />
          ))}
        </ul>
      )}
    </div>
  )
}

function DependencyItem({ dependency, other }: { dependency: Dependency; other: 'predecessor' | 'successor' }) {
  const { t } = useTexts()
  const session = useSession()
  const edit = useEdit<'dependency'>(dependency)
  const canEdit = useSessionState((s) => s.canEdit)
  const id = dependency[other]
  const mission = useRecord(id)
  const code = mission?.code ?? id
  return (
    <li className="sheet-item">
      <div className="sheet-line">
        <span className="sheet-grow">
          <RecordLink id={id} isWhole />
        </span>
        {canEdit ? (
          <IconButton
            icon={X}
            label={t('sheet.unlink', { what: code })}
            onPress={() => session.dispatch({ type: 'removeRecords', ids: [dependency.id] })}
          />
        ) : null}
      </div>
      {mission === undefined ? null : <MissionTimes mission={mission} />}
      <div className="sheet-pair">
        <Select
          label={t('sheet.dependency-kind')}
          options={DEPENDENCY_KINDS.map((kind) => ({ id: kind, label: t(`dependency.${kind}`) }))}
          value={dependency.kind}
          isDisabled={!canEdit}
          onChange={(kind) => edit({ kind: DEPENDENCY_KINDS.find((k) => k === kind) ?? dependency.kind })}
        />
        <SpanField
          label={t('sheet.lag')}
          value={dependency.lagMinutes}
          isReadOnly={!canEdit}
          onCommit={(lagMinutes) => edit({ lagMinutes })}
        />
      </div>
    </li>
  )
}
