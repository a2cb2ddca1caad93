import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as fc from 'fast-check'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { decodeGeoLayer } from './decodeGeoLayer.ts'
import type { GeoLayerData, GeoLossCode } from './GeoLayerData.ts'
import { GEO_LIMITS } from './geoLimits.ts'

const SAMPLES = '../shared/data/samples'
const haveSamples = existsSync(SAMPLES)

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const bytesOfJson = (value: unknown): Uint8Array => bytesOf(JSON.stringify(value))

function read(bytes: Uint8Array): GeoLayerData {
  const decoded = decodeGeoLayer(bytes)
  if (!decoded.ok) throw new Error(`refused: ${JSON.stringify(decoded.error)}`)
  return decoded.value
}

const refused = (bytes: Uint8Array): string => {
  const decoded = decodeGeoLayer(bytes)
  return decoded.ok ? 'taken' : decoded.error.code
}

const lost = (data: GeoLayerData, code: GeoLossCode): number => data.losses.find((l) => l.code === code)?.count ?? 0

const feature = (geometry: unknown, properties: unknown = {}) => ({ type: 'Feature', geometry, properties })
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features })
const point = (x: number, y: number) => ({ type: 'Point', coordinates: [x, y] })

const GEOJSON = bytesOfJson(
  collection(
    feature(point(-73.83, -12.52), { NOMBDIST: 'Pichari', UBIGEO: '080910', poblacion: 9000, urbano: true }),
    feature(
      {
        type: 'LineString',
        coordinates: [
          [-74, -12],
          [-73.9, -12.1],
          [-73.8, -12.15],
        ],
      },
      { name: 'Trocha' },
    ),
    feature({
      type: 'Polygon',
      coordinates: [
        [
          [-74, -13],
          [-73, -13],
          [-73, -12],
          [-74, -12],
          [-74, -13],
        ],
      ],
    }),
  ),
)

const KML = bytesOf(`<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document><name>Zonas</name>
<StyleMap id="m"><Pair><key>normal</key><styleUrl>#s</styleUrl></Pair></StyleMap>
<Folder><name>Norte</name><Placemark><name>Área &amp; río</name><styleUrl>#m</styleUrl>
<description><![CDATA[<b>Uno</b><br/>dos]]></description><ExtendedData><Data name="CODIGO"><value>080910</value></Data></ExtendedData>
<MultiGeometry><Point><coordinates>-73.8,-12.5,700</coordinates></Point><Polygon><outerBoundaryIs><LinearRing><coordinates>
-74,-13 -73,-13 -73,-12 -74,-12 -74,-13</coordinates></LinearRing></outerBoundaryIs></Polygon></MultiGeometry></Placemark></Folder>
<Style id="s"><LineStyle><color>ff0000ff</color><width>3</width></LineStyle><PolyStyle><color>7f00ff00</color></PolyStyle></Style>
<Placemark><gx:Track><when>2023-02-14T12:00:00Z</when><when>2023-02-14T12:01:00Z</when>
<gx:coord>-73.8 -12.5 600</gx:coord><gx:coord>-73.7 -12.4 610</gx:coord></gx:Track></Placemark>
<NetworkLink><Link><href>http://example.invalid/a.kml</href></Link></NetworkLink></Document></kml>`)

const GPX = bytesOf(`<gpx version="1.1"><metadata><name>Patrulla</name></metadata>
<wpt lat="-12.5" lon="-73.8"><name>PC</name><ele>600</ele></wpt>
<rte><name>Ruta 1</name><rtept lat="-12.5" lon="-73.8"/><rtept lat="-12.4" lon="-73.7"/></rte>
<trk><name>Día 1</name><trkseg><trkpt lat="-12.5" lon="-73.8"><time>2023-02-14T12:00:00Z</time></trkpt>
<trkpt lat="-12.6" lon="-73.9"/></trkseg><trkseg><trkpt lat="-12.7" lon="-73.9"/><trkpt lat="-12.8" lon="-73.9"/></trkseg></trk></gpx>`)

const TOPOJSON = bytesOfJson({
  type: 'Topology',
  transform: { scale: [0.01, 0.01], translate: [-74, -13] },
  arcs: [
    [
      [0, 0],
      [100, 0],
      [0, 100],
    ],
    [
      [100, 100],
      [-100, 0],
      [0, -100],
    ],
  ],
  objects: {
    distritos: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', arcs: [[0, 1]], properties: { NOMBDIST: 'Sivia' } },
        { type: null, properties: { NOMBDIST: 'Sin forma' } },
      ],
    },
  },
})

const KMZ = zipSync({ 'doc.kml': KML, 'images/a.png': new Uint8Array(50) })

const GOOD = { geojson: GEOJSON, kml: KML, gpx: GPX, topojson: TOPOJSON, kmz: KMZ }

