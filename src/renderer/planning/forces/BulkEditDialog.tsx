import { useState } from 'react'
import { type Id, isIdOf } from '../../../domain/records/ids.ts'
import { ECHELONS, OWNERS } from '../../../domain/records/unit.ts'
import { toInstant } from '../../../domain/time/planTime.ts'
import { InstantField } from '../../fields/InstantField.tsx'
import { useSession } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { Select } from '../../ui/Select.tsx'
import { usePlanMeta } from '../../fields/usePlanMeta.ts'
import { useForces } from './useForces.ts'

interface BulkEditDialogProps {
  units: readonly Id<'unit'>[]
  onClose: () => void
}

const KEEP = 'keep'

/** The same change of many units: what is left alone stays, and all of it is one step. */
export function BulkEditDialog({ units, onClose }: BulkEditDialogProps) {
  const { t, name } = useTexts()
  const session = useSession()
  const { components } = useForces()
  const { hHour } = usePlanMeta()
  const [owner, setOwner] = useState(KEEP)
  const [component, setComponent] = useState(KEEP)
  const [echelon, setEchelon] = useState(KEEP)
  const [from, setFrom] = useState<number | null>(null)
  const [to, setTo] = useState<number | null>(null)
  const [replaces, setReplaces] = useState(false)
  const [percent, setPercent] = useState<number | null>(null)
  const [readyFrom, setReadyFrom] = useState(() => toInstant(session.store.getState().time, hHour))
  const isBackwards = from !== null && to !== null && to <= from

  const newOwner = OWNERS.find((id) => id === owner)
  const newEchelon = ECHELONS.find((id) => id === echelon)
  const change = {
    ...(newOwner === undefined ? {} : { owner: newOwner }),
    ...(newEchelon === undefined ? {} : { echelon: newEchelon }),
    ...(isIdOf('component', component) ? { component } : {}),
    ...(from === null ? {} : { allocation: { from, to, replaces } }),
    ...(percent === null ? {} : { readiness: { from: readyFrom, percent } }),
  }
  const isEmpty = Object.keys(change).length === 0
  const apply = (): void => {
    if (session.dispatch({ type: 'editUnits', units: [...units], ...change }).ok) onClose()
  }
  const keep = { id: KEEP, label: t('bulk.keep') }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('bulk.title', { count: units.length })}
      closeLabel={t('app.close')}
      size="medium"
      isDismissable={false}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" onPress={apply} isDisabled={isEmpty || isBackwards}>
            {t('bulk.apply', { count: units.length })}
          </Button>
        </>
      }
    >
      <div className="forces-form">
        <p className="forces-help">{t('bulk.text')}</p>
        <Select
          layout="beside"
          label={t('forces.column.owner')}
          options={[keep, ...OWNERS.map((id) => ({ id, label: t(`owner.${id}`) }))]}
          value={owner}
          onChange={setOwner}
        />
        <Select
          layout="beside"
          label={t('forces.column.component')}
          options={[keep, ...components.map((row) => ({ id: row.id, label: name(row.component.name) }))]}
          value={component}
          onChange={setComponent}
        />
        <Select
          layout="beside"
          label={t('forces.column.echelon')}
          options={[keep, ...ECHELONS.map((id) => ({ id, label: t(`echelon.${id}`) }))]}
          value={echelon}
          onChange={setEchelon}
        />
        <fieldset className="forces-group">
          <legend>{t('bulk.allocation')}</legend>
          <InstantField layout="beside" label={t('bulk.from')} value={from} onCommit={setFrom} />
          <InstantField
            layout="beside"
            label={t('bulk.to')}
            value={to}
            onCommit={setTo}
            error={isBackwards ? t('bulk.order') : undefined}
          />
          <SegmentedControl
            label={t('bulk.allocation')}
            segments={[
              { id: 'add', label: t('bulk.add-period') },
              { id: 'replace', label: t('bulk.replace-periods') },
            ]}
            value={replaces ? 'replace' : 'add'}
            onChange={(id) => setReplaces(id === 'replace')}
          />
        </fieldset>
        <fieldset className="forces-group">
          <legend>{t('bulk.readiness')}</legend>
          <NumberField
            layout="beside"
            label={t('bulk.percent')}
            value={percent}
            onCommit={setPercent}
            minValue={0}
            maxValue={100}
            unit="%"
          />
          <InstantField
            layout="beside"
            label={t('bulk.from')}
            value={readyFrom}
            isRequired
            onCommit={(instant) => setReadyFrom(instant ?? readyFrom)}
            description={t('bulk.readiness-text')}
          />
        </fieldset>
      </div>
    </Dialog>
  )
}
