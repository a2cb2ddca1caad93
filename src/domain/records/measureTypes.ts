import type { Overlay } from './overlay.ts'

/** What a point of a measure does; texts say it to whoever draws. */
export type PointRole =
  | 'position'
  | 'vertex'
  | 'corner'
  | 'center'
  | 'radius'
  | 'end-1'
  | 'end-2'
  | 'depth'
  | 'rear'
  | 'tip'
  | 'tip-1'
  | 'tip-2'
  | 'bend'
  | 'origin'
  | 'arc-side'
  | 'width'
  | 'convoy'

/** A kind of control measure that can be drawn: its symbol of MIL-STD-2525D / APP-6D and how points make it. */
export interface MeasureType {
  /** Also the key of its name among the texts. */
  readonly key: string
  readonly group: MeasureGroup
  readonly kind: Overlay['kind']
  /** Twenty digits, present, friendly, without an echelon. */
  readonly symbol: string
  readonly shape: Overlay['shape']
  readonly minPoints: number
  /** `MANY` where the last role repeats. */
  readonly maxPoints: number
  /** What each point in turn does; further points do what the last one does. */
  readonly roles: readonly PointRole[]
  /** Which of the record's texts the symbol shows beside its name (T): the second one (T1), its times (W and W1). */
  readonly shows: {
    readonly name: boolean
    readonly second: boolean
    readonly dates: boolean
    readonly echelon: boolean
  }
  /** Metres; one for each width the symbol takes (AM). */
  readonly widths: readonly number[]
  /** The standard's word that the symbol writes before the name, or alone: `PL`. Texts have it in each language. */
  readonly word: string | null
  /** Whether the renderer leaves word and name to whoever draws. */
  readonly isNamedByUs: boolean
  /** Points of a small sample, 0 to 1, right and up. */
  readonly sample: readonly (readonly [number, number])[]
  /** Codes of the built-in mission types it is at hand for. */
  readonly missionTypes: readonly string[]
}

export const MEASURE_GROUPS = ['lines', 'areas', 'points', 'routes', 'tasks'] as const
export type MeasureGroup = (typeof MEASURE_GROUPS)[number]

export const MANY = 100_000

const LINE_SAMPLE = [
  [0, 0.35],
  [0.35, 0.6],
  [0.65, 0.4],
  [1, 0.65],
] as const
const AREA_SAMPLE = [
  [0.05, 0.3],
  [0.3, 0.95],
  [0.8, 0.9],
  [1, 0.4],
  [0.6, 0.05],
] as const
const THREE_SAMPLE = [
  [0.85, 0.95],
  [0.85, 0.05],
  [0.1, 0.5],
] as const

const code = (entity: string): string => `1003250000${entity}0000`

const NAME_ONLY = { name: true, second: false, dates: false, echelon: false }
const NOTHING = { name: false, second: false, dates: false, echelon: false }

type Draft = Pick<MeasureType, 'key' | 'group' | 'kind'> & Partial<MeasureType> & { readonly entity: string }

function type({ entity, ...draft }: Draft): MeasureType {
  return {
    symbol: code(entity),
    shape: 'line',
    minPoints: 2,
    maxPoints: MANY,
    roles: ['vertex'],
    shows: NAME_ONLY,
    widths: [],
    word: null,
    isNamedByUs: false,
    sample: LINE_SAMPLE,
    missionTypes: [],
    ...draft,
  }
}

const area = (key: string, kind: MeasureType['kind'], entity: string, more: Partial<MeasureType> = {}): MeasureType =>
  type({
    key,
    group: 'areas',
    kind,
    entity,
    shape: 'area',
    minPoints: 3,
    roles: ['corner'],
    sample: AREA_SAMPLE,
    ...more,
  })

