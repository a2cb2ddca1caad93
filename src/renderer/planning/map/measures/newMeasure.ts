import type { NewRecord } from '../../../../domain/plan/PlanEdit.ts'
import type { PlanReader } from '../../../../domain/plan/PlanDocument.ts'
import type { Position } from '../../../../domain/records/common.ts'
import { type Id, isIdOf } from '../../../../domain/records/ids.ts'
import { type MeasureType, measureTypeOf } from '../../../../domain/records/measureTypes.ts'
import type { Overlay } from '../../../../domain/records/overlay.ts'

/** A measure just drawn. It belongs to the mission or the unit that is selected, if it is one. */
export function newMeasure(
  id: Id<'overlay'>,
  type: MeasureType,
  points: readonly Position[],
  name: string,
  plan: PlanReader,
  selection: ReadonlySet<Id>,
): NewRecord<'overlay'> {
  const [only] = selection.size === 1 ? selection : []
  const mission = isIdOf('mission', only) ? (plan.get(only) ?? null) : null
  const unit = isIdOf('unit', only) ? (plan.get(only) ?? null) : null
  return {
    id,
    name,
    label2: '',
    kind: type.kind,
    symbol: type.symbol,
    echelon: type.shows.echelon && unit !== null ? unit.echelon : 'none',
    shape: type.shape,
    points: points.map(([longitude, latitude]) => [longitude, latitude]),
    widths: [...type.widths],
    unit: unit?.id ?? null,
    component: unit?.component ?? null,
    mission: mission?.id ?? null,
    phase: null,
    from: null,
    to: null,
  }
}

/** The words by which lines and areas are told apart; on every map they are short. */
const SPELLED = (
  'ALFA BRAVO CHARLIE DELTA ECO FOXTROT GOLF HOTEL INDIA JULIETT KILO LIMA MIKE NOVEMBER OSCAR PAPA QUEBEC ROMEO ' +
  'SIERRA TANGO UNIFORM VICTOR WHISKEY XRAY YANKEE ZULU'
).split(' ')

/**
 * The first name that none of its kind has. Lines and areas that write their name are spelled (`BRAVO`, after `ZULU`
 * comes `ALFA 2`), points that do are numbered; what writes none is called by its kind, for the list alone.
 */
export function freeName(type: MeasureType, overlays: Iterable<Overlay>, say: (number: number) => string): string {
  const names = new Set<string>()
  for (const overlay of overlays) if (measureTypeOf(overlay) === type) names.add(overlay.name)
  const nameAt = (index: number): string => {
    if (!type.shows.name) return say(index + 1)
    if (type.shape === 'point') return String(index + 1)
    const round = Math.floor(index / SPELLED.length)
    const word = SPELLED[index % SPELLED.length] ?? ''
    return round === 0 ? word : `${word} ${round + 1}`
  }
  let index = 0
  while (names.has(nameAt(index))) index += 1
  return nameAt(index)
}

/** Pixels by which a copy stands beside what it is a copy of. */
const OFFSET = 24
const METRES_PER_DEGREE = 111_320

/** Copies stand a little to the lower right, at the scale they are looked at; what they point at may be gone. */
export function copiesOf(
  measures: readonly Overlay[],
  plan: Pick<PlanReader, 'has'>,
  metresPerPixel: number,
  newId: () => Id<'overlay'>,
  nameOf: (name: string) => string,
): readonly NewRecord<'overlay'>[] {
  const degrees = (OFFSET * metresPerPixel) / METRES_PER_DEGREE
  const kept = <I extends Id>(id: I | null): I | null => (id !== null && plan.has(id) ? id : null)
  return measures.map((measure) => {
    const { createdRevision: _c, updatedRevision: _u, ...copy } = measure
    return {
      ...copy,
      id: newId(),
      name: nameOf(measure.name).slice(0, 300),
      points: measure.points.map(([longitude, latitude]): [number, number] => [
        Math.min(180, longitude + degrees),
        Math.max(-90, latitude - degrees),
      ]),
      unit: kept(measure.unit),
      component: kept(measure.component),
      mission: kept(measure.mission),
    }
  })
}
