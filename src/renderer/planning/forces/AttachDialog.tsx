import { useState } from 'react'
import type { Id } from '../../../domain/records/ids.ts'
import { formatDtg } from '../../../domain/time/dtg.ts'
import { formatRelative, toInstant } from '../../../domain/time/planTime.ts'
import { useActionContext } from '../../actions/ActionsContext.tsx'
import { PlanTimeField } from '../../fields/PlanTimeField.tsx'
import { usePlan, useSession } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { nameOfTarget, nameOfUnit } from './nameOfTarget.ts'
import { forcesView, setExpanded } from './forcesView.ts'
import { canBeDated, type MoveTarget } from './unitMoves.ts'

interface AttachDialogProps {
  units: readonly Id<'unit'>[]
  target: MoveTarget
  onClose: () => void
}

const takeFocus = (button: HTMLButtonElement | null): void => button?.focus()

/** Asks since when units stand under their new superior: for all time, or from a date that leaves what was before. */
export function AttachDialog({ units, target, onClose }: AttachDialogProps) {
  const { t, name, language } = useTexts()
  const session = useSession()
  const { notify } = useActionContext()
  const plan = usePlan()
  const isDatable = canBeDated(plan, units, target)
  const [chosen, setChosen] = useState(() => forcesView.getState().attachSince)
  const [isReadable, setReadable] = useState(true)
  const [time, setTime] = useState(() => session.store.getState().time)
  const since = isDatable ? chosen : 'always'
  const superior = nameOfTarget(target, name)
  const unit = nameOfUnit(units[0] === undefined ? undefined : plan.get(units[0]))
  const { hHour, timeZone } = plan.meta
  const confirm = (): void => {
    const from = since === 'always' ? null : toInstant(time, hHour)
    if (isDatable) forcesView.setState({ attachSince: since })
    const done = session.dispatch({
      type: 'attachUnits',
      units: [...units],
      superior: target.kind === 'unit' ? target.unit.id : null,
      ...(target.kind === 'component' ? { component: target.component.id } : {}),
      from,
    })
    if (done.ok) {
      const { cut } = forcesView.getState()
      if (units.some((id) => cut.has(id))) forcesView.setState({ cut: new Set() })
      setExpanded(target.kind === 'unit' ? target.unit.id : target.component.id, true)
      // What holds from another date than the one shown changes nothing in sight.
      if (from !== null) {
        const date = formatDtg(from, timeZone, language)
        notify({ tone: 'ok', text: t('attach.done', { count: units.length, unit, superior, date }) })
      }
    }
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('attach.title', { count: units.length, unit, superior })}
      closeLabel={t('app.close')}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" onPress={confirm} isDisabled={since === 'date' && !isReadable} ref={takeFocus}>
            {t('attach.confirm', { superior })}
          </Button>
        </>
      }
    >
      <div className="forces-form">
        <SegmentedControl
          label={t('attach.since')}
          segments={[
            { id: 'always', label: t('attach.always') },
            { id: 'date', label: t('attach.from'), isDisabled: !isDatable },
          ]}
          value={since}
          onChange={setChosen}
        />
        <p className="forces-help">
          {isDatable ? t(since === 'always' ? 'attach.always-text' : 'attach.from-text') : t('attach.component-text')}
        </p>
        {since === 'date' ? (
          <PlanTimeField
            label={t('attach.date')}
            value={time}
            isRequired
            onCommit={(minutes) => setTime(minutes ?? time)}
            onReadable={setReadable}
            description={formatRelative(time)}
          />
        ) : null}
      </div>
    </Dialog>
  )
}
