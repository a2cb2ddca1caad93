import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react'
import { useEffect, useState } from 'react'
import { formatDtg } from '../../../domain/time/dtg.ts'
import { DAY, formatRelative, HOUR, toInstant } from '../../../domain/time/planTime.ts'
import { useAction, useActionContext } from '../../actions/ActionsContext.tsx'
import { ChosenTimeField } from '../../fields/ChosenTimeField.tsx'
import { usePlanMeta } from '../../fields/usePlanMeta.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { stepToChange } from './forcesCommands.tsx'

/** One change shown this long while playing. */
const PLAY_MS = 900

/** The chosen time: a slider over the horizon, the time itself, and steps from change to change of the forces. */
export function TimeControl() {
  const { t } = useTexts()
  const context = useActionContext()
  const previous = useAction('forces.previous-change')
  const next = useAction('forces.next-change')
  const [isPlaying, setPlaying] = useState(false)
  useEffect(() => {
    if (!isPlaying) return
    const timer = setInterval(() => {
      if (!stepToChange(context, 1)) setPlaying(false)
    }, PLAY_MS)
    return () => clearInterval(timer)
  }, [isPlaying, context])
  return (
    <fieldset className="forces-time" aria-label={t('forces.time')}>
      <IconButton icon={ChevronLeft} label={previous.label} onPress={previous.perform} />
      <IconButton
        icon={isPlaying ? Pause : Play}
        label={t(isPlaying ? 'forces.pause' : 'forces.play')}
        onPress={() => setPlaying(!isPlaying)}
      />
      <IconButton icon={ChevronRight} label={next.label} onPress={next.perform} />
      <TimeSlider />
      <ChosenTimeField label={t('forces.time')} />
    </fieldset>
  )
}

/** Keys move by six hours, Page keys by a day times seven. */
function TimeSlider() {
  const { t, language } = useTexts()
  const session = useSession()
  const time = useSessionState((s) => s.time)
  const { horizon, hHour, timeZone } = usePlanMeta()
  const words = `${formatDtg(toInstant(time, hHour), timeZone, language)}, ${formatRelative(time)}`
  const move = (minutes: number): void =>
    session.setTime(Math.min(horizon.to, Math.max(horizon.from, Math.round(minutes))))
  return (
    <input
      type="range"
      className="forces-slider"
      aria-label={t('forces.time')}
      aria-valuetext={words}
      min={horizon.from}
      max={horizon.to}
      step={HOUR}
      value={time}
      onChange={(event) => move(event.currentTarget.valueAsNumber)}
      onKeyDown={(event) => {
        const step = STEPS[event.key]
        if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        move(time + step)
      }}
    />
  )
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 6 * HOUR,
  ArrowUp: 6 * HOUR,
  ArrowLeft: -6 * HOUR,
  ArrowDown: -6 * HOUR,
  PageUp: 7 * DAY,
  PageDown: -7 * DAY,
}
