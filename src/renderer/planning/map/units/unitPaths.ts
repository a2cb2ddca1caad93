import { distanceKm } from '../../../../domain/geo/distance.ts'
import { locationPosition } from '../../../../domain/geo/locationPosition.ts'
import type { PlanReader } from '../../../../domain/plan/PlanDocument.ts'
import { pointAlong } from '../../../../domain/geo/path.ts'
import { type Leg, positionOn, type Track } from '../../../../domain/plan/Track.ts'
import type { UnitTracks } from '../../../../domain/plan/UnitTracks.ts'
import type { Position } from '../../../../domain/records/common.ts'
import type { Id } from '../../../../domain/records/ids.ts'
import type { Unit } from '../../../../domain/records/unit.ts'
import { formatDtg } from '../../../../domain/time/dtg.ts'
import { formatSpan, toInstant, toRelative } from '../../../../domain/time/planTime.ts'
import type { Picture, SceneItem, SymbolItem } from '../../../map-engine/Scene.ts'
import type { Texts } from '../../../texts/TextContext.tsx'
import { unitPicture } from './unitPicture.ts'

const LEAST_KM = 0.05
const MOST_UNITS = 12

/** Where the selected units are at home, and how they come and go around a time (minutes from H-hour). */
export function unitPaths(
  plan: PlanReader,
  tracks: UnitTracks,
  selection: Iterable<Id>,
  time: number,
  texts: Texts,
): SceneItem[] {
  const instant = toInstant(time, plan.meta.hHour)
  const links: SceneItem[] = []
  const units = [...selection].filter((id): id is Id<'unit'> => id.startsWith('unit:')).slice(0, MOST_UNITS)
  for (const id of units) {
    const unit = plan.get(id)
    if (unit === undefined) continue
    const track = tracks.of(id)
    const now = positionOn(track, instant)
    const home = locationPosition(plan, unit.home)
    if (now !== null && home !== null && distanceKm(now.at, home) > LEAST_KM)
      links.push(...homeOf(unit, home, now.at, texts))
    for (const [which, leg] of waysAround(track, instant)) {
      const { line, note } = wayItems(plan, unit, which, leg, texts)
      links.push(line, note)
    }
  }
  return links
}

function homeOf(unit: Unit, home: Position, now: Position, texts: Texts): SceneItem[] {
  const name = unit.designation === '' ? unit.name : unit.designation
  const title = `${texts.t('map-units.home')} · ${name}`
  const base = { record: unit.id, title, rank: 1, emphasis: 'faded' } as const
  const stroke = { color: '--map-overlay', width: 1.5, dash: [3, 4], halo: 1 } as const
  return [
    { ...base, id: `${unit.id} tie`, kind: 'line', path: [home, now], stroke, arrow: 'none', label: null },
    {
      ...base,
      id: `${unit.id} home`,
      kind: 'symbol',
      at: home,
      picture: unitPicture(unit.symbol, true, null),
      label: title,
      badge: null,
      cluster: null,
    },
  ]
}

type Which = 'previous' | 'now' | 'next'

/** The way it is on, and the last and next ways before and after. */
function waysAround(track: Track, instant: number): [Which, Leg][] {
  const ways = track.legs.filter((leg) => leg.kind === 'way')
  const found: [Which, Leg | undefined][] = [
    ['previous', ways.findLast((leg) => leg.to <= instant)],
    ['now', ways.find((leg) => leg.from <= instant && instant < leg.to)],
    ['next', ways.find((leg) => leg.from > instant)],
  ]
  return found.filter((each): each is [Which, Leg] => each[1] !== undefined)
}

const WIDTHS: Readonly<Record<Which, number>> = { previous: 1.5, now: 3, next: 2 }
/** What the words of a way hang on, so that they find room beside it. */
const DOT: Picture = {
  key: 'way dot',
  svg:
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8" viewBox="0 0 8 8">' +
    '<circle cx="4" cy="4" r="3" fill="var(--map-halo)" stroke="var(--accent)" stroke-width="1.5"></circle></svg>',
  width: 8,
  height: 8,
  anchor: [4, 4],
}
/** Where on the way its words stand; there and back they keep apart. */
const NOTE_AT: Readonly<Record<Which, number>> = { previous: 0.3, now: 0.6, next: 0.7 }
const DASHES: Readonly<Record<Which, readonly number[]>> = { previous: [2, 5], now: [], next: [8, 4] }

function wayItems(
  plan: PlanReader,
  unit: Unit,
  which: Which,
  leg: Leg,
  texts: Texts,
): { readonly line: SceneItem; readonly note: SymbolItem } {
  const { t, number, language } = texts
  const { hHour, timeZone } = plan.meta
  const dtg = (instant: number): string => {
    const rounded = toInstant(toRelative(instant, hHour), hHour)
    return formatDtg(rounded, timeZone, language)
  }
  const mission = leg.mission === null ? undefined : plan.get(leg.mission)
  const km = leg.path.km.at(-1) ?? 0
  const parts = [
    t(`map-units.way-${which}`, { from: dtg(leg.from), to: dtg(leg.to) }),
    leg.mode === null ? '' : t(`mobility.${leg.mode}`),
    `${number(km)} km`,
    formatSpan((leg.to - leg.from) / 60_000),
    leg.isLate ? t('map-units.late') : '',
  ]
  const text = parts.filter((part) => part !== '').join(' · ')
  const title = mission === undefined ? text : `${text} → ${mission.code}`
  const base = { record: unit.id, rank: 0, title } as const
  const color = leg.isLate ? '--error' : '--accent'
  const line: SceneItem = {
    ...base,
    id: `${unit.id} way ${which}`,
    kind: 'line',
    emphasis: 'normal',
    path: leg.path.points,
    stroke: { color, width: WIDTHS[which], dash: DASHES[which], halo: 1.5 },
    arrow: 'middle',
    label: null,
  }
  const note: SymbolItem = {
    ...base,
    id: `${unit.id} time ${which}`,
    kind: 'symbol',
    rank: -1,
    emphasis: 'normal',
    at: pointAlong(leg.path, NOTE_AT[which]),
    picture: DOT,
    label: text,
    badge: null,
    cluster: null,
  }
  return { line, note }
}
