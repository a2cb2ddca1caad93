import { PenLine } from 'lucide-react'
import { isIdOf } from '../../../../domain/records/ids.ts'
import { measureType } from '../../../../domain/records/measureTypes.ts'
import { PickerPopover } from '../../../fields/PickerPopover.tsx'
import { useSession, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { startDrawing } from './measureCommands.ts'
import { drawableKinds } from './measureRows.ts'
import { MeasureThumb } from './MeasureThumb.tsx'

/** Chooses what to draw; kinds that suit the selected mission stand first. */
export function MeasurePalette() {
  const texts = useTexts()
  const { store } = useSession()
  const canEdit = useSessionState((s) => s.canEdit)
  return (
    <div className="measures-draw">
      <PickerPopover
        label={texts.t('map-measures.draw')}
        icon={PenLine}
        variant="primary"
        isDisabled={!canEdit}
        search={(query) => {
          const { plan, focused } = store.getState()
          const mission = isIdOf('mission', focused) ? plan?.get(focused) : undefined
          const type = mission === undefined ? undefined : plan?.get(mission.type)
          return drawableKinds(query, type?.code ?? null, texts).map(({ key, label, detail, isAtHand }) => ({
            id: key,
            label,
            detail: isAtHand
              ? texts.t('map-measures.suggested', { mission: mission?.code ?? '', group: detail })
              : detail,
            mark: <Mark type={key} />,
          }))
        }}
        onPick={startDrawing}
      />
    </div>
  )
}

function Mark({ type: key }: { type: string }) {
  const type = measureType(key)
  return type === null ? null : <MeasureThumb type={type} />
}
