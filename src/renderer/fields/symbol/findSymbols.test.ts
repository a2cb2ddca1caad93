import { expect, test } from 'vitest'
import { composeSymbolCode, readSymbolCode } from '../../../domain/records/symbolCode.ts'
import { entryKey, findSymbols, SYMBOLS } from './findSymbols.ts'
import { isKnownSymbol } from './symbolImage.ts'

/** Codes whose drawings were looked at one by one against the standard's tables. */
const VERIFIED = [
  '10031000181211000000',
  '10031002181211000000',
  '10031000181211000027',
  '10031000161211000000',
  '10031000151211000000',
  '10031000121211000000',
  '10031000161211000100',
  '10031000161407000900',
  '10031000161407001200',
  '10031000151407000600',
  '10031000151211004640',
  '10031000151211010040',
  '10031000151211000040',
  '10031000161701000040',
  '10033000001205000000',
  '10033000001208010000',
  '10033000001208000000',
  '10033000001301070000',
  '10031000141218030000',
  '10031000161208000000',
  '10031000151208010000',
  '10031000161206000000',
  '10031000171207000000',
  '10031000151206000056',
  '10031000151206000054',
  '10031000141206007500',
  '10031000141219000000',
  '10031000151217000000',
  '10031000171218000000',
  '10031006171218000000',
  '10031000141214000000',
  '10031000151213000000',
  '10031000141213010000',
  '10031000141213020000',
  '10031000141418000000',
  '10031000141206005300',
  '10031000161606000000',
  '10031000161600000000',
  '10031000151602000000',
  '10031000151636000000',
  '10031000151636010000',
  '10031000151611000000',
  '10031000151613000000',
  '10031000151614004300',
  '10031000141102000000',
  '10031000141103000000',
  '10031000141106000000',
  '10031000141104000000',
  '10031000151110000000',
  '10031000151510000000',
  '10031000151412000000',
  '10031000152007000000',
  '10031000152000000000',
  '10031000152013000000',
  '10031000141408000000',
  '10031000181210000000',
  '10031000181209000000',
  '10031002241100000000',
  '10031006211100000000',
  '10030100001101070000',
  '10030100001101130000',
  '10030100001101110000',
  '10030100001101020000',
  '10030100001102000700',
  '10030100001102000100',
  '10030100001102002600',
  '10030100001102001400',
  '10030100001103001800',
]

test('every verified code comes from an entry with an echelon and flags', () => {
  const entries = new Set(SYMBOLS.map(entryKey))
  for (const code of VERIFIED) {
    const parts = readSymbolCode(code)
    if (parts === null) throw new Error(code)
    expect(entries.has(entryKey(parts)), code).toBe(true)
    expect(composeSymbolCode(parts)).toBe(code)
    expect(isKnownSymbol(code), code).toBe(true)
  }
})

test('no entry stands twice, by code or by name', () => {
  expect(new Set(SYMBOLS.map(entryKey)).size).toBe(SYMBOLS.length)
  expect(new Set(SYMBOLS.map((s) => s.es)).size).toBe(SYMBOLS.length)
  expect(new Set(SYMBOLS.map((s) => s.en)).size).toBe(SYMBOLS.length)
})

test('found by words of either language, without accents, in any order', () => {
  const names = (query: string) => findSymbols(query, 'es').map((s) => s.es)
  expect(names('fluvial infanteria')).toEqual([
    'Infantería anfibia fluvial',
    'Infantería de marina fluvial',
    'Infantería fluvial',
  ])
  expect(names('hospital ship')).toEqual(['Buque hospital (PIAS)'])
  expect(names('zzz')).toEqual([])
  expect(names('')).toHaveLength(SYMBOLS.length)
})
