import type { LightKind } from '../../../../domain/time/light.ts'
import { COMPONENT_ORDER } from '../missions/missionComponent.ts'
import type { Histogram } from './histogram.ts'
import type { LightTrack } from './lightTrack.ts'
import { type Span, xOf } from './timeWindow.ts'

export interface TrackPicture {
  readonly span: Span
  /** CSS pixels. */
  readonly width: number
  readonly histogramHeight: number
  readonly lightHeight: number
  readonly histogram: Histogram
  readonly light: LightTrack
  /** Value of a token. */
  readonly ink: (token: string) => string
}

const KINDS = COMPONENT_ORDER.length
/** How much of the night's ink each light lets through. */
const DARKNESS: Readonly<Record<LightKind, number>> = { day: 0, civil: 0.25, nautical: 0.55, night: 1 }
/** A single mission does not fill the height. */
const LEAST_SCALE = 4
/** The part of the light band that the moon has. */
const MOON_SHARE = 0.45

/** Missions under way stacked by component, and below them night and moon; the context counts in CSS pixels. */
export function drawTrack(context: CanvasRenderingContext2D, picture: TrackPicture): void {
  context.clearRect(0, 0, picture.width, picture.histogramHeight + picture.lightHeight)
  drawHistogram(context, picture)
  drawLight(context, picture)
}

function drawHistogram(
  context: CanvasRenderingContext2D,
  { width, histogramHeight, histogram, ink }: TrackPicture,
): void {
  const { counts, bins, most } = histogram
  if (most === 0) return
  const perMission = (histogramHeight - 2) / Math.max(most, LEAST_SCALE)
  const step = width / bins
  const bar = Math.max(1, step - (step > 3 ? 0.5 : 0))
  const bases = new Float64Array(bins).fill(histogramHeight)
  for (let kind = 0; kind < KINDS; kind += 1) {
    context.fillStyle = ink(`--hue-${COMPONENT_ORDER[kind] ?? 'none'}-line`)
    for (let bin = 0; bin < bins; bin += 1) {
      const count = counts[bin * KINDS + kind] ?? 0
      if (count === 0) continue
      const top = (bases[bin] ?? 0) - count * perMission
      context.fillRect(bin * step, top, bar, count * perMission)
      bases[bin] = top
    }
  }
}

function drawLight(context: CanvasRenderingContext2D, picture: TrackPicture): void {
  const { span, width, histogramHeight: top, lightHeight: height, light, ink } = picture
  const hasBands = light.bands.length > 0
  const moonTop = hasBands ? top + height * (1 - MOON_SHARE) : top
  const moonHeight = hasBands ? height * MOON_SHARE : height
  context.fillStyle = ink('--track-day')
  context.fillRect(0, top, width, height)
  context.fillStyle = ink('--track-night')
  for (const { from, to, kind } of light.bands) {
    if (DARKNESS[kind] === 0) continue
    const x = xOf(from, span, width)
    context.globalAlpha = DARKNESS[kind]
    context.fillRect(x, top, xOf(to, span, width) - x, moonTop - top)
  }
  context.globalAlpha = 1
  if (!hasBands) context.fillRect(0, top, width, height)
  else context.fillRect(0, moonTop, width, moonHeight)
  context.fillStyle = ink('--track-moon')
  for (const { from, to, fraction } of light.moons) {
    // Whole pixels, so that day stands beside day without a seam.
    const x = Math.round(xOf(from, span, width))
    const high = fraction * moonHeight
    context.fillRect(x, moonTop + moonHeight - high, Math.max(1, Math.round(xOf(to, span, width)) - x), high)
  }
}
