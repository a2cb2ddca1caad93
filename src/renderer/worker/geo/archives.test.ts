import * as fc from 'fast-check'
import { writeArrayBuffer } from 'geotiff'
import { expect, test } from 'vitest'
import { GeoRefusal } from '../../../domain/formats/geo/GeoFault.ts'
import { featuresOfTile } from '../../../domain/formats/geo/GeoTile.ts'
import { gzipBomb, mbtilesFile, pmtilesArchive, png, vectorTile } from './archives.testing.ts'
import { blobSource, windowSource } from './ByteSource.ts'
import { importLayer } from './importLayer.ts'
import type { TileAnswer } from './LayerReader.ts'
import { MBTILES_BYTES, openMbtiles } from './openMbtiles.ts'
import { openPmtiles } from './openPmtiles.ts'
import { TiffReader } from './TiffReader.ts'
import { pictureSize } from './tilePicture.ts'

const source = (bytes: Uint8Array<ArrayBuffer>) => blobSource(new Blob([bytes]))

async function refused(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'taken'
  } catch (error) {
    if (error instanceof GeoRefusal) return error.fault.code
    throw error
  }
}

const kindsIn = (tile: TileAnswer): number[] =>
  tile.kind === 'features' ? [...featuresOfTile(tile)].map((feature) => feature.kind) : []

const AT = { z: 6, x: 18, y: 34 }
const VECTORS = pmtilesArchive([{ ...AT, bytes: vectorTile('Pichari') }], {
  type: 1,
  metadata: { name: 'Caminos', attribution: '<a href="x">© MTC</a>' },
  gzip: true,
})

test('PMTiles with vector tiles: what it says of itself, its features, and what they say', async () => {
  const { reader, facts } = await openPmtiles(source(VECTORS))
  expect(facts).toMatchObject({
    kind: 'vector',
    title: 'Caminos',
    credit: '© MTC',
    bounds: [-75, -14, -72, -11],
    minZoom: 6,
    maxZoom: 6,
  })
  const tile = await reader.tile(AT, false)
  expect(kindsIn(tile)).toEqual([1, 4, 3])
  expect(tile.kind === 'features' && tile.texts).toEqual(['Pichari'])
  expect(await reader.describe(AT, 1)).toEqual({ name: 'Pichari', properties: [['name', 'Pichari']] })
  expect(await reader.tile({ z: 6, x: 0, y: 0 }, false)).toEqual({ kind: 'none' })
})

test('an archive is read slice by slice, not whole', async () => {
  const asked: number[] = []
  const bytes = windowSource(VECTORS.length, async (offset, length) => {
    asked.push(length)
    return VECTORS.slice(offset, offset + length)
  })
  const imported = await importLayer(bytes, null, { isCopied: false }, () => {})
  expect(imported.facts).toMatchObject({ format: 'pmtiles', isConverted: false })
  expect(imported.kept).toBeNull()
  expect(asked.length).toBeGreaterThan(2)
})

test('PMTiles that lie, are cut or hold bombs are refused', async () => {
  const changed = (at: number, value: number): Uint8Array<ArrayBuffer> => {
    const bytes = VECTORS.slice()
    bytes[at] = value
    return bytes
  }
  expect(await refused(openPmtiles(source(changed(99, 0))))).toBe('tile-kind')
  expect(await refused(openPmtiles(source(changed(99, 5))))).toBe('tile-kind')
  expect(await refused(openPmtiles(source(changed(101, 40))))).toBe('broken-archive')
  expect(await refused(openPmtiles(source(changed(20, 0xff))))).toBe('broken-archive')
  for (let tenth = 0; tenth < 9; tenth++) {
    const cut = VECTORS.slice(0, Math.floor((VECTORS.length * tenth) / 10))
    expect(await refused(openPmtiles(source(cut))), `${tenth}0 %`).not.toBe('taken')
  }
  const bomb = pmtilesArchive([{ ...AT, bytes: gzipBomb(32) }], { type: 1, metadata: {}, gzip: false })
  bomb[98] = 2
  expect(await refused(openPmtiles(source(bomb)))).toBe('inflates')
})

test('flipped bytes of an archive break neither reader nor process', async () => {
  const file = await mbtilesFile([{ ...AT, bytes: vectorTile('Sivia') }], { format: 'pbf', name: 'A' })
  const flips = fc.array(fc.tuple(fc.nat(100_000), fc.nat(255)), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('pmtiles', 'mbtiles'), flips, async (kind, changes) => {
      const bytes = (kind === 'pmtiles' ? VECTORS : file).slice()
      for (const [where, value] of changes) bytes[where % bytes.length] = value
      const open = kind === 'pmtiles' ? openPmtiles(source(bytes)) : openMbtiles(source(bytes))
      const opened = await open.catch((error: unknown) => {
        if (!(error instanceof GeoRefusal)) throw error
        return null
      })
      if (opened === null) return
      const tile = await opened.reader.tile(AT, false).catch((error: unknown) => {
        if (!(error instanceof GeoRefusal)) throw error
        return { kind: 'none' as const }
      })
      expect(['none', 'features', 'image']).toContain(tile.kind)
      opened.reader.close()
    }),
    { numRuns: 150 },
  )
})

