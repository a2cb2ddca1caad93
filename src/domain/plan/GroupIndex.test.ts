import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { GroupIndex } from './GroupIndex.ts'

interface Item {
  readonly id: number
  readonly keys: readonly string[]
}

const item = fc.record({ id: fc.nat(1e6), keys: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }) })

test('after any edits it holds what an index made anew holds', () => {
  fc.assert(
    fc.property(fc.uniqueArray(item, { selector: (i) => i.id }), fc.array(fc.tuple(fc.nat(), item)), (start, edits) => {
      const index = new GroupIndex<Item>((i) => i.keys)
      index.load(start)
      let now: Item[] = [...start]
      for (const [pick, next] of edits) {
        index.begin()
        const from = now[pick % Math.max(1, now.length)]
        if (from === undefined || pick % 3 === 0) {
          index.add(next)
          now.push(next)
        } else if (pick % 3 === 1) {
          index.remove(from)
          now = now.filter((i) => i !== from)
        } else {
          index.replace(from, next)
          now = now.map((i) => (i === from ? next : i))
        }
      }
      for (const key of ['a', 'b', 'c']) {
        const expected = now.filter((i) => i.keys.includes(key))
        expect(new Set(index.get(key))).toEqual(new Set(expected))
        expect(index.get(key).length).toBe(expected.length)
      }
    }),
  )
})

test('a list that was handed out never changes', () => {
  const index = new GroupIndex<Item>((i) => i.keys)
  const one = { id: 1, keys: ['a'] }
  index.add(one)
  const list = index.get('a')
  index.add({ id: 2, keys: ['a'] })
  index.remove(one)
  expect(list).toEqual([one])
  expect(index.get('a').map((i) => i.id)).toEqual([2])
})