const point = (key: string, kind: MeasureType['kind'], entity: string, more: Partial<MeasureType> = {}): MeasureType =>
  type({
    key,
    group: 'points',
    kind,
    entity,
    shape: 'point',
    minPoints: 1,
    maxPoints: 1,
    roles: ['position'],
    sample: [[0.5, 0.5]],
    ...more,
  })

/** A task of so many points as it has roles, where `least` is not fewer. */
function task(key: string, entity: string, roles: readonly PointRole[], more: Partial<MeasureType> = {}): MeasureType {
  return type({
    key,
    group: 'tasks',
    kind: 'mission-task',
    entity,
    minPoints: roles.length,
    maxPoints: roles.length,
    roles,
    shows: NOTHING,
    sample: THREE_SAMPLE,
    ...more,
  })
}

const CIRCLE: readonly PointRole[] = ['center', 'radius']
const CIRCLE_SAMPLE = [
  [0.5, 0.5],
  [0.95, 0.5],
] as const
const ARROWS: readonly PointRole[] = ['origin', 'tip-1', 'tip-2']
const ARROWS_SAMPLE = [
  [0.5, 0.5],
  [0, 0.35],
  [1, 0.65],
] as const
const circle = (key: string, entity: string, missionTypes: readonly string[]): MeasureType =>
  task(key, entity, CIRCLE, { sample: CIRCLE_SAMPLE, missionTypes })
const arrows = (key: string, entity: string, missionTypes: readonly string[]): MeasureType =>
  task(key, entity, ARROWS, { sample: ARROWS_SAMPLE, missionTypes })

/**
 * All that can be drawn. Points and entity codes as MIL-STD-2525D appendix H (symbol set 25) has them; a test compares
 * each with the reference renderer's own tables. Tasks are those that the built-in mission types ask for; tasks that
 * act on an opponent by weapons are left out, as is the rest of their field.
 */
