import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react'
import { memo, useEffect } from 'react'
import { useAction } from '../../../actions/ActionsContext.tsx'
import { ChosenTimeField } from '../../../fields/ChosenTimeField.tsx'
import { isMac } from '../../../platform/isMac.ts'
import { toDisplay } from '../../../actions/shortcut.ts'
import { useSession } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { MenuButton } from '../../../ui/MenuButton.tsx'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import { useMapModel } from '../useMapModel.ts'
import { CountReadout } from './CountReadout.tsx'
import { LightReadout } from './LightReadout.tsx'
import { SPEEDS } from './playback.ts'
import './TimeBar.css'
import { steppedTime, TIME_STEPS } from './timeSteps.ts'
import { TimeTrack } from './TimeTrack.tsx'
import { timeView, useTimeView } from './timeView.ts'
import { WINDOW_ZOOMS } from './timeWindow.ts'
import { useLightPosition } from './useLightPosition.ts'
import { usePlayback } from './usePlayback.ts'

/** The chosen time over the horizon: played, stepped, typed, dragged. The short one stands beside a matrix, which has the horizon. */
export function TimeBar({ isShort }: { isShort: boolean }) {
  const { t } = useTexts()
  const place = useLightPosition()
  usePlayback()
  useStepControl()
  return (
    <section className="map-time" aria-label={t('map-time.bar')}>
      <div className="map-time-row">
        <TimeTools />
        <ChosenTimeField label={t('map-time.chosen')} onTyped={() => timeView.setState({ isPlaying: false })} />
        <CountReadout />
        {isShort ? null : <ZoomControl />}
      </div>
      {isShort ? null : <LightReadout place={place} />}
      {isShort ? null : <TimeTrack lightPosition={place?.at ?? null} />}
    </section>
  )
}

/** What actions and keys do to the time. */
function useStepControl(): void {
  const session = useSession()
  const { model } = useMapModel()
  useEffect(() => {
    timeView.setState({
      control: {
        step: (step, direction) => {
          timeView.setState({ isPlaying: false })
          const { time } = session.store.getState()
          session.setTime(steppedTime(step, direction, time, model.plan, model.columns))
        },
      },
    })
    return () => timeView.setState({ control: null })
  }, [session, model])
}

const TimeTools = memo(function TimeTools() {
  const { t } = useTexts()
  const previous = useAction('map.time-previous')
  const play = useAction('map.time-play')
  const next = useAction('map.time-next')
  const isPlaying = useTimeView((v) => v.isPlaying)
  const speed = useTimeView((v) => v.speed)
  const step = useTimeView((v) => v.step)
  const keys = (action: typeof previous): string => toDisplay(action.action.shortcut ?? '', isMac())
  return (
    <Toolbar label={t('map-time.tools')}>
      <IconButton icon={ChevronLeft} label={previous.label} shortcut={keys(previous)} onPress={previous.perform} />
      <IconButton
        icon={isPlaying ? Pause : Play}
        label={t(isPlaying ? 'map-time.pause' : 'map-time.play')}
        shortcut={keys(play)}
        onPress={play.perform}
      />
      <IconButton icon={ChevronRight} label={next.label} shortcut={keys(next)} onPress={next.perform} />
      <MenuButton
        label={t(`map-time.step-${step}`)}
        variant="quiet"
        placement="top start"
        entries={TIME_STEPS.map((id) => ({
          id,
          label: t(`map-time.step-${id}`),
          isChecked: id === step,
          onAction: () => timeView.setState({ step: id }),
        }))}
      />
      <MenuButton
        label={t(`map-time.speed-${speed}`)}
        variant="quiet"
        placement="top start"
        entries={SPEEDS.map((each) => ({
          id: String(each),
          label: t(`map-time.speed-${each}`),
          isChecked: each === speed,
          onAction: () => timeView.setState({ speed: each }),
        }))}
      />
    </Toolbar>
  )
})

const ZoomControl = memo(function ZoomControl() {
  const { t } = useTexts()
  const zoom = useTimeView((v) => v.zoom)
  return (
    <SegmentedControl
      label={t('map-time.window')}
      segments={WINDOW_ZOOMS.map((id) => ({ id, label: t(`map-time.window-${id}`) }))}
      value={zoom}
      onChange={(next) => timeView.setState({ zoom: next })}
    />
  )
})
