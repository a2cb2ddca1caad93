import type { PlanReader } from '../../../../domain/plan/PlanDocument.ts'
import type { Id } from '../../../../domain/records/ids.ts'
import { MEASURE_GROUPS, MEASURE_TYPES, measureTypeOf } from '../../../../domain/records/measureTypes.ts'
import type { Overlay } from '../../../../domain/records/overlay.ts'
import { recordShort } from '../../../fields/recordText.ts'
import { type Texts, textsIn } from '../../../texts/TextContext.tsx'
import { folded } from '../../../ui/folded.ts'
import type { GridRows } from '../../../ui/grid/GridRows.ts'
import { groupedRows } from '../../../ui/grid/groupedRows.ts'
import type { MeasureGrouping } from './measuresView.ts'
import { measureTypeName } from '../../../fields/measureTypeName.ts'

export type MeasureRow =
  | { readonly kind: 'group'; readonly id: string; readonly label: string; readonly members: readonly Id<'overlay'>[] }
  | { readonly kind: 'measure'; readonly id: Id<'overlay'>; readonly overlay: Overlay; readonly typeName: string }

export interface MeasureListing {
  readonly overlays: readonly Overlay[]
  readonly plan: Pick<PlanReader, 'get'>
  readonly query: string
  readonly grouping: MeasureGrouping
  readonly collapsed: ReadonlySet<string>
  readonly texts: Texts
}

/** The drawn measures that the query finds, under heads of their kind or of the command they belong to. */
export function measureRows({
  overlays,
  plan,
  query,
  grouping,
  collapsed,
  texts,
}: MeasureListing): GridRows<MeasureRow> {
  const words = folded(query).split(/\s+/)
  const groups = new Map<string, { readonly label: string; readonly order: number; readonly members: MeasureRow[] }>()
  for (const overlay of overlays) {
    const text = searchedText(overlay)
    if (!words.every((word) => text.includes(word))) continue
    const type = measureTypeOf(overlay)
    const name = type === null ? texts.t('map-measures.group.other') : measureTypeName(type, texts.t)
    const head = grouping === 'kind' ? kindHead(overlay, name) : commandHead(overlay, plan, texts)
    const group = groups.get(head.id) ?? { ...head, members: [] }
    groups.set(head.id, group)
    group.members.push({ kind: 'measure', id: overlay.id, overlay, typeName: name })
  }
  const order = new Intl.Collator(texts.language, { numeric: true }).compare
  const nameOf = (row: MeasureRow): string => (row.kind === 'measure' ? row.overlay.name : row.label)
  const sorted = [...groups].toSorted(([, a], [, b]) => a.order - b.order || order(a.label, b.label))
  return groupedRows<MeasureRow>(
    sorted.map(([id, { label, members }]) => ({
      head: { kind: 'group', id, label, members: members.map((row) => row.id as Id<'overlay'>) },
      members: members.toSorted((a, b) => order(nameOf(a), nameOf(b))),
      isExpanded: !collapsed.has(id),
    })),
    (row) => row.id,
  )
}

interface Head {
  readonly id: string
  readonly label: string
  readonly order: number
}

/** In the order of the palette. */
function kindHead(overlay: Overlay, name: string): Head {
  const type = measureTypeOf(overlay)
  const order = type === null ? MEASURE_TYPES.length : MEASURE_TYPES.indexOf(type)
  return { id: `kind ${type?.key ?? 'other'}`, label: name, order }
}

function commandHead({ unit, component }: Overlay, plan: Pick<PlanReader, 'get'>, texts: Texts): Head {
  const unitRecord = unit === null ? undefined : plan.get(unit)
  if (unitRecord !== undefined) {
    return { id: `command ${unitRecord.id}`, label: recordShort(unitRecord, texts.language), order: 2 }
  }
  const componentRecord = component === null ? undefined : plan.get(component)
  if (componentRecord !== undefined) {
    return { id: `command ${componentRecord.id}`, label: texts.name(componentRecord.name), order: 1 }
  }
  return { id: 'command plan', label: texts.t('map-measures.whole-plan'), order: 0 }
}

const searched = new WeakMap<Overlay, string>()

/** Name and kind in both languages, as they are searched; made once a record. */
function searchedText(overlay: Overlay): string {
  const known = searched.get(overlay)
  if (known !== undefined) return known
  const type = measureTypeOf(overlay)
  const kinds = type === null ? [] : [measureTypeName(type, textsIn('es').t), measureTypeName(type, textsIn('en').t)]
  const text = folded([overlay.name, overlay.label2, ...kinds].join(' '))
  searched.set(overlay, text)
  return text
}

export interface DrawableKind {
  readonly key: string
  readonly label: string
  /** Its group. */
  readonly detail: string
  readonly isAtHand: boolean
}

/** Kinds that can be drawn and fit what is typed in either language; first those at hand for a type of mission. */
export function drawableKinds(query: string, missionType: string | null, texts: Texts): readonly DrawableKind[] {
  const words = folded(query).split(/\s+/)
  const isAtHand = (types: readonly string[]): boolean => missionType !== null && types.includes(missionType)
  return MEASURE_TYPES.filter((type) => {
    const text = folded(
      `${measureTypeName(type, textsIn('es').t)} ${measureTypeName(type, textsIn('en').t)} ${type.key}`,
    )
    return words.every((word) => text.includes(word))
  })
    .toSorted(
      (a, b) =>
        Number(isAtHand(b.missionTypes)) - Number(isAtHand(a.missionTypes)) ||
        MEASURE_GROUPS.indexOf(a.group) - MEASURE_GROUPS.indexOf(b.group),
    )
    .map((type) => ({
      key: type.key,
      label: measureTypeName(type, texts.t),
      detail: texts.t(`map-measures.group.${type.group}`),
      isAtHand: isAtHand(type.missionTypes),
    }))
}
