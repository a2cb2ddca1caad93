import type { Overlay } from '../../../../domain/records/overlay.ts'
import { PlanTimeField } from '../../../fields/PlanTimeField.tsx'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Section } from '../Sheet.tsx'
import { useEdit } from '../useEdit.ts'

const NONE = 'none'

/** When it is in force. */
export function OverlayTimes({ overlay }: { overlay: Overlay }) {
  const { t, name } = useTexts()
  const { phases } = usePlanMeta()
  const edit = useEdit<'overlay'>(overlay)
  const canEdit = useSessionState((s) => s.canEdit)
  const { phase, from, to } = overlay
  return (
    <Section id="overlay-times" title={t('map-measures.validity')}>
      <Select
        label={t('map-measures.phase')}
        layout="beside"
        options={[
          { id: NONE, label: t('map-measures.none') },
          ...phases.map((each) => ({ id: `phase ${each.key}`, label: name(each.name) })),
        ]}
        value={phase === null ? NONE : `phase ${phase}`}
        isDisabled={!canEdit}
        onChange={(id) => edit({ phase: phases.find(({ key }) => `phase ${key}` === id)?.key ?? null })}
      />
      <PlanTimeField
        label={t('map-measures.from')}
        layout="beside"
        value={from}
        isReadOnly={!canEdit}
        refuse={(at) => (at !== null && to !== null && at >= to ? t('map-measures.from-after-to') : null)}
        onCommit={(at) => edit({ from: at })}
      />
      <PlanTimeField
        label={t('map-measures.to')}
        layout="beside"
        value={to}
        isReadOnly={!canEdit}
        refuse={(at) => (at !== null && from !== null && at <= from ? t('map-measures.from-after-to') : null)}
        onCommit={(at) => edit({ to: at })}
      />
    </Section>
  )
}
