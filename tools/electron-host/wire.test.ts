import { runInThisContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeWire } from './wire.ts'

const { encode, decode } = makeWire()
const roundTrip = (value: unknown): unknown => decode(encode(value))

const bytes = fc.uint8Array({ maxLength: 40 }).map((array) => new Uint8Array(array))
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  maxDepth: 4,
})

describe('values across the wire', () => {
  test('what a structured clone keeps arrives the same', () => {
    fc.assert(
      fc.property(anything, (value) => {
        expect(roundTrip(value)).toEqual(structuredClone(value))
      }),
    )
  })

  test('buffers and parts of buffers arrive byte for byte', () => {
    fc.assert(
      fc.property(bytes, fc.nat(40), (array, from) => {
        const part = array.subarray(Math.min(from, array.length))
        expect(roundTrip(part)).toEqual(part)
        expect(new Uint8Array(roundTrip(array.buffer) as ArrayBuffer)).toEqual(array)
      }),
    )
  })

  test('keys of any name stay own keys', () => {
    const value = Object.fromEntries([
      ['__proto__', 1],
      ['$', 'array'],
      ['v', [1]],
      ['constructor', null],
    ])
    expect(Object.entries(roundTrip(value) as object)).toEqual(Object.entries(value))
  })

  test('one object reached two ways is still one, and a circle closes', () => {
    const shared = { name: 'shared' }
    const circle: { shared: object; again: object; self?: unknown } = { shared, again: shared }
    circle.self = circle
    const arrived = roundTrip(circle) as typeof circle
    expect(arrived.shared).toBe(arrived.again)
    expect(arrived.self).toBe(arrived)
  })

  test('errors keep kind, message and stack', () => {
    const error = new RangeError('too far')
    const arrived = roundTrip(error) as Error
    expect(arrived).toBeInstanceOf(RangeError)
    expect([arrived.message, arrived.stack]).toEqual([error.message, error.stack])
  })

  test.each([
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['a promise', Promise.resolve()],
    ['a weak map', new WeakMap()],
    ['a function within', { list: [{ call: () => 1 }] }],
  ])('%s cannot cross', (_, value) => {
    expect(() => encode(value)).toThrow('An object could not be cloned.')
  })

  test('the source that runs in the page behaves as the one here', () => {
    const rebuilt = runInThisContext(`(${makeWire.toString()})`) as typeof makeWire
    const value = { list: [1n, new Date(5), new Map([['k', new Set([-0, Number.NaN])]])], none: undefined }
    expect(rebuilt().decode(encode(value))).toEqual(value)
  })
})
