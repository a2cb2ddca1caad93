import { Slider, SliderThumb, SliderTrack } from 'react-aria-components'

interface OpacitySliderProps {
  label: string
  /** 0 to 1. */
  value: number
  /** While it is dragged. */
  onChange: (value: number) => void
  /** Once it is let go. */
  onCommit: (value: number) => void
}

const PERCENT: Intl.NumberFormatOptions = { style: 'percent' }

export function OpacitySlider({ label, value, onChange, onCommit }: OpacitySliderProps) {
  return (
    <Slider
      className="layers-slider"
      aria-label={label}
      minValue={0}
      maxValue={1}
      step={0.05}
      value={value}
      formatOptions={PERCENT}
      onChange={onChange}
      onChangeEnd={onCommit}
    >
      <SliderTrack className="layers-slider-track">
        {({ state }) => (
          <>
            <div className="layers-slider-fill" style={{ width: `calc(${state.getThumbPercent(0) * 100}% + 6px)` }} />
            <SliderThumb className="layers-slider-thumb" />
          </>
        )}
      </SliderTrack>
    </Slider>
  )
}