test('GeoJSON: points, lines and areas with their names and plain properties', () => {
  const data = read(GEOJSON)
  expect(data.format).toBe('geojson')
  expect(data.features.map((f) => f.name)).toEqual(['Pichari', 'Trocha', null])
  expect(data.features[0]?.properties).toEqual([
    ['NOMBDIST', 'Pichari'],
    ['UBIGEO', '080910'],
    ['poblacion', 9000],
    ['urbano', 'true'],
  ])
  expect(data.bounds).toEqual([-74, -13, -73, -12])
  expect(data.vertices).toBe(9)
  expect(data.losses).toEqual([])
})

test('GeoJSON one a line, also with record separators', () => {
  const line = (name: string) => JSON.stringify(feature(point(-73, -12), { name }))
  expect(read(bytesOf(`${line('a')}\n\u001e${line('b')}\n`)).features.map((f) => f.name)).toEqual(['a', 'b'])
  expect(refused(bytesOf(`${line('a')}\n{"type":"Feature"`))).toBe('truncated')
  expect(refused(bytesOf(`${line('a')}\nnothing\n`))).toBe('broken-json')
})

test('KML: folders, shared styles behind their use, CDATA, tracks; links are counted, not followed', () => {
  const data = read(KML)
  expect(data.title).toBe('Zonas')
  const [area, track] = data.features
  expect(area?.name).toBe('Área & río')
  expect(area?.properties).toEqual([
    ['name', 'Área & río'],
    ['description', 'Uno\ndos'],
    ['folder', 'Norte'],
    ['CODIGO', '080910'],
  ])
  expect(area?.style).toEqual({ stroke: '#ff0000', strokeOpacity: 1, width: 3, fill: '#00ff00', fillOpacity: 0.5 })
  expect(area?.geometry.points).toEqual([[-73.8, -12.5]])
  expect(area?.geometry.areas[0]?.[0]).toHaveLength(5)
  expect(track?.geometry.lines).toEqual([
    [
      [-73.8, -12.5],
      [-73.7, -12.4],
    ],
  ])
  expect([lost(data, 'network-link'), lost(data, 'altitude'), lost(data, 'track-times')]).toEqual([1, 2, 1])
})

test('KMZ: the document alone is read, the rest counted', () => {
  const data = read(KMZ)
  expect(data.format).toBe('kmz')
  expect(data.features).toHaveLength(2)
  expect(lost(data, 'other-files')).toBe(1)
})

test('GPX: waypoints, routes, tracks by segment', () => {
  const data = read(GPX)
  expect(data.title).toBe('Patrulla')
  expect(data.features.map((f) => [f.name, f.geometry.points.length, f.geometry.lines.length])).toEqual([
    ['PC', 1, 0],
    ['Ruta 1', 0, 1],
    ['Día 1', 0, 2],
  ])
  expect(lost(data, 'track-times')).toBe(1)
})

test('TopoJSON: arcs become rings; what has no shape is counted', () => {
  const data = read(TOPOJSON)
  expect(data.title).toBe('distritos')
  expect(data.features.map((f) => f.name)).toEqual(['Sivia'])
  expect(data.features[0]?.geometry.areas[0]?.[0]).toEqual([
    [-74, -13],
    [-73, -13],
    [-73, -12],
    [-74, -12],
    [-74, -13],
  ])
  expect(lost(data, 'null-geometry')).toBe(1)
})

test('other systems are brought to WGS 84, and said', () => {
  const inUtm = (code: string) => ({
    ...collection(feature(point(625_000, 8_615_000))),
    crs: { type: 'name', properties: { name: code } },
  })
  const data = read(bytesOfJson(inUtm('urn:ogc:def:crs:EPSG::32718')))
  const [lon, lat] = data.features[0]?.geometry.points[0] ?? [0, 0]
  expect(lon).toBeCloseTo(-73.849, 2)
  expect(lat).toBeCloseTo(-12.525, 2)
  expect(lost(data, 'reprojected')).toBe(1)
  expect(lost(read(bytesOfJson(inUtm('EPSG:24878'))), 'psad56')).toBe(1)
  expect(refused(bytesOfJson(inUtm('EPSG:25830')))).toBe('crs')
  expect(refused(bytesOfJson(inUtm('')))).toBe('crs')
})

test('positions that cannot be meant are refused with their kind', () => {
  expect(refused(bytesOfJson(collection(feature(point(625_000, 8_615_000)))))).toBe('projected')
  expect(refused(bytesOfJson(collection(feature(point(-12.5, -73.8)))))).toBe('swapped')
  expect(refused(bytesOfJson(collection(feature(point(-12.5, 173.8)))))).toBe('swapped')
  expect(refused(bytesOfJson(collection(feature(point(200, 12)))))).toBe('out-of-range')
})

