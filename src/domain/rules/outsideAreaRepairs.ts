import type { CheckContext, MissionFacts } from '../check/CheckContext.ts'
import type { Finding, Repair } from '../check/Finding.ts'
import { handOverRepairs } from '../check/handOver.ts'
import { sayNumber, textOf } from '../check/saying.ts'
import { westToEast } from '../geo/between.ts'
import { placePositions } from '../geo/locationPosition.ts'
import type { NewRecord } from '../plan/PlanEdit.ts'
import type { Position } from '../records/common.ts'
import { type Id, isIdOf, makeId } from '../records/ids.ts'
import type { Mission } from '../records/mission.ts'
import type { Unit } from '../records/unit.ts'
import type { Language } from '../time/dtg.ts'

type Fits = (context: CheckContext, facts: MissionFacts, unit: Unit) => boolean

/** Ways to mend a mission outside its area: another unit whose area it is, or an area of coordination around it. */
export function outsideAreaRepairs(context: CheckContext, finding: Finding, language: Language, fits: Fits): Repair[] {
  const facts = context.facts(textOf(finding, 'mission') as Id<'mission'>)
  if (facts === null || facts.span === null) return []
  const units = finding.records.filter((id) => isIdOf('unit', id))
  const assignment = facts.assignments.find((a) => a.unit === units[0])
  const isAlone = units.length === 1 && assignment !== undefined
  const others = isAlone
    ? handOverRepairs(context, facts.mission, assignment, language, (unit) => fits(context, facts, unit))
    : []
  return [...others, ...coordinate(context, facts.mission, language)]
}

/** Draws an area that names the mission around all its places, with the plan's margin. */
function coordinate(context: CheckContext, mission: Mission, language: Language): Repair[] {
  const positions = mission.places.flatMap((place) => placePositions(context.plan, place))
  const points = aroundOf(positions, context.coordinationMarginKm)
  if (points === null) return []
  const record: NewRecord<'overlay'> = {
    id: freeId(context, mission),
    name: `${language === 'es' ? 'Coordinación' : 'Coordination'} ${mission.code}`.slice(0, 300),
    label2: '',
    kind: 'area-of-coordination',
    symbol: null,
    echelon: 'none',
    shape: 'area',
    points,
    widths: [],
    unit: null,
    component: null,
    mission: mission.id,
    phase: null,
    from: null,
    to: null,
  }
  const margin = sayNumber(context.coordinationMarginKm)
  const text =
    language === 'es'
      ? `Dibujar un área de coordinación para ${mission.code}, con ${margin} km de margen`
      : `Draw an area of coordination for ${mission.code}, with a margin of ${margin} km`
  return [{ command: { type: 'addRecord', record }, text }]
}

function freeId(context: CheckContext, mission: Mission): Id<'overlay'> {
  const stem = `coord-${mission.id.slice(mission.id.indexOf(':') + 1)}`.slice(0, 50)
  for (let n = 1; ; n += 1) {
    const id = makeId('overlay', n === 1 ? stem : `${stem}-${n}`)
    if (!context.plan.has(id)) return id
  }
}

const KM_PER_DEGREE = 111.2
/** An area of no size covers nothing; a hundred metres is as good as a point. */
const LEAST_KM = 0.1
const CORNERS = 24
/** Farther than this from pole and opposite meridian a box in degrees is what it seems. */
const MOST_SPAN_DEGREES = 170
const MOST_LAT = 85

/** A round area about one position, a box about several; null where they are spread too far for either. */
function aroundOf(positions: readonly Position[], km: number): Position[] | null {
  const [first] = positions
  if (first === undefined) return null
  const lons = positions.map(([lon]) => lon + Math.round((first[0] - lon) / 360) * 360)
  const lats = positions.map(([, lat]) => lat)
  const [west, east] = [least(lons), -least(lons.map((x) => -x))]
  const [south, north] = [least(lats), -least(lats.map((y) => -y))]
  const margin = Math.max(LEAST_KM, km) / KM_PER_DEGREE
  const wide = margin / Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180)
  if (!(east - west + 2 * wide < MOST_SPAN_DEGREES && Math.max(-south, north) + margin < MOST_LAT)) return null
  const corners: Position[] =
    west === east && south === north
      ? Array.from({ length: CORNERS }, (_, i) => {
          const turn = (i / CORNERS) * 2 * Math.PI
          return [west + wide * Math.sin(turn), south + margin * Math.cos(turn)]
        })
      : [
          [west - wide, south - margin],
          [east + wide, south - margin],
          [east + wide, north + margin],
          [west - wide, north + margin],
        ]
  const round = (value: number): number => Math.round(value * 1e5) / 1e5
  return corners.map(([lon, lat]) => [round(westToEast(lon)), round(lat)])
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