test('MBTiles: rows from the south, bounds and zooms from the file', async () => {
  const file = await mbtilesFile([{ ...AT, bytes: vectorTile('Sivia') }], {
    format: 'pbf',
    name: 'Base',
    bounds: '-75,-14,-72,-11',
  })
  const { reader, facts } = await openMbtiles(source(file))
  expect(facts).toMatchObject({ kind: 'vector', title: 'Base', bounds: [-75, -14, -72, -11], minZoom: 6, maxZoom: 6 })
  expect(kindsIn(await reader.tile(AT, false))).toEqual([1, 4, 3])
  expect(await reader.tile({ ...AT, y: 29 }, false)).toEqual({ kind: 'none' })
  reader.close()
})

test('MBTiles that are too large, endless, empty or no tiles at all are refused', async () => {
  const large = { size: MBTILES_BYTES + 1, read: () => Promise.reject(new Error('not to be read')) }
  expect(await refused(openMbtiles(large))).toBe('archive-too-large')
  const endless = await mbtilesFile(
    [{ ...AT, bytes: vectorTile('A') }],
    { format: 'pbf' },
    'alter table tiles rename to t; create view tiles as with recursive n(x) as (select 1 union all select x + 1 from n) select x as zoom_level, 0 as tile_column, 0 as tile_row, null as tile_data from n',
  )
  expect(await refused(openMbtiles(source(endless)))).toBe('broken-archive')
  expect(await refused(openMbtiles(source(await mbtilesFile([], { format: 'png' }))))).toBe('broken-archive')
  const avif = await mbtilesFile([{ ...AT, bytes: new Uint8Array(64) }], { format: 'avif' })
  expect(await refused(openMbtiles(source(avif)))).toBe('tile-kind')
  const huge = await mbtilesFile([{ ...AT, bytes: png(1_100, [1, 2, 3]) }], { format: 'png' })
  expect(await refused(openMbtiles(source(huge)))).toBe('image-too-large')
})

test('the size of a picture is known before it is unpacked', () => {
  expect(pictureSize(png(256, [200, 10, 10]))).toEqual({ width: 256, height: 256 })
  expect(
    pictureSize(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, 1, 0, 2, 0, 3])),
  ).toEqual({
    width: 512,
    height: 256,
  })
  expect(pictureSize(new Uint8Array(40))).toBeNull()
})

function tiff(keys: Readonly<Record<string, unknown>>): Uint8Array<ArrayBuffer> {
  const colors = { SamplesPerPixel: 3, PhotometricInterpretation: 2, BitsPerSample: [8, 8, 8] }
  const written = writeArrayBuffer(new Uint8Array(12).fill(200), { height: 2, width: 2, ...colors, ...keys })
  return new Uint8Array(written)
}

const IN_UTM = {
  ModelPixelScale: [10_000, 10_000, 0],
  ModelTiepoint: [0, 0, 0, 600_000, 8_620_000, 0],
  GTModelTypeGeoKey: 1,
  GTRasterTypeGeoKey: 1,
  ProjectedCSTypeGeoKey: 32718,
}

test('a GeoTIFF in UTM is placed where it lies', async () => {
  const { facts } = await TiffReader.open(source(tiff(IN_UTM)))
  const [west, south, east, north] = facts.bounds
  expect(west).toBeCloseTo(-74.08, 1)
  expect(east).toBeCloseTo(-73.89, 1)
  expect(north).toBeCloseTo(-12.48, 1)
  expect(south).toBeCloseTo(-12.66, 1)
  expect(facts).toMatchObject({ kind: 'raster', losses: [{ code: 'reprojected', count: 1 }] })
})

test('images that are turned, unplaced or in an unknown system are refused', async () => {
  const { ModelPixelScale: _scale, ModelTiepoint: _point, ...noPlace } = IN_UTM
  expect(await refused(TiffReader.open(source(tiff({ ...IN_UTM, ProjectedCSTypeGeoKey: 25830 }))))).toBe('image-crs')
  expect(await refused(TiffReader.open(source(tiff(noPlace))))).not.toBe('taken')
  const whole = tiff(IN_UTM)
  for (const share of [0, 0.1, 0.3, 0.5]) {
    expect(await refused(TiffReader.open(source(whole.slice(0, Math.floor(whole.length * share)))))).not.toBe('taken')
  }
})
