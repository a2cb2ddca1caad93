import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components'
import './ProgressBar.css'

interface ProgressBarProps {
  label: string
  isLabelHidden?: boolean
  /** Share done, 0 to 1; `null` while it cannot be told. */
  share: number | null
  /** In place of the percentage, as `120 de 400`. */
  valueText?: string
}

export function ProgressBar({ label, isLabelHidden = false, share, valueText }: ProgressBarProps) {
  return (
    <AriaProgressBar
      className="ui-progress"
      minValue={0}
      maxValue={1}
      value={share ?? 0}
      isIndeterminate={share === null}
      {...(valueText === undefined ? {} : { valueLabel: valueText })}
    >
      {({ percentage, valueText: shown }) => (
        <>
          <Label className={isLabelHidden ? 'visually-hidden' : 'ui-progress-label'}>{label}</Label>
          {share === null || isLabelHidden ? null : <span className="ui-progress-value">{shown}</span>}
          <div className="ui-progress-track">
            <div
              className="ui-progress-fill"
              data-indeterminate={share === null || undefined}
              style={share === null ? {} : { width: `${percentage ?? 0}%` }}
            />
          </div>
        </>
      )}
    </AriaProgressBar>
  )
}
