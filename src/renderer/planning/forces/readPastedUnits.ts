import type { Command } from '../../../domain/commands/catalog.ts'
import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import type { RecordOf } from '../../../domain/records/catalog.ts'
import type { Id } from '../../../domain/records/ids.ts'
import { symbolFault } from '../../../domain/records/symbolCode.ts'
import type { Unit } from '../../../domain/records/unit.ts'
import { folded } from '../../ui/folded.ts'
import { catalog } from '../../texts/catalog.ts'
import { parseTsv } from './parseTsv.ts'
import { columnOfHeading, echelonOfWord, ownerOfWord, PASTE_COLUMNS, type PasteColumn } from './pasteWords.ts'

export type PasteRefusal =
  | 'no-designation'
  | 'too-long'
  | 'repeated'
  | 'ambiguous'
  | 'unknown-echelon'
  | 'unknown-owner'
  | 'bad-strength'
  | 'bad-symbol'
  | 'unknown-component'
  | 'unknown-superior'
  | 'circle'

export interface PastedLine {
  /** Counted from 1 as in the sheet, headings included. */
  readonly number: number
  readonly designation: string
  readonly name: string
  readonly outcome:
    | { readonly kind: 'added' }
    | { readonly kind: 'changed'; readonly columns: readonly PasteColumn[] }
    | { readonly kind: 'same' }
    /** `value`: the words that were not understood. */
    | { readonly kind: 'refused'; readonly reason: PasteRefusal; readonly value: string }
}

export interface PastedUnits {
  readonly lines: readonly PastedLine[]
  /** Headings that mean nothing here. */
  readonly ignored: readonly string[]
  /** Null where no line adds or changes anything. */
  readonly command: Extract<Command, { type: 'pasteUnits' }> | null
}

/** Where lines without a superior or component of their own come in. */
export interface PasteTarget {
  readonly component: Id<'component'>
  readonly superior: Id<'unit'> | null
}

type Cells = Partial<Record<PasteColumn, string>>
type Fields = { -readonly [K in 'name' | 'owner' | 'echelon' | 'strength' | 'symbol']?: Unit[K] }

interface Draft {
  readonly number: number
  readonly cells: Cells
  readonly designation: string
  readonly fields: Fields
  readonly unit: RecordOf<'unit'> | null
  component: Id<'component'> | null
  superior: { readonly unit: Id<'unit'> } | { readonly draft: Draft } | null
  refusal: { readonly reason: PasteRefusal; readonly value: string } | null
}

const LONGEST = 300

/** Reads lines of a sheet as units: new ones, changes of those with the same designation, and what cannot be taken. */
export function readPastedUnits(text: string, plan: PlanReader, target: PasteTarget): PastedUnits {
  const { columns, ignored, rows, firstLine } = readHeadings(parseTsv(text))
  const known = designationsOf(plan)
  const seen = new Set<string>()
  const drafts = rows.flatMap((row, at) => {
    if (row.every((cell) => cell === '')) return []
    const cells: Cells = {}
    for (const [i, column] of columns.entries()) if (column !== null) cells[column] = row[i] ?? ''
    return [readDraft(cells, firstLine + at, plan, known, seen)]
  })
  placeDrafts(drafts, known, target)
  return { lines: drafts.map(lineOf), ignored, command: commandOf(drafts, target) }
}

function readHeadings(all: readonly string[][]): {
  columns: readonly (PasteColumn | null)[]
  ignored: readonly string[]
  rows: readonly string[][]
  firstLine: number
} {
  const first = all[0] ?? []
  const columns = first.map((cell) => columnOfHeading(cell) ?? null)
  const hasHeadings =
    columns.includes('designation') || (columns.includes('name') && columns.filter(Boolean).length > 1)
  if (!hasHeadings) return { columns: PASTE_COLUMNS, ignored: [], rows: all, firstLine: 1 }
  const ignored = first.filter((cell, at) => cell !== '' && columns[at] === null)
  return { columns, ignored, rows: all.slice(1), firstLine: 2 }
}

function designationsOf(plan: PlanReader): ReadonlyMap<string, RecordOf<'unit'>[]> {
  const known = new Map<string, RecordOf<'unit'>[]>()
  for (const unit of plan.all('unit')) {
    if (unit.designation === '') continue
    const key = folded(unit.designation)
    known.set(key, [...(known.get(key) ?? []), unit])
  }
  return known
}

function readDraft(
  cells: Cells,
  number: number,
  plan: PlanReader,
  known: ReadonlyMap<string, RecordOf<'unit'>[]>,
  seen: Set<string>,
): Draft {
  const designation = cells.designation ?? ''
  const key = folded(designation)
  const same = known.get(key) ?? []
  const draft: Draft = {
    number,
    cells,
    designation,
    fields: {},
    superior: null,
    refusal: null,
    unit: same[0] ?? null,
    component: null,
  }
  const refuse = (reason: PasteRefusal, value: string): void => {
    draft.refusal ??= { reason, value }
  }
  if (designation === '') refuse('no-designation', cells.name ?? '')
  else if (seen.has(key)) refuse('repeated', designation)
  else if (same.length > 1) refuse('ambiguous', designation)
  seen.add(key)
  for (const text of [designation, cells.name ?? ''])
    if (text.length > LONGEST) refuse('too-long', `${text.slice(0, 40)}…`)
  readFields(cells, draft.fields, refuse)
  const component = cells.component ?? ''
  if (component !== '') {
    draft.component = componentNamed(plan, component)
    if (draft.component === null) refuse('unknown-component', component)
  }
  return draft
}

