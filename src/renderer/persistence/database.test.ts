import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
import { readTemplate } from '../../domain/templates/readTemplate.ts'
import { Database } from './database.ts'
import { dexieStorage } from './dexieStorage.ts'
import { pagesOf } from './PlanPages.ts'

/** The tables as version 1 of the program laid them out. */
class FirstDatabase extends Dexie {
  constructor(name: string) {
    super(name)
    this.version(1).stores({
      plans: 'id',
      pages: '[plan+page]',
      journal: '[plan+revision]',
      diffs: '[plan+revision]',
      versions: '[plan+revision]',
      settings: 'key',
    })
  }
}

test('a database of version 1 keeps its plans, and takes layers', async () => {
  const template = readTemplate(JSON.parse(readFileSync('resources/templates/campaign-2023.json', 'utf8')))
  if (!template.ok) throw new Error(template.error.code)
  const records = template.value
  const source = new Database('upgrade-source')
  const created = await dexieStorage(source).create(records)
  if (!created.ok) throw new Error(created.error)
  const row = await source.plans.get(created.value)

  const first = new FirstDatabase('upgrade')
  await first.table('plans').add(row)
  await first.table('pages').bulkAdd(pagesOf(records).map((page) => ({ ...page, plan: created.value })))
  await first.table('settings').put({ key: 'settings', value: { language: 'en' } })
  first.close()

  const now = new Database('upgrade')
  const storage = dexieStorage(now)
  const read = await storage.read(created.value)
  expect(read.ok && read.value.length).toBe(records.length)
  expect(await storage.loadSettings()).toEqual({ language: 'en' })
  await now.layerData.put({ id: 'layer-a', bytes: new Blob(['abc']) })
  const kept = await now.layerData.get('layer-a')
  expect(await kept?.bytes.text()).toBe('abc')
  expect(now.backendDB().version).toBe(20)
  now.close()
})
