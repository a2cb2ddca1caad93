import { expect, test } from 'vitest'
import { composeSymbolCode, echelonOfDigits, readSymbolCode, symbolFault, withEchelon } from './symbolCode.ts'

const BRIGADE = '10031000181211000000'

test.each([
  [BRIGADE, null],
  ['10033000001205000000', null],
  ['1003100018121100', 'length'],
  ['100310001812110000000', 'length'],
  ['SFGPUCI--------', 'length'],
  ['13031000181211000000', 'version'],
  ['10931000181211000000', 'identity'],
  ['10039900181211000000', 'set'],
  ['10031090181211000000', 'status'],
  ['10031009181211000000', 'flags'],
  // milsymbol draws these two without a word.
  ['10031000191211000000', 'echelon'],
  ['10033000181205000000', 'echelon'],
])('%s: %s', (code, fault) => {
  expect(symbolFault(code)).toBe(fault)
})

test('what is read and written again is the same code', () => {
  for (const code of [BRIGADE, '10031006171218000000', '10031012181211000027', '10030100001102002600']) {
    const parts = readSymbolCode(code)
    expect(parts === null ? null : composeSymbolCode(parts)).toBe(code)
  }
})

test('flags and status change their own digits alone', () => {
  const parts = readSymbolCode(BRIGADE)
  if (parts === null) throw new Error('unreadable')
  expect(composeSymbolCode({ ...parts, isHeadquarters: true })).toBe('10031002181211000000')
  expect(composeSymbolCode({ ...parts, isTaskForce: true, isPlanned: true })).toBe('10031014181211000000')
  const planned = readSymbolCode('10031010181211000000')
  expect(planned === null ? null : composeSymbolCode({ ...planned, isPlanned: false })).toBe(BRIGADE)
})

test('an echelon is written only where the set shows one', () => {
  expect(withEchelon(BRIGADE, 'company')).toBe('10031000151211000000')
  expect(withEchelon('10033000001205000000', 'company')).toBe('10033000001205000000')
  expect(echelonOfDigits('18')).toBe('brigade')
  expect(echelonOfDigits('22')).toBeNull()
})

test('a set without echelons drops the amplifier of the one before', () => {
  const parts = readSymbolCode(BRIGADE)
  if (parts === null) throw new Error('unreadable')
  expect(composeSymbolCode({ ...parts, set: '30', entity: '120500' })).toBe('10033000001205000000')
})
