import { formatMonth } from '../../../../domain/time/dtg.ts'
import type { Texts } from '../../../texts/TextContext.tsx'
import type { MeasuredLeg, MeasuredWay } from './measureWay.ts'

/** How bearings are said: degrees, or the 6400 mils of NATO compasses. */
export type AngleUnit = 'degrees' | 'mils'

type Words = Pick<Texts, 't' | 'number'>

/** `850 m`, `12.34 km`, `1,234 km`: as many figures as a planner uses. */
export function lengthText(metres: number, { t, number }: Words): string {
  if (metres < 1000) return t('map-find.m', { value: number(metres, metres < 100 ? 1 : 0) })
  const km = metres / 1000
  return t('map-find.km', { value: number(km, km < 100 ? 2 : km < 1000 ? 1 : 0) })
}

/** `1,250 m²`, `3.2 ha`, `120.3 km²` */
export function areaText(squareMetres: number, { t, number }: Words): string {
  if (squareMetres < 10_000) return t('map-measure.square-metres', { value: number(squareMetres) })
  if (squareMetres < 1e6) return t('map-measure.hectares', { value: number(squareMetres / 10_000, 1) })
  const value = squareMetres / 1e6
  return t('map-measure.square-kilometres', { value: number(value, value < 1000 ? 2 : 0) })
}

/** `045.3°` or `0805 mils`; a full turn is said as none. */
export function bearingText(degrees: number, unit: AngleUnit, { t }: Pick<Texts, 't'>): string {
  if (unit === 'mils') {
    const mils = Math.round((degrees * 6400) / 360) % 6400
    return t('map-measure.mils', { value: String(mils).padStart(4, '0') })
  }
  const tenths = Math.round(degrees * 10) % 3600
  return `${(tenths / 10).toFixed(1).padStart(5, '0')}°`
}

/** Bearings of a leg: true, and magnetic where it is known. */
function bearingsText(leg: MeasuredLeg, unit: AngleUnit, words: Words): string {
  const real = words.t('map-measure.true', { bearing: bearingText(leg.trueBearing, unit, words) })
  if (leg.magneticBearing === null) return real
  return `${real} · ${words.t('map-measure.magnetic', { bearing: bearingText(leg.magneticBearing, unit, words) })}`
}

/** Where magnetic bearings come from, or that there are none. */
export function modelText({ model }: MeasuredWay, timeZone: string, { t, language }: Texts): string {
  if (model === null) return t('map-measure.no-model')
  const from = formatMonth(model.validFrom, timeZone, language)
  const to = formatMonth(model.validTo, timeZone, language)
  return t('map-measure.model', { name: model.name, from, to })
}

/** The whole measurement as lines of text, for the clipboard. */
export function measureLines(way: MeasuredWay, unit: AngleUnit, timeZone: string, texts: Texts): readonly string[] {
  const { t } = texts
  const legs = way.legs.map((leg, i) =>
    t('map-measure.leg-line', {
      number: i + 1,
      length: lengthText(leg.metres, texts),
      bearings: bearingsText(leg, unit, texts),
    }),
  )
  const area =
    way.squareMetres === null ? [] : [t('map-measure.area-line', { area: areaText(way.squareMetres, texts) })]
  return [
    ...legs,
    t('map-measure.total-line', { length: lengthText(way.metres, texts) }),
    ...area,
    modelText(way, timeZone, texts),
  ]
}
