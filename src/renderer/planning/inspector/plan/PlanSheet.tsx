import type { PlanRecord } from '../../../../domain/records/plan.ts'
import { err, ok } from '../../../../domain/result.ts'
import { ParsedField } from '../../../fields/ParsedField.tsx'
import { PlanTimeField } from '../../../fields/PlanTimeField.tsx'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { usePlan, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Badge } from '../../../ui/Badge.tsx'
import { DescriptionList } from '../../../ui/DescriptionList.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { RequiredTextField } from '../RequiredTextField.tsx'
import { Section, Sheet } from '../Sheet.tsx'
import { SheetFindings } from '../SheetFindings.tsx'
import { useEdit } from '../useEdit.ts'
import { HHourField } from './HHourField.tsx'
import { PlanCapabilities } from './PlanCapabilities.tsx'
import { PlanParameters } from './PlanParameters.tsx'
import { PlanPhases } from './PlanPhases.tsx'
import { PlanRecords } from './PlanRecords.tsx'

/** The plan itself: what stands where nothing is selected. */
export function PlanSheet() {
  const { t } = useTexts()
  const meta = usePlanMeta()
  return (
    <Sheet
      kind={t('sheet.plan')}
      title={meta.title}
      aside={
        <>
          {meta.exercise ? <Badge>{t('app.exercise')}</Badge> : null}
          {meta.notional === true ? <Badge>{t('notional')}</Badge> : null}
        </>
      }
    >
      <SheetFindings id={meta.id} />
      <PlanTimes meta={meta} />
      <PlanPhases meta={meta} />
      <PlanWords meta={meta} />
      <PlanMarking meta={meta} />
      <PlanRecords />
      <PlanCapabilities meta={meta} />
      <PlanParameters meta={meta} />
      <PlanCounts />
    </Sheet>
  )
}

function PlanTimes({ meta }: { meta: PlanRecord }) {
  const { t } = useTexts()
  const edit = useEdit<'plan'>(meta)
  const isReadOnly = !useSessionState((s) => s.canEdit)
  const { horizon } = meta
  return (
    <Section id="plan-times" title={t('plan.times')}>
      <HHourField meta={meta} />
      <PlanTimeField
        label={t('plan.horizon-from')}
        layout="beside"
        value={horizon.from}
        isRequired
        isReadOnly={isReadOnly}
        refuse={(at) => (at !== null && at >= horizon.to ? t('sheet.from-after-to') : null)}
        onCommit={(from) => {
          if (from !== null) edit({ horizon: { ...horizon, from } })
        }}
      />
      <PlanTimeField
        label={t('plan.horizon-to')}
        layout="beside"
        value={horizon.to}
        isRequired
        isReadOnly={isReadOnly}
        refuse={(at) => (at !== null && at <= horizon.from ? t('sheet.from-after-to') : null)}
        onCommit={(to) => {
          if (to !== null) edit({ horizon: { ...horizon, to } })
        }}
      />
    </Section>
  )
}

function PlanWords({ meta }: { meta: PlanRecord }) {
  const { t } = useTexts()
  const edit = useEdit<'plan'>(meta)
  const isReadOnly = !useSessionState((s) => s.canEdit)
  return (
    <Section id="plan-words" title={t('plan.intent')}>
      <RequiredTextField
        label={t('mission.title')}
        value={meta.title}
        isReadOnly={isReadOnly}
        onCommit={(title) => edit({ title })}
      />
      <TextArea
        label={t('mission.purpose')}
        value={meta.purpose}
        isReadOnly={isReadOnly}
        maxLength={20_000}
        onCommit={(purpose) => edit({ purpose })}
      />
      <TextArea
        label={t('plan.end-state')}
        value={meta.endState}
        isReadOnly={isReadOnly}
        maxLength={20_000}
        onCommit={(endState) => edit({ endState })}
      />
    </Section>
  )
}

const COLOR = /^#[0-9a-f]{6}$/

function PlanMarking({ meta }: { meta: PlanRecord }) {
  const { t } = useTexts()
  const edit = useEdit<'plan'>(meta)
  const canEdit = useSessionState((s) => s.canEdit)
  const { marking } = meta
  return (
    <Section id="plan-marking" title={t('plan.marking')}>
      <TextField
        label={t('plan.marking-text')}
        layout="beside"
        value={marking.text}
        isReadOnly={!canEdit}
        maxLength={300}
        onCommit={(text) => edit({ marking: { ...marking, text } })}
      />
      <div className="sheet-line">
        <ParsedField
          label={t('plan.marking-color')}
          layout="beside"
          text={marking.color}
          isReadOnly={!canEdit}
          read={(text) => {
            const color = text.trim().toLowerCase()
            return COLOR.test(color) ? ok(color) : err(t('plan.not-a-color'))
          }}
          onCommit={(color) => edit({ marking: { ...marking, color } })}
        />
        <span className="sheet-swatch" style={{ backgroundColor: marking.color }} aria-hidden />
      </div>
      <Switch isSelected={meta.exercise} isDisabled={!canEdit} onChange={(exercise) => edit({ exercise })}>
        {t('plan.exercise')}
      </Switch>
    </Section>
  )
}

const COUNTED = ['unit', 'mission', 'assignment', 'dependency'] as const

function PlanCounts() {
  const { t, number } = useTexts()
  const plan = usePlan()
  return (
    <Section id="plan-counts" title={t('plan.counts')}>
      <DescriptionList
        emptyText="0"
        facts={COUNTED.map((kind) => ({
          id: kind,
          term: t(`kinds.${kind}`),
          value: number(plan.count(kind)),
          isFigure: true,
        }))}
      />
    </Section>
  )
}
