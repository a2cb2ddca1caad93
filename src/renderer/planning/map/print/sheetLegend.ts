import type { PlanReader } from '../../../../domain/plan/PlanDocument.ts'
import { isIdOf, type Id } from '../../../../domain/records/ids.ts'
import { measureTypeOf } from '../../../../domain/records/measureTypes.ts'
import type { Mission } from '../../../../domain/records/mission.ts'
import { readSymbolCode } from '../../../../domain/records/symbolCode.ts'
import { ECHELONS, type Unit } from '../../../../domain/records/unit.ts'
import { entryKey, SYMBOLS } from '../../../fields/symbol/findSymbols.ts'
import type { Picture, SceneItem, Tone } from '../../../map-engine/Scene.ts'
import type { LegendEntry, LegendGroup } from '../../../map-engine/sheet/SheetContent.ts'
import type { Texts } from '../../../texts/TextContext.tsx'
import { isTextKey } from '../../../texts/translate.ts'
import { COMPONENT_ORDER, missionComponent } from '../missions/missionComponent.ts'
import { missionPicture } from '../missions/missionPicture.ts'
import { unitPicture } from '../units/unitPicture.ts'
import type { MeasureSamples } from './measureSamples.ts'
import type { SheetScene } from './sheetScene.ts'

const STATUSES = [
  'draft',
  'planned',
  'ordered',
  'executing',
  'done',
  'cancelled',
] as const satisfies readonly Mission['status'][]
const TONES = ['error', 'warning', 'note'] as const satisfies readonly Tone[]
const SYMBOL_NAMES = new Map(SYMBOLS.map((entry) => [entryKey(entry), entry]))

const list = <T>(one: T | undefined): readonly T[] => (one === undefined ? [] : [one])

/** What the items of a sheet mean: only what stands on it, in the order of the program's own lists. */
export function sheetLegend(
  scene: SheetScene,
  isOn: (item: SceneItem) => boolean,
  plan: PlanReader,
  texts: Texts,
  samples: MeasureSamples,
): LegendGroup[] {
  const on = scene.flatMap(([, items]) => items.filter(isOn))
  const records = new Set(on.flatMap(({ record }) => (record === null ? [] : [record])))
  const units = [...records].flatMap((id): readonly Unit[] => list(isIdOf('unit', id) ? plan.get(id) : undefined))
  const missions = [...records].flatMap((id): readonly Mission[] =>
    list(isIdOf('mission', id) ? plan.get(id) : undefined),
  )
  const { t } = texts
  return [
    { title: t('map-print.legend-components'), entries: components(units, missions, plan, texts), isLong: false },
    { title: t('map-print.legend-missions'), entries: statuses(missions, texts), isLong: false },
    { title: t('map-print.legend-echelons'), entries: echelons(units, texts), isLong: false },
    { title: t('map-print.legend-signs'), entries: signs(on, texts), isLong: false },
    { title: t('map-print.legend-places'), entries: places(on, plan, texts), isLong: false },
    { title: t('map-print.legend-measures'), entries: measures(on, records, plan, texts, samples), isLong: true },
    { title: t('map-print.legend-symbols'), entries: symbols(units, texts), isLong: true },
  ].filter(({ entries }) => entries.length > 0)
}

function components(
  units: readonly Unit[],
  missions: readonly Mission[],
  plan: PlanReader,
  { t, name }: Texts,
): LegendEntry[] {
  const kinds = new Set<string>(missions.map((mission) => missionComponent(plan, mission)))
  for (const { component } of units) kinds.add(plan.get(component)?.kind ?? 'none')
  return COMPONENT_ORDER.filter((kind) => kinds.has(kind)).map((kind) => {
    const own = [...plan.all('component')].filter((component) => component.kind === kind)
    const [only] = own
    const text =
      kind === 'none'
        ? t('map-print.no-component')
        : own.length === 1 && only !== undefined
          ? name(only.name)
          : t(`component.${kind}`)
    const letter = kind === 'none' ? '–' : t(`component-mark.${kind}`)
    return { sample: { kind: 'letter', letter, fill: `--hue-${kind}-fill`, ink: `--hue-${kind}-ink` }, text }
  })
}

function statuses(missions: readonly Mission[], { t }: Texts): LegendEntry[] {
  return STATUSES.filter((status) => missions.some((mission) => mission.status === status)).map((status) => ({
    sample: { kind: 'picture', picture: missionPicture('none', '', status) },
    text: t(`status.${status}`),
  }))
}

