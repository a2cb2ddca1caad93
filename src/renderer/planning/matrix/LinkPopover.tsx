import { useRef, useState } from 'react'
import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import { DEPENDENCY_KINDS, type DependencyKind } from '../../../domain/records/dependency.ts'
import { SpanField } from '../../fields/SpanField.tsx'
import { useSession } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { Select } from '../../ui/Select.tsx'
import { barElementId } from './BarView.tsx'
import { focusGrid } from './focusGrid.ts'
import { type LinkDraft, matrixView, say, useMatrixView } from './matrixView.ts'

/** Asks for kind and lag of a link that was drawn, beside the bar it leads to. */
export function LinkPopover({ plan }: { plan: PlanReader }) {
  const draft = useMatrixView((v) => v.linkDraft)
  if (draft === null) return null
  return <OpenLinkPopover key={`${draft.predecessor} ${draft.successor}`} draft={draft} plan={plan} />
}

function OpenLinkPopover({ draft, plan }: { draft: LinkDraft; plan: PlanReader }) {
  const { t } = useTexts()
  const session = useSession()
  const [kind, setKind] = useState<DependencyKind>('finish-start')
  const [lagMinutes, setLag] = useState(0)
  const assignment = plan.indexes.assignmentsOfMission
    .get(draft.successor)
    .find((a) => document.getElementById(barElementId(a.id)) !== null)
  const anchor = useRef<Element | null>(
    assignment === undefined
      ? document.querySelector('.matrix-body')
      : document.getElementById(barElementId(assignment.id)),
  )
  const from = plan.get(draft.predecessor)?.code ?? ''
  const to = plan.get(draft.successor)?.code ?? ''
  const close = (): void => {
    matrixView.setState({ linkDraft: null })
    focusGrid()
  }
  const link = (): void => {
    const isDone = session.dispatch({ type: 'linkMissions', ...draft, kind, lagMinutes }).ok
    if (isDone) say(t('matrix.said-linked', { from, to }))
    close()
  }
  return (
    <Popover
      label={t('matrix.link-title', { from, to })}
      triggerRef={anchor}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) close()
      }}
    >
      <div className="matrix-form">
        <h3>{t('matrix.link-title', { from, to })}</h3>
        <Select
          label={t('matrix.link-kind')}
          options={DEPENDENCY_KINDS.map((id) => ({ id, label: t(`dependency.${id}`) }))}
          value={kind}
          onChange={(id) => setKind(DEPENDENCY_KINDS.find((k) => k === id) ?? 'finish-start')}
        />
        <SpanField label={t('matrix.link-lag')} value={lagMinutes} onCommit={setLag} />
        <div className="matrix-form-end">
          <Button onPress={close}>{t('matrix.cancel')}</Button>
          <Button variant="primary" onPress={link} autoFocus>
            {t('matrix.link')}
          </Button>
        </div>
      </div>
    </Popover>
  )
}
