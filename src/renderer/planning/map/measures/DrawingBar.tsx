import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { parseCoordinates } from '../../../../domain/geo/parseCoordinates.ts'
import { MANY, type MeasureType, roleOfPoint } from '../../../../domain/records/measureTypes.ts'
import { useCoordinates } from '../../../fields/places/useCoordinates.ts'
import type { DrawingHand } from '../../../map-engine/MapAdapter.ts'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Button } from '../../../ui/Button.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { endTask } from './measureCommands.ts'
import { useMeasuresView } from './measuresView.ts'
import { measureTypeName } from '../../../fields/measureTypeName.ts'
import './MeasureBar.css'

/** What is being drawn, what the next point does, and the same steps as by hand and keys. */
export function DrawingBar({ type, hand }: { type: MeasureType; hand: DrawingHand | null }) {
  const { t } = useTexts()
  const count = useMeasuresView((v) => v.sketch?.points.length ?? 0)
  const name = measureTypeName(type, t)
  const role = roleOfPoint(type, count)
  const isFree = type.maxPoints >= MANY && count >= type.minPoints
  return (
    <section className="measure-bar" aria-label={t('map-measures.drawing', { name })}>
      <p className="measure-bar-words">
        <strong>{t('map-measures.drawing', { name })}</strong>
        <output>
          {t(`map-measures.next.${role}`, { number: count + 1 })}
          {isFree ? `. ${t('map-measures.next-free')}` : ''}
        </output>
        <span className="measure-bar-keys">
          {t('map-measures.keys')} <Cursor />
        </span>
      </p>
      <div className="measure-bar-tools">
        <TypedPoint hand={hand} />
        <IconButton
          icon={Undo2}
          label={t('map-measures.back')}
          shortcut="⌫"
          isDisabled={count === 0}
          onPress={() => hand?.back()}
        />
        <Button onPress={endTask}>{t('map-measures.cancel')}</Button>
        {type.maxPoints >= MANY || type.maxPoints > type.minPoints ? (
          <Button variant="primary" isDisabled={count < type.minPoints} onPress={() => hand?.finish()}>
            {t('map-measures.finish')}
          </Button>
        ) : null}
      </div>
    </section>
  )
}

/** Where the next point would be set. */
function Cursor() {
  const { t } = useTexts()
  const { write } = useCoordinates()
  const at = useMeasuresView((v) => v.sketch?.at ?? null)
  if (at === null) return null
  return <span className="measure-bar-at">{t('map-measures.at', { position: write(at) })}</span>
}

/** Takes the coordinates of the next point in any usual writing; Enter sets it and leaves the field for the one after. */
function TypedPoint({ hand }: { hand: DrawingHand | null }) {
  const { t, language } = useTexts()
  const [text, setText] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)
  const set = (): void => {
    const read = parseCoordinates(text, language)
    if (!read.ok) return setError(t(`map-find.error.${read.error}`))
    setText('')
    setError(undefined)
    hand?.add(read.value.position)
  }
  return (
    <TextField
      label={t('map-measures.type-point')}
      isLabelHidden
      placeholder={t('map-measures.type-point')}
      value={text}
      error={error}
      onChange={(next) => {
        setText(next)
        setError(undefined)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') set()
        else if (event.key === 'Escape' && text !== '') setText('')
        else event.continuePropagation()
      }}
    />
  )
}