function measures(
  on: readonly SceneItem[],
  records: ReadonlySet<Id>,
  plan: PlanReader,
  { t }: Texts,
  samples: MeasureSamples,
): LegendEntry[] {
  const entries = new Map<string, LegendEntry>()
  for (const id of records) {
    const overlay = isIdOf('overlay', id) ? plan.get(id) : undefined
    if (overlay === undefined) continue
    const type = measureTypeOf(overlay)
    const key = `map-measures.type.${type?.key ?? ''}`
    const text = isTextKey(key) ? t(key) : t('map-print.other-measure')
    const picture = type === null ? undefined : samples.get(type.key)
    const item = on.find(({ record, kind }) => record === id && kind !== 'text')
    const sample: LegendEntry['sample'] | null =
      picture !== undefined ? { kind: 'picture', picture } : item === undefined ? null : sampleOf(item)
    if (sample !== null && !entries.has(text)) entries.set(text, { sample, text })
  }
  return [...entries.values()]
}

function sampleOf(item: SceneItem): LegendEntry['sample'] | null {
  switch (item.kind) {
    case 'symbol':
      return { kind: 'picture', picture: item.picture }
    case 'line':
      return { kind: 'line', stroke: item.stroke, arrow: item.arrow }
    case 'area':
      return { kind: 'area', stroke: item.stroke, fill: item.fill }
    case 'text':
      return null
  }
}

/** One entry for each kind of unit, the most frequent first; echelons are told apart below. */
function symbols(units: readonly Unit[], { t, language }: Texts): LegendEntry[] {
  const byKey = new Map<string, { code: string; count: number }>()
  for (const { symbol } of units) {
    const parts = readSymbolCode(symbol)
    const key = parts === null ? '' : entryKey(parts)
    const known = byKey.get(key)
    byKey.set(key, { code: known?.code ?? symbol, count: (known?.count ?? 0) + 1 })
  }
  return [...byKey]
    .sort(([, a], [, b]) => b.count - a.count)
    .map(([key, { code }]) => ({
      sample: { kind: 'picture', picture: unitPicture(withoutEchelon(code), false, null) },
      text: SYMBOL_NAMES.get(key)?.[language] ?? t('map-print.other-unit'),
    }))
}

/** Digits 9 and 10 are the echelon, or the mobility of equipment. */
const withoutEchelon = (code: string): string => `${code.slice(0, 8)}00${code.slice(10)}`
/** A frame alone: the echelon of a land unit without an icon. */
const echelonOnly = (code: string): string => `${code.slice(0, 4)}1000${code.slice(8, 10)}0000000000`

function echelons(units: readonly Unit[], { t }: Texts): LegendEntry[] {
  return ECHELONS.flatMap((echelon): LegendEntry[] => {
    if (echelon === 'none') return []
    const unit = units.find((each) => each.echelon === echelon && each.symbol.slice(8, 10) !== '00')
    if (unit === undefined) return []
    return [
      {
        sample: { kind: 'picture', picture: unitPicture(echelonOnly(unit.symbol), false, null) },
        text: t(`echelon.${echelon}`),
      },
    ]
  })
}

function places(on: readonly SceneItem[], plan: PlanReader, { t }: Texts): LegendEntry[] {
  const entries = new Map<string, LegendEntry>()
  for (const item of on) {
    const { record } = item
    const place = record !== null && isIdOf('place', record) ? plan.get(record) : undefined
    if (place === undefined || item.kind !== 'symbol' || entries.has(place.kind)) continue
    entries.set(place.kind, { sample: { kind: 'picture', picture: item.picture }, text: t(`place-kind.${place.kind}`) })
  }
  return [...entries.values()]
}

/** Signs beside symbols: findings, units that are not there yet, readiness under the threshold. */
function signs(on: readonly SceneItem[], { t }: Texts): LegendEntry[] {
  const pictures = on.flatMap((item) => (item.kind === 'symbol' ? [item] : []))
  const entries: LegendEntry[] = TONES.filter((tone) => pictures.some(({ badge }) => badge?.tone === tone)).map(
    (tone) => ({
      sample: { kind: 'picture', picture: badgePicture(tone) },
      text: t(`map-print.badge-${tone}`),
    }),
  )
  const notional = t('map-units.notional')
  if (pictures.some(({ label }) => label?.endsWith(notional) === true)) {
    const letter = notional.replaceAll(/[()]/g, '')
    entries.push({
      sample: { kind: 'letter', letter, fill: '--map-halo', ink: '--text' },
      text: t('map-print.notional'),
    })
  }
  const low = pictures.find(({ label }) => label?.includes('▾') === true)
  if (low !== undefined)
    entries.push({ sample: { kind: 'picture', picture: low.picture }, text: t('map-print.low-readiness') })
  return entries
}

function badgePicture(tone: Tone): Picture {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="12" height="12" viewBox="0 0 12 12">' +
    `<circle cx="6" cy="6" r="5.5" fill="var(--${tone})"></circle>` +
    '<text x="6" y="9" text-anchor="middle" font-size="8.5" font-weight="bold" fill="var(--map-halo)">1</text></svg>'
  return { key: `print badge ${tone}`, svg, width: 12, height: 12, anchor: [6, 6] }
}
