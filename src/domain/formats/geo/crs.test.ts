import { expect, test } from 'vitest'
import { crsOfEpsg, crsOfName } from './crs.ts'

test('names as programs write them', () => {
  const kinds = [
    'EPSG:4326',
    'urn:ogc:def:crs:OGC:1.3:CRS84',
    'urn:ogc:def:crs:OGC::CRS84',
    'http://www.opengis.net/def/crs/EPSG/0/3857',
    'urn:ogc:def:crs:EPSG::32718',
    'urn:ogc:def:crs:EPSG:6.9:32719',
    'epsg:24877',
    'EPSG:5387',
  ].map((name) => crsOfName(name)?.kind)
  expect(kinds).toEqual(['wgs84', 'wgs84', 'wgs84', 'web-mercator', 'utm', 'utm', 'psad56', 'utm'])
  expect(['', 'EPSG:25830', 'EPSG:32618', 'local', 'EPSG:4326x'].map(crsOfName)).toEqual([null, null, null, null, null])
})

// The wanted values of this file are those of PROJ 9 (pyproj 3.7.2).
test('web Mercator and UTM back to degrees', () => {
  const [lon, lat] = crsOfEpsg(3857)?.toLonLat(-8_218_509.28, -1_403_015.24) ?? [0, 0]
  expect(lon).toBeCloseTo(-73.82812498902123, 9)
  expect(lat).toBeCloseTo(-12.503069996244205, 9)
  const [utmLon, utmLat] = crsOfEpsg(32718)?.toLonLat(625_000, 8_615_000) ?? [0, 0]
  expect(utmLon).toBeCloseTo(-73.84951778836331, 9)
  expect(utmLat).toBeCloseTo(-12.52608135483669, 9)
})

test('PSAD56 to WGS 84 with the parameters for Peru', () => {
  for (const [code, easting, northing, wantedLon, wantedLat] of [
    [24878, 625_000, 8_615_000, -73.85158228624624, -12.529414330947548],
    [24878, 280_000, 8_670_000, -77.02280783010073, -12.02717250224416],
    [24879, 230_000, 8_500_000, -71.4966195373551, -13.559323620197233],
    [24877, 600_000, 9_450_000, -80.10022862346241, -4.9786697688257755],
  ] as const) {
    const [lon, lat] = crsOfEpsg(code)?.toLonLat(easting, northing) ?? [0, 0]
    expect(lon).toBeCloseTo(wantedLon, 8)
    expect(lat).toBeCloseTo(wantedLat, 8)
  }
})
