import * as v from 'valibot'
import { GEO_FAULTS } from '../domain/formats/geo/GeoFault.ts'
import { GEO_FORMATS, GEO_LOSSES } from '../domain/formats/geo/GeoLayerData.ts'
import { position } from '../domain/records/common.ts'

/** An own layer on this machine. */
const LayerIdSchema = v.pipe(v.string(), v.regex(/^layer-[a-z0-9]{1,40}$/))

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))
const Zoom = v.pipe(Count, v.maxValue(30))
const Bounds = v.strictTuple([v.number(), v.number(), v.number(), v.number()])
const Text = v.pipe(v.string(), v.maxLength(20_000))
const Color = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/))

/** What of a browser's `Blob` is used; the contract has no browser. */
export interface LentBytes {
  readonly size: number
  slice(start: number, end: number): LentBytes
  arrayBuffer(): Promise<ArrayBuffer>
}

/** A browser's `ImageBitmap`. */
export interface TileImage {
  readonly width: number
  readonly height: number
  close(): void
}

const hasFields = (value: unknown, ...fields: readonly string[]): boolean =>
  typeof value === 'object' && value !== null && fields.every((field) => field in value)

const LentBytesSchema = v.custom<LentBytes>((value) => hasFields(value, 'size', 'slice', 'arrayBuffer'))
const TileImageSchema = v.custom<TileImage>((value) => hasFields(value, 'width', 'height', 'close'))

/** Where the worker finds a layer's bytes. */
const SourceSchema = v.variant('kind', [
  /** Lent by the browser: a file that was opened or dropped. */
  v.strictObject({ kind: v.literal('blob'), blob: LentBytesSchema }),
  /** Asked of the window, slice by slice: it asks main. */
  v.strictObject({ kind: v.literal('slices'), sizeBytes: Count }),
  /** Kept in the database, converted or as a copy. */
  v.strictObject({ kind: v.literal('kept') }),
])

const TileAddress = { z: Zoom, x: Count, y: Count }

/** What the window asks of a worker that reads layers. */
const GeoAskSchema = v.variant('type', [
  /** Reads a file for the first time, and keeps it: converted if it is small vector data, else as it is if `isCopied`. */
  v.strictObject({ type: v.literal('import'), layer: LayerIdSchema, source: SourceSchema, isCopied: v.boolean() }),
  v.strictObject({
    type: v.literal('open'),
    layer: LayerIdSchema,
    format: v.picklist(GEO_FORMATS),
    source: SourceSchema,
  }),
  v.strictObject({ type: v.literal('close'), layer: LayerIdSchema }),
  v.strictObject({ type: v.literal('tile'), layer: LayerIdSchema, ...TileAddress, isNight: v.boolean() }),
  /** `feature` as the tile numbers it. */
  v.strictObject({ type: v.literal('describe'), layer: LayerIdSchema, ...TileAddress, feature: Count }),
  v.strictObject({ type: v.literal('names'), layer: LayerIdSchema }),
  /** Areas with their properties. */
  v.strictObject({ type: v.literal('areas'), layer: LayerIdSchema }),
  /** Outlines of areas, no vertex off by more than `tolerance` degrees. */
  v.strictObject({
    type: v.literal('outlines'),
    layer: LayerIdSchema,
    features: v.array(Count),
    tolerance: v.pipe(v.number(), v.minValue(0)),
  }),
  /** In which area each position lies. */
  v.strictObject({ type: v.literal('locate'), layer: LayerIdSchema, positions: v.array(position) }),
])

export const ToGeoWorkerSchema = v.variant('type', [
  v.strictObject({ type: v.literal('ask'), request: Count, ask: GeoAskSchema }),
  v.strictObject({ type: v.literal('cancel'), request: Count }),
  /** The answer to `slice`; null: the file cannot be read. */
  v.strictObject({ type: v.literal('slice'), slice: Count, bytes: v.nullable(v.instance(Uint8Array)) }),
])

const StyleSchema = v.strictObject({
  stroke: v.exactOptional(Color),
  width: v.exactOptional(v.number()),
  strokeOpacity: v.exactOptional(v.number()),
  fill: v.exactOptional(Color),
  fillOpacity: v.exactOptional(v.number()),
  marker: v.exactOptional(Color),
})