export const MEASURE_TYPES: readonly MeasureType[] = [
  type({
    key: 'boundary',
    group: 'lines',
    kind: 'boundary',
    entity: '110100',
    shows: { name: true, second: true, dates: false, echelon: true },
  }),
  type({ key: 'phase-line', word: 'PL', group: 'lines', kind: 'phase-line', entity: '140300' }),
  type({ key: 'line-of-departure', word: 'LD', group: 'lines', kind: 'other', entity: '141000', shows: NOTHING }),
  type({ key: 'limit-of-advance', word: 'LOA', group: 'lines', kind: 'other', entity: '140900', shows: NOTHING }),
  type({ key: 'light-line', word: 'LL', group: 'lines', kind: 'other', entity: '110200', shows: NOTHING }),

  area('area-of-operations', 'area-of-operations', '120100', { word: 'AO' }),
  area('area-of-coordination', 'area-of-coordination', '150100', { word: 'COORD', isNamedByUs: true }),
  area('named-area-of-interest', 'named-area-of-interest', '120200', {
    word: 'NAI',
    missionTypes: ['GND-1', 'AIR-5', 'AIR-6', 'SOF-2'],
  }),
  area('assembly-area', 'assembly-area', '150200', { word: 'AA' }),
  area('landing-zone', 'landing-zone', '150800', {
    word: 'LZ',
    missionTypes: ['AIR-2', 'AIR-3', 'NAV-3', 'NAV-4', 'GND-4'],
  }),
  area('pickup-zone', 'pickup-zone', '150900', { word: 'PZ', missionTypes: ['AIR-2', 'AIR-3'] }),
  area('drop-zone', 'drop-zone', '150600', { word: 'DZ', missionTypes: ['AIR-2', 'GND-4', 'NAV-4'] }),
  area('extraction-zone', 'other', '150700', { word: 'EZ', missionTypes: ['AIR-3'] }),
  area('objective-area', 'other', '151700', { word: 'OBJ' }),
  area('base-camp', 'other', '120500', { word: 'BC' }),
  area('support-area', 'other', '310600', { word: 'BSA', shows: NOTHING }),

  point('checkpoint', 'checkpoint', '130300', {
    shows: { ...NAME_ONLY, dates: true },
    missionTypes: ['GND-3', 'NAV-1'],
  }),
  point('coordination-point', 'coordination-point', '130600', { shows: NOTHING }),
  point('contact-point', 'other', '130500'),
  point('start-point', 'other', '131600', { shows: { ...NAME_ONLY, dates: true } }),
  point('release-point', 'other', '131500', { shows: { ...NAME_ONLY, dates: true } }),
  point('rally-point', 'other', '131400', { shows: { ...NAME_ONLY, dates: true } }),
  point('linkup-point', 'other', '131100', { shows: { ...NAME_ONLY, dates: true } }),
  point('waypoint', 'other', '131800'),
  point('point-of-interest', 'other', '131300'),
  point('traffic-control-post', 'other', '321400', { missionTypes: ['GND-3', 'GND-5'] }),
  point('casualty-collection-point', 'other', '320500', { missionTypes: ['GND-4', 'NAV-3', 'NAV-4'] }),
  point('civilian-collection-point', 'other', '320600', { missionTypes: ['GND-4', 'NAV-4'] }),
  point('medevac-pickup-point', 'other', '321100', { missionTypes: ['GND-4', 'NAV-3', 'NAV-4'] }),
  point('observation-post', 'other', '160100', { shows: NOTHING, missionTypes: ['GND-1', 'SOF-2', 'AIR-5'] }),

  type({ key: 'route', word: 'MSR', group: 'routes', kind: 'route', entity: '330301', missionTypes: ['GND-5'] }),
  type({ key: 'route-two-way', word: 'MSR', group: 'routes', kind: 'route', entity: '330302' }),
  type({ key: 'alternate-route', word: 'ASR', group: 'routes', kind: 'route', entity: '330401' }),
  type({
    key: 'air-corridor',
    word: 'AC',
    group: 'routes',
    kind: 'route',
    entity: '170100',
    maxPoints: 99,
    widths: [2_000],
    shows: { ...NAME_ONLY, dates: true },
    missionTypes: ['AIR-1', 'AIR-2', 'AIR-3', 'AIR-6'],
  }),
  type({
    key: 'infiltration-lane',
    group: 'routes',
    kind: 'other',
    entity: '140800',
    minPoints: 3,
    maxPoints: 3,
    roles: ['end-1', 'end-2', 'width'],
    sample: [
      [0.05, 0.5],
      [0.95, 0.5],
      [0.5, 0.75],
    ],
    missionTypes: ['SOF-1', 'SOF-2'],
  }),
  type({
    key: 'ferry',
    group: 'routes',
    kind: 'other',
    entity: '290700',
    maxPoints: 2,
    roles: ['end-1', 'end-2'],
    shows: NOTHING,
    sample: [
      [0.05, 0.5],
      [0.95, 0.5],
    ],
    missionTypes: ['NAV-4', 'GND-5'],
  }),

  circle('secure', '342100', ['GND-2', 'GND-3', 'GND-4', 'SOF-3', 'NAV-1']),
  circle('control', '343200', ['GND-3', 'NAV-1']),
  circle('occupy', '341700', ['GND-1', 'GND-3']),
  circle('isolate', '341500', ['GND-2', 'SOF-1', 'SOF-3']),
  circle('deny', '343400', ['GND-3', 'NAV-1', 'NAV-2']),
  circle('locate', '343900', ['NAV-3', 'SOF-2', 'AIR-5']),
  circle('cordon-and-search', '342700', ['GND-3', 'SOF-3']),
  circle('cordon-and-knock', '342600', ['GND-3']),
  arrows('reconnoitre', '152200', ['GND-1', 'AIR-5', 'AIR-6', 'SOF-2']),
  arrows('screen', '342203', ['GND-1', 'GND-2', 'NAV-1', 'AIR-5']),
  arrows('guard', '342202', ['GND-2', 'NAV-2']),
  arrows('cover', '342201', ['GND-2', 'AIR-1']),
  task('block', '340100', ['end-1', 'end-2', 'depth'], { missionTypes: ['GND-2', 'NAV-1', 'NAV-2'] }),
  task('clear', '340500', ['end-1', 'end-2', 'rear'], { missionTypes: ['GND-1', 'GND-5', 'NAV-2'] }),
  task('seize', '342300', ['center', 'tip', 'arc-side'], {
    sample: [
      [0.2, 0.3],
      [0.9, 0.75],
      [0.3, 0.9],
    ],
    missionTypes: ['GND-1', 'SOF-1'],
  }),
  task('follow-and-support', '341300', ['tip', 'rear'], {
    shows: NAME_ONLY,
    sample: [
      [0.95, 0.5],
      [0.05, 0.5],
    ],
    missionTypes: ['GND-2', 'AIR-1', 'NAV-2'],
  }),
  task('escort', '343600', ['end-1', 'end-2', 'convoy'], {
    sample: [
      [0.05, 0.5],
      [0.95, 0.5],
      [0.5, 0.7],
    ],
    missionTypes: ['GND-4', 'NAV-1', 'NAV-4', 'AIR-1'],
  }),
  task('infiltrate', '343800', ['rear', 'bend', 'tip'], {
    sample: [
      [0.05, 0.4],
      [0.5, 0.5],
      [0.95, 0.6],
    ],
    missionTypes: ['SOF-1', 'SOF-2', 'SOF-3', 'AIR-2'],
  }),
  task('exfiltrate', '343700', ['rear', 'bend', 'tip'], {
    sample: [
      [0.05, 0.4],
      [0.5, 0.5],
      [0.95, 0.6],
    ],
    missionTypes: ['SOF-1', 'SOF-2', 'SOF-3', 'AIR-3'],
  }),
  task('withdraw', '342400', ['tip', 'bend', 'arc-side'], {
    sample: [
      [0.05, 0.7],
      [0.7, 0.7],
      [0.7, 0.15],
    ],
    missionTypes: ['SOF-1', 'NAV-2'],
  }),
  task('relieve-in-place', '341900', ['tip-1', 'bend', 'tip-2', 'rear'], {
    sample: [
      [0.05, 0.85],
      [0.75, 0.85],
      [0.75, 0.15],
      [0.05, 0.15],
    ],
    missionTypes: ['GND-3'],
  }),
  task('demonstrate', '343300', ['tip-1', 'bend', 'tip-2', 'rear'], {
    sample: [
      [0.05, 0.85],
      [0.75, 0.85],
      [0.75, 0.15],
      [0.05, 0.15],
    ],
    missionTypes: ['AIR-4'],
  }),
]

const byKey = new Map(MEASURE_TYPES.map((each) => [each.key, each]))
const entityOf = (symbol: string): string => symbol.slice(4, 6) + symbol.slice(10, 16)
const byEntity = new Map(MEASURE_TYPES.map((each) => [entityOf(each.symbol), each]))

export function measureType(key: string): MeasureType | null {
  return byKey.get(key) ?? null
}

/** What a drawn measure is; null for a symbol that cannot be drawn here, which keeps its plain line. */
export function measureTypeOf({ symbol, kind }: Pick<Overlay, 'symbol' | 'kind'>): MeasureType | null {
  if (symbol !== null) return byEntity.get(entityOf(symbol)) ?? null
  return kind === 'other' || kind === 'mission-task' ? null : (MEASURE_TYPES.find((each) => each.kind === kind) ?? null)
}

/** What the next point does, where so many are set. */
export function roleOfPoint(type: Pick<MeasureType, 'roles'>, index: number): PointRole {
  return type.roles[Math.min(index, type.roles.length - 1)] ?? 'vertex'
}
