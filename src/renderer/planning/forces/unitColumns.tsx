import { ECHELONS, OWNERS, type Unit } from '../../../domain/records/unit.ts'
import { DEFAULT_PARAMETERS } from '../../../domain/check/parameters.ts'
import type { PlanRecord } from '../../../domain/records/plan.ts'
import type { PlanSession } from '../../session/PlanSession.ts'
import type { Texts } from '../../texts/TextContext.tsx'
import { GridSelectEditor } from '../../ui/grid/GridSelectEditor.tsx'
import type { GridColumn } from '../../ui/grid/GridColumn.ts'
import { GridTextEditor } from '../../ui/grid/GridTextEditor.tsx'
import type { UnitRow } from './Forces.ts'
import { AllocationCell, FindingsCell, LocationCell, MissionsCell, NameCell, ReadinessCell } from './UnitCells.tsx'

export type UnitColumns = Readonly<Record<UnitColumnId, GridColumn<UnitRow>>>
export type UnitColumnId =
  | 'name'
  | 'designation'
  | 'echelon'
  | 'owner'
  | 'strength'
  | 'readiness'
  | 'allocation'
  | 'capabilities'
  | 'location'
  | 'missions'
  | 'findings'

/** Columns that tree and grid share. Made anew only when the language, the plan's own record or the right to edit changes. */
export function unitColumns(
  texts: Texts,
  session: PlanSession,
  meta: Readonly<PlanRecord>,
  canEdit: boolean,
): UnitColumns {
  const { t, number } = texts
  const threshold = readinessThreshold(meta)
  const store = (id: UnitRow['unit']['id'], fields: Record<string, unknown>): void => {
    session.dispatch({ type: 'editRecords', ids: [id], fields })
  }
  const header = (id: UnitColumnId): string => t(`forces.column.${id}`)
  const column = (id: UnitColumnId, width: number, cell: GridColumn<UnitRow>['cell']): GridColumn<UnitRow> => ({
    id,
    header: header(id),
    width,
    cell,
  })
  const editable = (base: GridColumn<UnitRow>, edit: NonNullable<GridColumn<UnitRow>['edit']>): GridColumn<UnitRow> =>
    canEdit ? { ...base, edit } : base
  const owners = OWNERS.map((id) => ({ id, label: t(`owner.${id}`) }))
  const echelons = ECHELONS.map((id) => ({ id, label: t(`echelon.${id}`) }))

  return {
    name: editable(
      {
        ...column('name', 290, ({ unit }) => <NameCell unit={unit} />),
        isFlexible: true,
        text: ({ unit }) => unit.name,
      },
      ({ unit }, edit) => (
        <GridTextEditor
          label={header('name')}
          value={unit.name}
          session={edit}
          onCommit={(name) => store(unit.id, { name: name.trim() })}
        />
      ),
    ),
    designation: editable(
      column('designation', 116, ({ unit }) => unit.designation),
      ({ unit }, edit) => (
        <GridTextEditor
          label={header('designation')}
          value={unit.designation}
          session={edit}
          onCommit={(designation) => store(unit.id, { designation: designation.trim() })}
        />
      ),
    ),
    echelon: editable(
      column('echelon', 124, ({ unit }) => t(`echelon.${unit.echelon}`)),
      ({ unit }, edit) => (
        <GridSelectEditor
          label={header('echelon')}
          value={unit.echelon}
          options={echelons}
          session={edit}
          onCommit={(echelon) => session.dispatch({ type: 'editUnits', units: [unit.id], echelon })}
        />
      ),
    ),
    owner: editable(
      column('owner', 116, ({ unit }) => t(`owner.${unit.owner}`)),
      ({ unit }, edit) => (
        <GridSelectEditor
          label={header('owner')}
          value={unit.owner}
          options={owners}
          session={edit}
          onCommit={(owner) => store(unit.id, { owner })}
        />
      ),
    ),
    strength: editable(
      {
        ...column('strength', 80, ({ unit }) => (unit.strength === null ? '' : number(unit.strength))),
        align: 'end',
      },
      ({ unit }, edit) => (
        <GridTextEditor
          label={header('strength')}
          value={unit.strength === null ? '' : String(unit.strength)}
          session={edit}
          isFigure
          onCommit={(text) => store(unit.id, { strength: text.trim() === '' ? null : Number(text) })}
        />
      ),
    ),
    readiness: column('readiness', 124, ({ unit }) => <ReadinessCell unit={unit} threshold={threshold} />),
    allocation: column('allocation', 244, ({ unit }) => <AllocationCell unit={unit} meta={meta} />),
    capabilities: column('capabilities', 200, ({ unit }) => capabilityWords(unit, meta, texts)),
    location: column('location', 150, ({ unit }) => <LocationCell unit={unit} />),
    missions: { ...column('missions', 72, ({ unit }) => <MissionsCell unit={unit} />), align: 'end' },
    findings: column('findings', 88, ({ unit }) => <FindingsCell unit={unit} />),
  }
}

const THRESHOLD = 'readiness-threshold-percent'

const readinessThreshold = ({ parameters }: PlanRecord): number =>
  [...parameters, ...DEFAULT_PARAMETERS].find(({ key }) => key === THRESHOLD)?.value ?? 0

/** `4 Patrulla de reconocimiento · 2 …`, as the plan's catalogue names them. */
function capabilityWords(unit: Unit, { capabilities }: PlanRecord, { name }: Texts): string {
  return unit.capabilities
    .map(({ capability, quantity }) => {
      const known = capabilities.find((c) => c.key === capability)
      return `${quantity} ${known === undefined ? capability : name(known.name)}`
    })
    .join(' · ')
}