const PropertiesSchema = v.array(v.strictTuple([v.string(), v.union([v.string(), v.number()])]))

/** What is known of a layer once it was read. */
const LayerFactsSchema = v.strictObject({
  format: v.picklist(GEO_FORMATS),
  /** `vector` is drawn by the program's own styles, `raster` as it is. */
  kind: v.picklist(['vector', 'raster']),
  /** Converted data in the database, so that the file is not needed any more. */
  isConverted: v.boolean(),
  title: v.nullable(Text),
  bounds: Bounds,
  minZoom: Zoom,
  maxZoom: Zoom,
  /** Pixels. */
  tileSize: v.picklist([256, 512]),
  /** Null where an archive does not say. */
  features: v.nullable(Count),
  vertices: v.nullable(Count),
  areas: Count,
  losses: v.array(v.strictObject({ code: v.picklist(GEO_LOSSES), count: Count })),
  /** Whom the file names as its source; plain text. */
  credit: Text,
  /** In the database. */
  keptBytes: Count,
})

/** Each ask's answer. */
export const GEO_ANSWERS = {
  import: LayerFactsSchema,
  open: v.strictObject({ styles: v.array(StyleSchema) }),
  close: v.null(),
  tile: v.variant('kind', [
    v.strictObject({ kind: v.literal('none') }),
    v.strictObject({
      kind: v.literal('features'),
      coordinates: v.instance(Float64Array<ArrayBuffer>),
      heads: v.instance(Int32Array<ArrayBuffer>),
      texts: v.pipe(v.array(Text), v.readonly()),
    }),
    v.strictObject({
      kind: v.literal('image'),
      image: TileImageSchema,
    }),
  ]),
  describe: v.nullable(v.strictObject({ name: v.nullable(Text), properties: PropertiesSchema })),
  /** Longitude and latitude of each name in turn. */
  names: v.strictObject({ names: v.array(Text), positions: v.instance(Float64Array<ArrayBuffer>) }),
  areas: v.array(v.strictObject({ feature: Count, name: v.nullable(Text), properties: PropertiesSchema })),
  /** For each feature its polygons. */
  outlines: v.array(v.array(v.array(v.array(position)))),
  locate: v.array(v.nullable(Count)),
} as const satisfies Record<GeoAsk['type'], v.GenericSchema>

/** Why an ask was not answered. */
const RefusalSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('file'),
    code: v.picklist(GEO_FAULTS),
    params: v.record(v.string(), v.union([v.string(), v.number()])),
  }),
  /** The file's bytes cannot be had: gone, or no right to it. */
  v.strictObject({ kind: v.literal('source') }),
  v.strictObject({ kind: v.literal('quota') }),
  v.strictObject({ kind: v.literal('storage') }),
  v.strictObject({ kind: v.literal('cancelled') }),
  /** The worker broke on it; it is in the log. */
  v.strictObject({ kind: v.literal('broken') }),
])

export const FromGeoWorkerSchema = v.variant('type', [
  /** `value` by `GEO_ANSWERS`. */
  v.strictObject({ type: v.literal('answer'), request: Count, value: v.unknown() }),
  v.strictObject({ type: v.literal('refusal'), request: Count, refusal: RefusalSchema }),
  v.strictObject({
    type: v.literal('progress'),
    request: Count,
    phase: v.picklist(['reading', 'parsing', 'keeping']),
    fraction: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  }),
  v.strictObject({ type: v.literal('slice'), slice: Count, layer: LayerIdSchema, offset: Count, length: Count }),
])

export type GeoAsk = v.InferOutput<typeof GeoAskSchema>
export type GeoAskOf<T extends GeoAsk['type']> = Extract<GeoAsk, { type: T }>
export type GeoAnswerOf<T extends GeoAsk['type']> = v.InferOutput<(typeof GEO_ANSWERS)[T]>
export type GeoSource = v.InferOutput<typeof SourceSchema>
export type GeoRefusalMessage = v.InferOutput<typeof RefusalSchema>
export type GeoPhase = 'reading' | 'parsing' | 'keeping'
export type LayerFacts = v.InferOutput<typeof LayerFactsSchema>
export type ToGeoWorker = v.InferOutput<typeof ToGeoWorkerSchema>
export type FromGeoWorker = v.InferOutput<typeof FromGeoWorkerSchema>