test('unreadable vertices leave their part out whole, never bent', () => {
  const data = read(
    bytesOf(
      '{"type":"FeatureCollection","features":[' +
        '{"type":"Feature","geometry":{"type":"LineString","coordinates":[[-73,-12],[null,-12],[-72,-12]]},"properties":{}},' +
        '{"type":"Feature","geometry":{"type":"Point","coordinates":["a",1e999]},"properties":null},' +
        '{"type":"Feature","geometry":null,"properties":{"__proto__":{"a":1},"toString":"x"}},' +
        '{"type":{"toString":1}},7,' +
        '{"type":"Feature","geometry":{"type":"Point","coordinates":[-73,-12,500]},"properties":{"a":[1,{"b":2}]}}]}',
    ),
  )
  expect(data.features).toHaveLength(1)
  expect(data.features[0]?.properties).toEqual([['a', '[1,{"b":2}]']])
  expect(
    ['bad-geometry', 'null-geometry', 'not-a-feature', 'altitude'].map((c) => lost(data, c as GeoLossCode)),
  ).toEqual([2, 1, 2, 1])
})

test('a layer without a single shape is refused', () => {
  expect(decodeGeoLayer(bytesOfJson(collection(feature(null), feature(null))))).toEqual({
    ok: false,
    error: { code: 'empty', params: { dropped: 2, links: 0 } },
  })
})

test('Windows letters and UTF-16 are read', () => {
  const latin = Uint8Array.from(JSON.stringify(feature(point(-73, -12), { name: 'Ñahuinpuquio' })), (c) =>
    c.charCodeAt(0),
  )
  const data = read(latin)
  expect(data.features[0]?.name).toBe('Ñahuinpuquio')
  expect(lost(data, 'encoding')).toBe(1)
  const text = new TextDecoder().decode(KML)
  const wide = new Uint8Array(2 + text.length * 2)
  wide.set([0xff, 0xfe])
  for (let i = 0; i < text.length; i++) wide.set([text.charCodeAt(i) & 255, text.charCodeAt(i) >> 8], 2 + i * 2)
  expect(read(wide).features).toHaveLength(2)
})

test('what is no layer is refused, and said what it is', () => {
  expect(refused(bytesOf(''))).toBe('unknown-format')
  expect(refused(bytesOf('valles'))).toBe('unknown-format')
  expect(refused(bytesOfJson({ records: [] }))).toBe('unknown-format')
  expect(refused(bytesOf('<svg></svg>'))).toBe('other-xml')
  expect(refused(Uint8Array.from([0, 0, 0x27, 0x0a, 0, 0]))).toBe('shapefile')
  expect(refused(zipSync({ 'a.shp': new Uint8Array(9), 'a.dbf': new Uint8Array(9) }))).toBe('shapefile')
  expect(refused(zipSync({ 'a.txt': new Uint8Array(9) }))).toBe('no-kml')
})