function readFields(cells: Cells, fields: Fields, refuse: (reason: PasteRefusal, value: string) => void): void {
  const { name = '', echelon = '', owner = '', strength = '', symbol = '' } = cells
  if (name !== '') fields.name = name
  const readEchelon = echelonOfWord(echelon)
  if (readEchelon !== undefined) fields.echelon = readEchelon
  else if (echelon !== '') refuse('unknown-echelon', echelon)
  const readOwner = ownerOfWord(owner)
  if (readOwner !== undefined) fields.owner = readOwner
  else if (owner !== '') refuse('unknown-owner', owner)
  if (strength !== '') {
    // Sheets write thousands with a blank, a point or a comma; strengths are whole.
    const digits = strength.replace(/(?<=\d)[\s., ](?=\d{3}(?!\d))/g, '')
    if (/^\d{1,6}$/.test(digits)) fields.strength = Number(digits)
    else refuse('bad-strength', strength)
  }
  if (symbol !== '') {
    const code = symbol.replace(/\s/g, '')
    if (symbolFault(code) === null) fields.symbol = code
    else refuse('bad-symbol', symbol)
  }
}

function componentNamed(plan: PlanReader, text: string): Id<'component'> | null {
  const word = folded(text)
  const found = [...plan.all('component')].find(({ name, kind }) => {
    const labels = catalog[`component.${kind}`]
    return [name.es, name.en ?? name.es, labels.es, labels.en, kind].some((one) => folded(one) === word)
  })
  return found?.id ?? null
}

/** Finds each new line's superior among the plan's units and the other new lines, and refuses what hangs on nothing. */
function placeDrafts(
  drafts: readonly Draft[],
  known: ReadonlyMap<string, RecordOf<'unit'>[]>,
  target: PasteTarget,
): void {
  const added = new Map(
    drafts.filter((d) => d.unit === null && d.refusal === null).map((d) => [folded(d.designation), d]),
  )
  for (const draft of added.values()) {
    const wanted = draft.cells.superior ?? ''
    const units = known.get(folded(wanted)) ?? []
    const line = added.get(folded(wanted))
    if (wanted === '') {
      const isElsewhere = draft.component !== null && draft.component !== target.component
      draft.superior = target.superior === null || isElsewhere ? null : { unit: target.superior }
    } else if (units.length === 1 && units[0] !== undefined) draft.superior = { unit: units[0].id }
    else if (line !== undefined) draft.superior = { draft: line }
    else draft.refusal = { reason: units.length > 1 ? 'ambiguous' : 'unknown-superior', value: wanted }
  }
  for (const draft of added.values()) {
    const fault = draft.refusal === null ? faultAbove(draft) : null
    if (fault !== null) draft.refusal = { reason: fault, value: draft.cells.superior ?? '' }
  }
}

/** Whether the way up among new lines comes back, or ends at a line that is refused. */
function faultAbove(draft: Draft): PasteRefusal | null {
  const passed = new Set<Draft>()
  let at: Draft = draft
  while (at.superior !== null && 'draft' in at.superior) {
    passed.add(at)
    at = at.superior.draft
    if (passed.has(at)) return 'circle'
    if (at.refusal !== null) return 'unknown-superior'
  }
  return null
}

/** Fields of a line that differ from the unit it names. Superior and component of units are changed in the tree. */
function changesOf(draft: Draft, unit: RecordOf<'unit'>): PasteColumn[] {
  const { fields } = draft
  const differs = (column: keyof Fields): boolean => fields[column] !== undefined && fields[column] !== unit[column]
  return (['name', 'owner', 'echelon', 'strength', 'symbol'] as const).filter(differs)
}

function lineOf(draft: Draft): PastedLine {
  const { number, designation, unit, refusal, fields } = draft
  const line = { number, designation, name: fields.name ?? unit?.name ?? '' }
  if (refusal !== null) return { ...line, outcome: { kind: 'refused', ...refusal } }
  if (unit === null) return { ...line, outcome: { kind: 'added' } }
  const columns = changesOf(draft, unit)
  return { ...line, outcome: columns.length === 0 ? { kind: 'same' } : { kind: 'changed', columns } }
}

function commandOf(drafts: readonly Draft[], target: PasteTarget): PastedUnits['command'] {
  const taken = drafts.filter((d) => d.refusal === null)
  const added = taken.filter((d) => d.unit === null)
  const lineAt = new Map(added.map((draft, at) => [draft, at]))
  const changed = taken.flatMap((draft) => {
    if (draft.unit === null || changesOf(draft, draft.unit).length === 0) return []
    return [{ unit: draft.unit.id, ...draft.fields }]
  })
  if (added.length + changed.length === 0) return null
  return {
    type: 'pasteUnits',
    added: added.map(({ designation, fields, component, superior }) => ({
      ...fields,
      designation,
      component: component ?? target.component,
      superior: superior !== null && 'draft' in superior ? { line: lineAt.get(superior.draft) ?? 0 } : superior,
    })),
    changed,
  }
}
