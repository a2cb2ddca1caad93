import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { encodePlanFile } from '../src/domain/formats/planFile.ts'
import type { AnyRecord, RecordOf } from '../src/domain/records/catalog.ts'
import type { Position } from '../src/domain/records/common.ts'
import { isIdOf } from '../src/domain/records/ids.ts'
import { generatePlan } from './generatePlan.ts'
import type { GeneratedPlan } from './PlanFiles.ts'

const UNITS = 5_000
const MISSIONS = 2_000
const SEED = 2_023
/** Corners of an area, points of a route. */
const POINTS = 6
/** Degrees. */
const REACH = 0.05

/** A plan to look at on the map: a third each of its missions at a point, along a route, over an area. */
export function mapPlan(folder: string): GeneratedPlan {
  const generated = generatePlan({ units: UNITS, missions: MISSIONS, seed: SEED })
  const positions = new Map(
    generated.flatMap((r) =>
      isIdOf('place', r.id) && 'position' in r && r.position !== null ? [[r.id, r.position]] : [],
    ),
  )
  let count = 0
  const records = generated.map((record): AnyRecord => {
    if (!isMission(record)) return record
    const point = record.places[0]?.points[0]
    const at = point !== undefined && 'place' in point ? positions.get(point.place) : undefined
    count += 1
    return at === undefined || count % 3 === 0 ? record : { ...record, places: [spread(at, count)] }
  })
  const meta = records.find((r) => isIdOf('plan', r.id))
  if (meta === undefined || !('title' in meta)) throw new Error('the generated plan has no plan record')
  const file = path.join(folder, 'map.valles')
  writeFileSync(file, encodePlanFile(records))
  return { title: meta.title, records, file }
}

const isMission = (record: AnyRecord): record is RecordOf<'mission'> => isIdOf('mission', record.id)

function spread([longitude, latitude]: Position, count: number): RecordOf<'mission'>['places'][number] {
  const shape = count % 3 === 1 ? 'line' : 'area'
  const points = Array.from({ length: POINTS }, (_, i): { position: Position } => {
    const angle = (2 * Math.PI * i) / POINTS + count
    return shape === 'line'
      ? { position: [longitude + (REACH * i) / 2, latitude + REACH * Math.sin(angle)] }
      : { position: [longitude + REACH * Math.cos(angle), latitude + REACH * Math.sin(angle)] }
  })
  return { shape, points }
}