test('billion laughs: a document type is refused before anything is expanded', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]><kml>&b;</kml>`
  expect(refused(bytesOf(bomb))).toBe('doctype')
  const undeclared = new TextDecoder().decode(KML).replace('Zonas', '&b;&b;')
  expect(read(bytesOf(undeclared)).title).toBe('&b;&b;')
})

test('zip bombs are refused by what they state, and unpack to no more than they state', () => {
  const bomb = zipSync({ 'doc.kml': new Uint8Array(40 * 1024 * 1024) })
  expect(bomb.length).toBeLessThan(100_000)
  expect(refused(bomb)).toBe('inflates')
  const lying = bomb.slice()
  const view = new DataView(lying.buffer)
  for (let i = 0; i + 4 < lying.length; i++) {
    const signature = view.getUint32(i, true)
    if (signature === 0x04034b50) view.setUint32(i + 22, 1_000, true)
    if (signature === 0x02014b50) view.setUint32(i + 24, 1_000, true)
  }
  expect(refused(lying)).not.toBe('taken')
})

test('a million vertices are taken; more than the limits are refused', () => {
  const ring = (n: number): string => {
    const vertices: string[] = []
    for (let i = 0; i < n; i++) vertices.push(`[${-74 + i / n},${(-12 - (i % 7) / 10).toFixed(4)}]`)
    return `{"type":"LineString","coordinates":[${vertices.join(',')}]}`
  }
  expect(read(bytesOf(ring(1_000_000))).vertices).toBe(1_000_000)
  expect(refused(bytesOf(ring(GEO_LIMITS.vertices + 1)))).toBe('too-many-vertices')
  expect(refused(bytesOf(`[${'[],'.repeat(7_000_000)}[]]`))).toBe('too-many-vertices')
  const many = Array.from({ length: GEO_LIMITS.features + 1 }, () => '{"type":"Point","coordinates":[1,1]}').join('\n')
  expect(refused(bytesOf(many))).toBe('too-many-features')
  expect(refused(new Uint8Array(GEO_LIMITS.fileBytes + 1))).toBe('too-large')
})

test('deep nesting is refused in JSON and XML', () => {
  const deep = '['.repeat(100_000)
  expect(refused(bytesOf(`{"type":"Feature","geometry":${deep}`))).toBe('too-deep')
  const folders = '<Folder>'.repeat(5_000)
  expect(refused(bytesOf(`<kml>${folders}</kml>`))).toBe('too-deep')
})

test('a topology that unfolds without measure, or points nowhere, is refused', () => {
  const arc = Array.from({ length: 1_000 }, () => [1, 1])
  const lines = Array.from({ length: 4_000 }, () => [0])
  const object = (arcs: unknown) => ({ o: { type: 'MultiLineString', arcs } })
  expect(refused(bytesOfJson({ type: 'Topology', arcs: [arc], objects: object(lines) }))).toBe('too-many-vertices')
  expect(refused(bytesOfJson({ type: 'Topology', arcs: [arc], objects: object([[5]]) }))).toBe('broken-topology')
  expect(refused(bytesOfJson({ type: 'Topology', arcs: [[[1], [2]]], objects: object([[0]]) }))).toBe('broken-topology')
  expect(refused(bytesOfJson({ type: 'Topology', arcs: [] }))).toBe('broken-topology')
})

test('truncated at any tenth, no file is taken', () => {
  for (const [format, bytes] of Object.entries(GOOD)) {
    for (let tenth = 0; tenth < 10; tenth++) {
      const cut = bytes.subarray(0, Math.floor((bytes.length * tenth) / 10))
      expect(refused(cut), `${format} at ${tenth * 10} %`).not.toBe('taken')
    }
  }
})

test('flipped bytes never break the reader: a layer or a refusal, with positions in range', () => {
  const samples = Object.values(GOOD)
  const flips = fc.array(fc.tuple(fc.double({ min: 0, max: 0.9999, noNaN: true }), fc.nat(255)), {
    minLength: 1,
    maxLength: 6,
  })
  fc.assert(
    fc.property(fc.nat(samples.length - 1), flips, (which, changes) => {
      const bytes = (samples[which] as Uint8Array).slice()
      for (const [where, value] of changes) bytes[Math.floor(where * bytes.length)] = value
      const decoded = decodeGeoLayer(bytes)
      if (!decoded.ok) return
      const [west, south, east, north] = decoded.value.bounds
      expect(west >= -180 && south >= -90 && east <= 180 && north <= 90).toBe(true)
      expect(decoded.value.features.length).toBeGreaterThan(0)
    }),
    { numRuns: 3_000 },
  )
})

test('any JSON is a layer or a refusal', () => {
  fc.assert(
    fc.property(
      fc.jsonValue({ maxDepth: 6 }),
      fc.constantFrom('FeatureCollection', 'Feature', 'Topology', 'Polygon'),
      (value, type) => {
        const whole = {
          type,
          features: value,
          geometry: value,
          properties: value,
          arcs: value,
          objects: value,
          coordinates: value,
        }
        expect(typeof decodeGeoLayer(bytesOfJson(whole)).ok).toBe('boolean')
        const inside = collection(value, feature(value, value), feature(point(1, 1)))
        expect(decodeGeoLayer(bytesOfJson(inside)).ok).toBe(true)
      },
    ),
    { numRuns: 1_000 },
  )
})

const WANTED: Readonly<Record<string, string | number>> = {
  'bad.kml': 'empty',
  'cdata.kml': 1,
  'gxtrack.kml': 1,
  'linestring.kml': 2,
  'multigeometry.kml': 1,
  'networklink.kml': 'empty',
  'null_geometry.kml': 'empty',
  'polygon.kml': 1,
  'style_url.kml': 1,
}

test.runIf(haveSamples)('samples of other programs', () => {
  const folder = path.join(SAMPLES, 'kml')
  const outcomes = readdirSync(folder).map((name) => {
    const decoded = decodeGeoLayer(readFileSync(path.join(folder, name)))
    return [name, decoded.ok ? decoded.value.features.length : decoded.error.code]
  })
  expect(Object.fromEntries(outcomes)).toEqual(WANTED)
  for (const name of ['msdl-SimpleScenario.xml', 'msdl-minimal.xml', 'nvg-sample.xml']) {
    expect(refused(readFileSync(path.join(SAMPLES, name))), name).toBe('other-xml')
  }
  expect(refused(readFileSync(path.join(SAMPLES, 'orbat-mapper-narvik40.json')))).toBe('unknown-format')
  expect(refused(readFileSync(path.join(SAMPLES, 'msel-openaev-1.xlsx')))).toBe('no-kml')
})
