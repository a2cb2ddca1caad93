import { lightAt, lightOfDay } from '../../../../domain/time/light.ts'
import { offsetMinutes } from '../../../../domain/time/zone.ts'
import { toInstant } from '../../../../domain/time/planTime.ts'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import type { LightPlace } from './useLightPosition.ts'

/** Twilights, sun and moon of the chosen day, and the light at the chosen time. */
export function LightReadout({ place }: { readonly place: LightPlace | null }) {
  const { t, number } = useTexts()
  const time = useSessionState((s) => s.time)
  const { hHour, timeZone } = usePlanMeta()
  const instant = toInstant(time, hHour)
  const day = place === null ? null : lightOfDay(place.at, instant, timeZone)
  const now = place === null ? null : lightAt(place.at, instant)
  if (place === null || day === null || now === null) return <p className="map-time-light" />
  const clock = (at: number | null): string => (at === null ? '—' : clockOf(at, timeZone))
  const moon = number(now.fraction * 100)
  const where = place.name ?? t('map-time.map-centre')
  return (
    <p className="map-time-light" title={t('map-time.light-of', { where })}>
      <b>{t(now.isMoonUp ? `map-time.moonlit-${now.kind}` : `map-time.light-${now.kind}`, { moon })}</b>
      <span>
        {t('map-time.sun', {
          bmnt: clock(day.bmnt),
          sunrise: clock(day.sunrise),
          sunset: clock(day.sunset),
          eent: clock(day.eent),
        })}
      </span>
      <span>
        {t('map-time.moon', {
          rise: clock(day.moonrise),
          set: clock(day.moonset),
          moon,
          phase: t(`map-time.phase-${now.phase}`),
        })}
      </span>
      <span className="map-time-where">{where}</span>
    </p>
  )
}

/** `0458`, rounded to the minute. */
function clockOf(instant: number, timeZone: string): string {
  const rounded = Math.round(instant / 60_000) * 60_000
  return new Date(rounded + offsetMinutes(timeZone, rounded) * 60_000).toISOString().slice(11, 16).replace(':', '')
}
