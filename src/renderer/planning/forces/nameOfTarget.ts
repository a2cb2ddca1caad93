import type { RecordOf } from '../../../domain/records/catalog.ts'
import type { Texts } from '../../texts/TextContext.tsx'
import type { MoveTarget } from './unitMoves.ts'

/** What planners call a unit: its designation, else its name. */
export const nameOfUnit = (unit: Pick<RecordOf<'unit'>, 'designation' | 'name'> | undefined): string =>
  unit === undefined ? '' : unit.designation === '' ? unit.name : unit.designation

export const nameOfTarget = (target: MoveTarget, nameIn: Texts['name']): string =>
  target.kind === 'component' ? nameIn(target.component.name) : nameOfUnit(target.unit)
