import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { GIVEN_UP } from '../Decoder.ts'
import { buildNetwork } from '../Network.ts'
import { packProfile } from './PackedProfile.ts'
import { SerialPass } from './SerialPass.ts'

/** Earliest starts in turn, by trying each time with a plain count of what is used. */
function naive(durations: readonly number[], amounts: readonly (readonly number[])[], capacities: readonly number[]) {
  const starts: number[] = []
  for (const [j, duration] of durations.entries()) {
    const fits = (t: number): boolean =>
      Array.from({ length: duration }, (_, d) => t + d).every((x) =>
        capacities.every((capacity, r) => {
          const used = starts.reduce(
            (sum, start, i) => sum + (start <= x && x < start + durations[i]! ? amounts[i]![r]! : 0),
            0,
          )
          return used + amounts[j]![r]! <= capacity
        }),
      )
    let t = 0
    while (!fits(t)) t += 1
    starts.push(t)
  }
  return starts
}

test('amounts side by side in words give what counting each resource gives', () => {
  const capacity = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 2 ** 31 - 1 }))
  const shape = fc.array(capacity, { minLength: 1, maxLength: 6 }).chain((capacities) =>
    fc.tuple(
      fc.constant(capacities),
      fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), ...capacities.map((max) => fc.integer({ min: 0, max }))), {
        minLength: 1,
        maxLength: 12,
      }),
    ),
  )
  fc.assert(
    fc.property(shape, ([capacities, rows]) => {
      const durations = rows.map(([duration]) => duration)
      const amounts = rows.map(([, ...own]) => own)
      const network = buildNetwork(durations, [])
      if (!network.ok) throw new Error('circle')
      const pass = new SerialPass(network.value, packProfile(amounts, capacities))
      const list = Int32Array.from(durations.keys())
      const start = new Int32Array(durations.length)
      const makespan = pass.forward(list, start, GIVEN_UP)
      const expected = naive(durations, amounts, capacities)
      expect([...start]).toEqual(expected)
      expect(makespan).toBe(Math.max(...expected.map((t, j) => t + durations[j]!)))
      // A second pass begins from a clean profile, and gives up when it must end later than it may.
      expect(pass.forward(list, start, makespan)).toBe(makespan)
      expect(pass.forward(list, start, makespan - 1)).toBe(GIVEN_UP)
      expect(pass.passes).toBe(3)
    }),
  )
})
