import { readdirSync, readFileSync } from 'node:fs'
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { expect, test } from 'vitest'
import { catalog } from './catalog.ts'

const sources = readdirSync('src/renderer', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
  .map((file) => readFileSync(`src/renderer/${file}`, 'utf8'))
const code = sources.join('\n')

/** Keys that are put together: `place.${place}` in the code stands for every key that begins so. */
const prefixes = [...code.matchAll(/`([a-z][\w.-]*[.-])\$\{/g)].map((m) => m[1] ?? '')

function valuesOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return []
      case TYPE.plural:
      case TYPE.select:
        return [element.value, ...Object.values(element.options).flatMap((o) => valuesOf(o.value))]
      case TYPE.tag:
        return [element.value, ...valuesOf(element.children)]
      case TYPE.argument:
      case TYPE.number:
      case TYPE.date:
      case TYPE.time:
        return [element.value]
    }
  })
}

test('there are texts and sources to look at', () => {
  expect(Object.keys(catalog).length).toBeGreaterThan(100)
  expect(sources.length).toBeGreaterThan(50)
})

test('every file of texts is in the catalog, and no key is in two of them', () => {
  const files = readdirSync('src/renderer/texts').filter((file) => file.endsWith('.json'))
  const keys = files.flatMap((file) => Object.keys(JSON.parse(readFileSync(`src/renderer/texts/${file}`, 'utf8'))))
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys.sort()).toEqual(Object.keys(catalog).sort())
})

test('every text says something in both languages, with the same values', () => {
  for (const [key, text] of Object.entries(catalog)) {
    expect(Object.keys(text).sort(), key).toEqual(['en', 'es'])
    expect(text.es.trim().length, key).toBeGreaterThan(0)
    expect(text.en.trim().length, key).toBeGreaterThan(0)
    expect(new Set(valuesOf(parse(text.en))), key).toEqual(new Set(valuesOf(parse(text.es))))
  }
})

test('no text is unused', () => {
  const unused = Object.keys(catalog).filter(
    (key) => !code.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)),
  )
  expect(unused).toEqual([])
})

test('no text in the code is missing in the catalog', () => {
  const used = [...code.matchAll(/\bt\(\s*'([^']+)'/g)].map((m) => m[1] ?? '')
  expect(used.length).toBeGreaterThan(50)
  expect(used.filter((key) => !Object.hasOwn(catalog, key))).toEqual([])
  const begun = [...code.matchAll(/\bt\(\s*`([a-z][\w.-]*)\$\{/g)].map((m) => m[1] ?? '')
  expect(begun.filter((prefix) => !Object.keys(catalog).some((key) => key.startsWith(prefix)))).toEqual([])
})
