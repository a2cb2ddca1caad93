import { X } from 'lucide-react'
import type { Id } from '../../../../domain/records/ids.ts'
import type { Overlay } from '../../../../domain/records/overlay.ts'
import { MissionPicker } from '../../../fields/MissionPicker.tsx'
import { RecordLink } from '../../../fields/RecordLink.tsx'
import { UnitPicker } from '../../../fields/UnitPicker.tsx'
import { useAll } from '../../../fields/useAll.ts'
import { usePlan, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Section } from '../Sheet.tsx'
import { useEdit } from '../useEdit.ts'

const NONE = 'none'

/** Whose it is: a unit's, else a component's, else the whole plan's; and the mission it is for. */
export function OverlayCommand({ overlay }: { overlay: Overlay }) {
  const { t, name } = useTexts()
  const plan = usePlan()
  const edit = useEdit<'overlay'>(overlay)
  const canEdit = useSessionState((s) => s.canEdit)
  const components = useAll('component')
  const { unit, component, mission } = overlay
  return (
    <Section id="overlay-command" title={t('map-measures.command')}>
      <Select
        label={t('map-measures.component')}
        layout="beside"
        options={[
          { id: NONE, label: t('map-measures.whole-plan') },
          ...components.map((each) => ({ id: each.id, label: name(each.name) })),
        ]}
        value={component ?? NONE}
        isDisabled={!canEdit || unit !== null}
        onChange={(id) => edit({ component: id === NONE ? null : (id as Id<'component'>) })}
      />
      <Tied
        id={unit}
        word={t('map-measures.unit')}
        removeLabel={t('map-measures.no-unit')}
        canEdit={canEdit}
        onRemove={() => edit({ unit: null })}
      >
        <UnitPicker
          label={t('map-measures.choose-unit')}
          onPick={(id) => edit({ unit: id, component: plan.get(id)?.component ?? null })}
        />
      </Tied>
      <Tied
        id={mission}
        word={t('map-measures.mission')}
        removeLabel={t('map-measures.no-mission')}
        canEdit={canEdit}
        onRemove={() => edit({ mission: null })}
      >
        <MissionPicker label={t('map-measures.choose-mission')} onPick={(id) => edit({ mission: id })} />
      </Tied>
    </Section>
  )
}

interface TiedProps {
  id: Id | null
  word: string
  removeLabel: string
  canEdit: boolean
  onRemove: () => void
  /** What chooses one, where there is none. */
  children: React.ReactNode
}

function Tied({ id, word, removeLabel, canEdit, onRemove, children }: TiedProps) {
  const { t } = useTexts()
  return (
    <dl className="sheet-fact">
      <dt>{word}</dt>
      <dd className="sheet-line">
        {id === null ? null : (
          <span className="sheet-grow">
            <RecordLink id={id} isWhole />
          </span>
        )}
        {id !== null && canEdit ? <IconButton icon={X} label={removeLabel} onPress={onRemove} /> : null}
        {id === null && canEdit ? children : null}
        {id === null && !canEdit ? <span className="sheet-faint">{t('map-measures.none')}</span> : null}
      </dd>
    </dl>
  )
}
