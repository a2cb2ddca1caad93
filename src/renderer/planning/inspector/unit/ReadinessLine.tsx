import { toInstant } from '../../../../domain/time/planTime.ts'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { useTexts } from '../../../texts/TextContext.tsx'

interface ReadinessLineProps {
  states: readonly { readonly from: number; readonly percent: number }[]
  /** Percent; drawn as a broken line. */
  threshold: number | null
}

const WIDTH = 200
const HEIGHT = 36

/** Readiness over the plan's horizon as a stepped line; the list beside it says the same in figures. */
export function ReadinessLine({ states, threshold }: ReadinessLineProps) {
  const { t } = useTexts()
  const { hHour, horizon } = usePlanMeta()
  const from = toInstant(horizon.from, hHour)
  const to = toInstant(horizon.to, hHour)
  const x = (instant: number): number => Math.min(WIDTH, Math.max(0, ((instant - from) / (to - from)) * WIDTH))
  const y = (percent: number): number => HEIGHT - 1 - (percent / 100) * (HEIGHT - 2)
  const steps = states.map(
    ({ from: at, percent }, i) => `${i === 0 ? 'M' : 'H'}${x(at)}${i === 0 ? ` ${y(percent)}` : `V${y(percent)}`}`,
  )
  return (
    <svg
      className="sheet-spark"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t('unit.readiness-line')}
    >
      {threshold === null ? null : (
        <path
          d={`M0 ${y(threshold)}H${WIDTH}`}
          fill="none"
          stroke="currentColor"
          strokeDasharray="3 3"
          vectorEffect="non-scaling-stroke"
        />
      )}
      <path
        d={`${steps.join('')}H${WIDTH}`}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}
