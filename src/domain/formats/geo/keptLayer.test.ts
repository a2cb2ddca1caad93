import { expect, test } from 'vitest'
import { decodeGeoLayer } from './decodeGeoLayer.ts'
import { decodeKeptLayer, encodeKeptLayer } from './keptLayer.ts'

test('a layer comes back as it was kept; other bytes give nothing', () => {
  const text = '{"type":"Feature","geometry":{"type":"Point","coordinates":[-73.5,-12.25]},"properties":{"name":"Ñ"}}'
  const read = decodeGeoLayer(new TextEncoder().encode(text))
  if (!read.ok) throw new Error(read.error.code)
  const bytes = encodeKeptLayer(read.value)
  expect(decodeKeptLayer(bytes)).toEqual(read.value)
  expect(decodeKeptLayer(bytes.subarray(0, 40))).toBeNull()
  expect(decodeKeptLayer(new TextEncoder().encode('{"version":2,"data":{}}'))).toBeNull()
  expect(decodeKeptLayer(Uint8Array.of(0xff))).toBeNull()
})
