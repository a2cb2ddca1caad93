import { useMemo, useState } from 'react'
import { useActionContext } from '../../actions/ActionsContext.tsx'
import { usePlan, useSession } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { nameOfTarget } from './nameOfTarget.ts'
import { PastePreview } from './PastePreview.tsx'
import { type PastedUnits, readPastedUnits } from './readPastedUnits.ts'
import { type MoveTarget, targetOf } from './unitMoves.ts'
import { useForces } from './useForces.ts'

interface PasteDialogProps {
  initialText: string
  /** The row onto which it was pasted: new units come in under it. */
  focused: MoveTarget | null
  onClose: () => void
}

const idOf = (target: MoveTarget): string => (target.kind === 'unit' ? target.unit.id : target.component.id)

const NOTHING: PastedUnits = { lines: [], ignored: [], command: null }

/** Lines of a spreadsheet, with what each would do before any does it. */
export function PasteDialog({ initialText, focused, onClose }: PasteDialogProps) {
  const { t, name } = useTexts()
  const session = useSession()
  const { notify } = useActionContext()
  const plan = usePlan()
  const { components } = useForces()
  const [text, setText] = useState(initialText)
  const targets: readonly MoveTarget[] = [
    ...(focused?.kind === 'unit' ? [focused] : []),
    ...components.map((row) => targetOf(row)),
  ]
  const [targetId, setTargetId] = useState(() => (focused === null ? (components[0]?.id ?? '') : idOf(focused)))
  const target = targets.find((one) => idOf(one) === targetId)
  const pasted = useMemo(
    () =>
      target === undefined || text.trim() === ''
        ? NOTHING
        : readPastedUnits(text, plan, {
            component: target.kind === 'unit' ? target.unit.component : target.component.id,
            superior: target.kind === 'unit' ? target.unit.id : null,
          }),
    // The target is found anew each time; its id tells whether it is another.
    // oxlint-disable-next-line react/exhaustive-deps
    [text, plan, plan.revision, targetId],
  )
  const { command } = pasted
  const count = command === null ? 0 : command.added.length + command.changed.length
  const apply = (): void => {
    if (command === null || !session.dispatch(command).ok) return
    notify({
      tone: 'ok',
      text: t('paste.done', { added: command.added.length, changed: command.changed.length }),
    })
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('paste.title')}
      closeLabel={t('app.close')}
      size="large"
      isDismissable={false}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" onPress={apply} isDisabled={command === null}>
            {t('paste.apply', { count })}
          </Button>
        </>
      }
    >
      <div className="forces-form">
        <TextArea
          label={t('paste.text')}
          description={t('paste.text-help')}
          value={text}
          onChange={setText}
          rows={initialText === '' ? 6 : 3}
          autoFocus={initialText === ''}
        />
        <Select
          layout="beside"
          label={t('paste.under')}
          options={targets.map((one) => ({ id: idOf(one), label: nameOfTarget(one, name) }))}
          value={targetId}
          onChange={setTargetId}
        />
        {pasted.lines.length === 0 ? null : <PastePreview pasted={pasted} />}
      </div>
    </Dialog>
  )
}
