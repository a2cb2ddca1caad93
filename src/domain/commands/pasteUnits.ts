import * as v from 'valibot'
import { requiredText, shortText } from '../records/common.ts'
import { type Id, idOf } from '../records/ids.ts'
import { composeSymbolCode, echelonDigits, withEchelon } from '../records/symbolCode.ts'
import { ECHELONS, OWNERS, symbolCode, type Unit } from '../records/unit.ts'
import { defineCommand, missing } from './command.ts'

const fields = {
  name: v.exactOptional(requiredText),
  owner: v.exactOptional(v.picklist(OWNERS)),
  echelon: v.exactOptional(v.picklist(ECHELONS)),
  strength: v.exactOptional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)))),
  symbol: v.exactOptional(symbolCode),
}

/** A unit of the plan, or a line among those added, counted from 0. */
const superior = v.union([
  v.strictObject({ unit: idOf('unit') }),
  v.strictObject({ line: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
])

/**
 * Adds and changes units from the lines of a sheet in one step. New units start without capabilities, mobility or
 * allocation: the sheet says nothing of them, and nothing is made up.
 */
export const pasteUnits = defineCommand({
  type: 'pasteUnits',
  schema: v.strictObject({
    added: v.array(
      v.strictObject({
        ...fields,
        designation: shortText,
        component: idOf('component'),
        superior: v.nullable(superior),
      }),
    ),
    changed: v.array(v.strictObject({ ...fields, unit: idOf('unit') })),
  }),
  label: (_plan, { added, changed }) => ({ added: added.length, changed: changed.length }),
  run: (edit, { added, changed }, _plan, { newId }) => {
    const ids = added.map(() => newId('unit'))
    for (const [line, row] of added.entries()) {
      const top = topOf(added, line)
      if (top === null) return { code: 'circle', params: { unit: row.designation, superior: row.designation } }
      const head = top.superior === null ? undefined : edit.get(top.superior.unit)
      if (top.superior !== null && head === undefined) return missing(top.superior.unit)
      const { superior } = row
      const parent = superior === null ? null : 'unit' in superior ? superior.unit : (ids[superior.line] ?? null)
      const id = ids[line] as Id<'unit'>
      edit.add<'unit'>({ id, ...freshUnit(row), component: head?.component ?? top.component, parent })
    }
    for (const { unit: id, ...change } of changed) {
      const unit = edit.get(id)
      if (unit === undefined) return missing(id)
      const symbol =
        change.symbol ?? (change.echelon === undefined ? unit.symbol : withEchelon(unit.symbol, change.echelon))
      edit.change(unit, { ...change, symbol })
    }
    return null
  },
})

interface AddedLine {
  readonly component: Id<'component'>
  readonly superior: { readonly unit: Id<'unit'> } | { readonly line: number } | null
}

/** The line at the top of a line's superiors among those added, where its component is decided; null for a circle. */
function topOf(
  added: readonly AddedLine[],
  line: number,
): (AddedLine & { readonly superior: { readonly unit: Id<'unit'> } | null }) | null {
  let at = added[line]
  for (let steps = 0; at !== undefined && steps <= added.length; steps += 1) {
    const { superior, component } = at
    if (superior === null || 'unit' in superior) return { superior, component }
    at = added[superior.line]
  }
  return null
}

type Drawn = Pick<Unit, 'designation'> & {
  readonly [K in 'name' | 'owner' | 'echelon' | 'strength' | 'symbol']?: Unit[K]
}

/** A unit that says no more than the line does; its symbol is a land unit's of no branch, by its echelon. */
export function freshUnit(
  row: Drawn,
): Omit<Unit, 'id' | 'component' | 'parent' | 'createdRevision' | 'updatedRevision'> {
  const echelon = row.echelon ?? 'none'
  return {
    name: row.name ?? row.designation,
    designation: row.designation,
    symbol: row.symbol ?? plainSymbol(echelonDigits(echelon)),
    echelon,
    owner: row.owner ?? 'other',
    allocation: [],
    capabilities: [],
    splittable: false,
    mobility: [],
    home: null,
    states: { location: [], readiness: [], superior: [] },
    strength: row.strength ?? null,
    sorties: null,
    notes: '',
  }
}

/** Friendly, present land unit, with neither entity nor modifiers. */
function plainSymbol(amplifier: string): string {
  const flags = { isPlanned: false, status: '0', isHeadquarters: false, isTaskForce: false }
  return composeSymbolCode({ identity: '03', set: '10', ...flags, amplifier, entity: '000000', modifiers: '0000' })
}
