import { useEffect, useMemo, useState } from 'react'
import { guessJoinFields, type JoinArea, type JoinFields, joinDistricts } from '../../../../domain/geo/districtJoin.ts'
import { useActionContext } from '../../../actions/ActionsContext.tsx'
import { useAll } from '../../../fields/useAll.ts'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { useLayers } from '../../../session/layers/LayersContext.tsx'
import type { OwnLayer } from '../../../session/layers/OwnLayer.ts'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { InlineMessage } from '../../../ui/InlineMessage.tsx'
import { Select } from '../../../ui/Select.tsx'
import { districtsWritten } from './districtsWritten.ts'
import { JoinOutcome } from './JoinOutcome.tsx'
import './layers.css'

const NONE = 'none'
const FIELDS = ['code', 'name', 'province', 'department'] as const

/** Ties a layer's areas to the plan's districts, and gives the districts their codes, as one step. */
export function JoinDialog({ layer, close }: { layer: OwnLayer; close: () => void }) {
  const { t } = useTexts()
  const { session, notify } = useActionContext()
  const layers = useLayers()
  const plan = usePlanMeta()
  const places = useAll('place')
  const districts = useMemo(() => places.filter((place) => place.kind === 'district'), [places])
  const areas = useAreas(layer.id)
  const [chosen, setChosen] = useState<JoinFields | null>(null)
  const [takesNames, setTakesNames] = useState(false)
  const fields = useMemo(
    () => chosen ?? (areas === null || areas === 'failed' ? null : guessJoinFields(areas)),
    [chosen, areas],
  )
  const join = useMemo(
    () => (areas === null || areas === 'failed' || fields === null ? null : joinDistricts(areas, districts, fields)),
    [areas, districts, fields],
  )
  const keys = useMemo(() => (areas === null || areas === 'failed' ? [] : keysOf(areas)), [areas])
  const apply = async (): Promise<void> => {
    if (join === null) return
    const written = districtsWritten(join, districts, takesNames)
    if (written.length > 0 && !session.dispatch({ type: 'joinDistricts', districts: written, layer: layer.name }).ok)
      return
    const before = layer.ties[plan.id] ?? null
    const takeBack = (): void => {
      void session.undo()
      void layers.tie(layer.id, plan.id, before)
    }
    await layers.tie(layer.id, plan.id, { pairs: join.matches.map(({ feature, district }) => [feature, district]) })
    notify({
      tone: 'ok',
      text: t('map-layers.join-done', { count: join.matches.length, name: layer.name }),
      ...(written.length === 0 ? {} : { action: { label: t('map-layers.undo'), onAction: takeBack } }),
    })
    close()
  }
  return (
    <Dialog
      isOpen
      onClose={close}
      size="large"
      title={t('map-layers.join-title', { name: layer.name })}
      closeLabel={t('map-layers.close')}
      footer={
        <>
          <Button onPress={close}>{t('map-layers.cancel')}</Button>
          <Button variant="primary" isDisabled={(join?.matches.length ?? 0) === 0} onPress={() => void apply()}>
            {t('map-layers.apply')}
          </Button>
        </>
      }
    >
      {areas === 'failed' ? <InlineMessage tone="error" what={t('map-layers.join-unreadable')} /> : null}
      {districts.length === 0 ? <InlineMessage tone="note" what={t('map-layers.join-no-districts')} /> : null}
      {fields === null || join === null || districts.length === 0 ? null : (
        <>
          <div className="layers-join-fields">
            {FIELDS.map((field) => (
              <Select
                key={field}
                label={t(`map-layers.join-${field}`)}
                options={[
                  { id: NONE, label: t('map-layers.join-none') },
                  ...keys.map((key) => ({ id: `= ${key}`, label: key })),
                ]}
                value={fields[field] === null ? NONE : `= ${fields[field]}`}
                onChange={(id) => setChosen({ ...fields, [field]: id === NONE ? null : id.slice(2) })}
              />
            ))}
          </div>
          <Checkbox isSelected={takesNames} onChange={setTakesNames}>
            {t('map-layers.join-takes')}
          </Checkbox>
          <JoinOutcome join={join} districts={districts} areas={areas as readonly JoinArea[]} />
        </>
      )}
    </Dialog>
  )
}

/** null: they are being read. */
function useAreas(layer: string): readonly JoinArea[] | 'failed' | null {
  const layers = useLayers()
  const [areas, setAreas] = useState<readonly JoinArea[] | 'failed' | null>(null)
  useEffect(() => {
    let isThere = true
    void layers.areas(layer).then((read) => {
      if (isThere) setAreas(read ?? 'failed')
    })
    return () => {
      isThere = false
    }
  }, [layers, layer])
  return areas
}

function keysOf(areas: readonly JoinArea[]): string[] {
  return [...new Set(areas.slice(0, 500).flatMap((area) => area.properties.map(([key]) => key)))]
}
