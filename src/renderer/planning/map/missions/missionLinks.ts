import { distanceKm } from '../../../../domain/geo/distance.ts'
import { missionPosition } from '../../../../domain/geo/locationPosition.ts'
import type { PlanReader } from '../../../../domain/plan/PlanDocument.ts'
import { positionOn } from '../../../../domain/plan/Track.ts'
import type { UnitTracks } from '../../../../domain/plan/UnitTracks.ts'
import { ASSIGNMENT_PARTS, type AssignmentPart } from '../../../../domain/records/assignment.ts'
import type { Position } from '../../../../domain/records/common.ts'
import type { Id } from '../../../../domain/records/ids.ts'
import type { Mission } from '../../../../domain/records/mission.ts'
import { toInstant } from '../../../../domain/time/planTime.ts'
import type { ColorToken, LineItem, Picture, SceneItem, SymbolItem } from '../../../map-engine/Scene.ts'
import type { Texts } from '../../../texts/TextContext.tsx'

const PARTS: Readonly<Record<AssignmentPart, { readonly dash: readonly number[]; readonly width: number }>> = {
  supported: { dash: [], width: 2.5 },
  supporting: { dash: [9, 5], width: 2 },
  reserve: { dash: [2, 4], width: 2 },
}
const ENABLER_DASH = [12, 4, 2, 4]
/** Nearer than this a line would only hide the two ends. */
const LEAST_KM = 0.03
/** A selection of hundreds would be a tangle. */
const MOST_MISSIONS = 25

/**
 * What ties the selected missions: a line from each assigned unit, where it is at the time (minutes from H-hour), and one
 * from each mission that enables it, or to those that it enables; a ring where units are at the mission already.
 */
export function missionLinks(
  plan: PlanReader,
  tracks: UnitTracks,
  selection: Iterable<Id>,
  time: number,
  texts: Texts,
): SceneItem[] {
  const instant = toInstant(time, plan.meta.hHour)
  const missions = [...selection].filter((id): id is Id<'mission'> => id.startsWith('mission:')).slice(0, MOST_MISSIONS)
  const links = new Map<string, LineItem>()
  const rings: SymbolItem[] = []
  const put = (link: LineItem | null): void => {
    if (link !== null) links.set(link.id, link)
  }
  for (const id of missions) {
    const mission = plan.get(id)
    const to = mission === undefined ? null : missionPosition(plan, mission)
    if (mission === undefined || to === null) continue
    for (const group of groupsOf(plan, tracks, mission, instant, texts)) {
      const { dash, width } = PARTS[group.part]
      if (distanceKm(group.at, to) < LEAST_KM) {
        rings.push(ringAt(id, to, texts.t('map-units.here', { units: group.label })))
      } else put(link(`${id} ${group.unit}`, group.at, to, group.label, dash, width, '--map-overlay', group.unit))
    }
    for (const { kind, mission: enablerId } of mission.enablers) {
      put(enablerLink(plan, plan.get(enablerId), mission, texts.t(`enabler.${kind}`)))
    }
    for (const enabled of plan.indexes.missionsEnabledBy.get(id)) {
      const kind = enabled.enablers.find((e) => e.mission === id)?.kind
      if (kind !== undefined) put(enablerLink(plan, mission, enabled, texts.t(`enabler.${kind}`)))
    }
  }
  return [...links.values(), ...rings]
}

interface UnitGroup {
  readonly at: Position
  /** The foremost of what they are for. */
  readonly part: AssignmentPart
  readonly unit: Id<'unit'>
  readonly label: string
}

/** A hundredth of a degree: a kilometre, nearer than which two lines would lie on each other. */
const NEAR = 100

/** Assigned units by where they are: one line for those that come from the same place. */
function groupsOf(
  plan: PlanReader,
  tracks: UnitTracks,
  mission: Mission,
  instant: number,
  texts: Texts,
): Iterable<UnitGroup> {
  const groups = new Map<string, UnitGroup>()
  const byPart = ASSIGNMENT_PARTS.flatMap((part) =>
    plan.indexes.assignmentsOfMission.get(mission.id).filter((assignment) => assignment.part === part),
  )
  for (const { unit: unitId, part } of byPart) {
    const unit = plan.get(unitId)
    const from = unit === undefined ? null : positionOn(tracks.of(unitId), instant)
    if (unit === undefined || from === null) continue
    const name = unit.designation === '' ? unit.name : unit.designation
    const words = `${name} · ${texts.t(`part.${part}`)}`
    const key = from.at.map((degrees) => Math.round(degrees * NEAR)).join(' ')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { at: from.at, part, unit: unitId, label: words })
    else groups.set(key, { ...group, label: `${group.label}, ${words}` })
  }
  return groups.values()
}

function enablerLink(plan: PlanReader, from: Mission | undefined, to: Mission, word: string): LineItem | null {
  const [start, end] = [from === undefined ? null : missionPosition(plan, from), missionPosition(plan, to)]
  if (from === undefined || start === null || end === null) return null
  const label = `${from.code} · ${word}`
  return link(`${from.id} ${to.id} ${word}`, start, end, label, ENABLER_DASH, 2, '--accent', from.id)
}

function link(
  id: string,
  from: Position,
  to: Position,
  label: string,
  dash: readonly number[],
  width: number,
  color: ColorToken,
  record: Id,
): LineItem | null {
  if (distanceKm(from, to) < LEAST_KM) return null
  return {
    id,
    kind: 'line',
    record,
    title: label,
    rank: 0,
    emphasis: 'normal',
    path: [from, to],
    stroke: { color, width, dash, halo: 1.5 },
    arrow: 'middle',
    label,
  }
}

/** A ring around the place of a mission and the units that are there already. */
function ringAt(mission: Id, at: Position, label: string): SymbolItem {
  return {
    id: `${mission} here`,
    kind: 'symbol',
    record: mission,
    title: label,
    rank: -1,
    emphasis: 'normal',
    at,
    picture: RING,
    label,
    badge: null,
    cluster: null,
  }
}

const RING: Picture = {
  key: 'mission ring',
  svg:
    '<svg xmlns="http://www.w3.org/2000/svg" width="52" height="52" viewBox="0 0 52 52">' +
    '<circle cx="26" cy="26" r="24" fill="none" stroke="var(--map-halo)" stroke-width="4.5"></circle>' +
    '<circle cx="26" cy="26" r="24" fill="none" stroke="var(--map-overlay)" stroke-width="2"></circle></svg>',
  width: 52,
  height: 52,
  anchor: [26, 26],
}
