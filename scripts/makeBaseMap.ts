// Makes resources/basemap/ from the public data sets it is drawn from: `node scripts/makeBaseMap.ts FOLDER`, where the
// folder holds departamentos, rios_gshhg, lugares and aerodromos as GeoJSON. Nothing is moved or simplified; what the
// program does not read is left out, and of the rivers the stubs of a single point at the seams of their sheets.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

type Feature = Readonly<{
  properties: Readonly<Record<string, unknown>>
  geometry: Readonly<{ type: string; coordinates: unknown }>
}>

const from = process.argv[2]
if (from === undefined) throw new Error('say in which folder the data sets lie')
const to = path.resolve(import.meta.dirname, '../resources/basemap')

const read = (name: string): readonly Feature[] =>
  (JSON.parse(readFileSync(path.join(from, `${name}.geojson`), 'utf8')) as { features: Feature[] }).features

/** One record a line, so that two versions can be told apart. */
const write = (name: string, records: readonly object[]): void => {
  const text = `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`
  writeFileSync(path.join(to, `${name}.json`), text)
  console.log(`${name}: ${records.length} records, ${text.length} bytes`)
}

write(
  'departments',
  read('departamentos').map(({ properties, geometry }) => ({
    code: properties['codigo'],
    name: properties['nombre'],
    polygons: geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  })),
)

write(
  'rivers',
  read('rios_gshhg').flatMap(({ properties, geometry }, line) => {
    const points = geometry.coordinates as readonly (readonly [number, number])[]
    const isStub = points.every((point) => String(point) === String(points[0]))
    return isStub ? [] : [{ line, level: properties['level'], points }]
  }),
)

write(
  'towns',
  read('lugares').map(({ properties, geometry }) => ({
    id: properties['id'],
    name: properties['nombre'],
    kind: properties['tipo'],
    population: properties['pob'] === 0 ? null : properties['pob'],
    elevation: properties['dem'] ?? null,
    at: geometry.coordinates,
  })),
)

write(
  'airfields',
  read('aerodromos').map(({ properties, geometry }) => ({
    id: properties['id'],
    name: properties['nombre'],
    kind: properties['tipo'],
    elevationFeet: properties['elev_ft'] ?? null,
    at: geometry.coordinates,
  })),
)
