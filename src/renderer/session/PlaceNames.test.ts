import { expect, test, vi } from 'vitest'
import type { GazetteerEntry } from '../../domain/geo/gazetteer.ts'
import { type Command, prepare } from '../../domain/commands/catalog.ts'
import type { Diff } from '../../domain/plan/diff.ts'
import { PlanDocument } from '../../domain/plan/PlanDocument.ts'
import { makeId } from '../../domain/records/ids.ts'
import { PlanBuilder } from '../../domain/testing/planBuilder.testing.ts'
import { PlaceNames } from './PlaceNames.ts'

/** The session as names see it: a plan, its revision, and the differences between. */
class Plan {
  document: PlanDocument
  readonly diffs: Diff[] = []

  constructor(builder: PlanBuilder) {
    this.document = new PlanDocument(builder.records.values(), 0)
  }

  readonly store = { getState: () => ({ plan: this.document, revision: this.document.revision }) }

  changesSince(revision: number): Diff | null {
    return revision === this.document.revision - 1 ? (this.diffs[revision] ?? null) : null
  }

  do(command: Command): void {
    const change = prepare(command, this.document, { now: 0, author: '', newId: (kind) => makeId(kind, 'new') })
    if (!change.ok) throw new Error(change.error.code)
    this.diffs[this.document.revision] = change.value.diff
    this.document.apply(change.value.diff)
  }
}

const found = (names: PlaceNames, text: string): string[] =>
  names.find({ text, near: null, limit: 10 }).map(({ name }) => name)

const town = (name: string): GazetteerEntry => ({
  id: `town:${name}`,
  source: 'town',
  name,
  aliases: '',
  detail: '',
  position: [-73.8, -12.5],
  population: null,
})

test('places, missions and units of the plan are found, and follow its changes', () => {
  const builder = new PlanBuilder()
  const place = builder.place('Pichari')
  builder.mission('M-031', null, 60, { title: 'Reconocer Pichari' })
  builder.unit('31', { name: 'Brigada Pichari', designation: '31 Bda' })
  const plan = new Plan(builder)
  const names = new PlaceNames(plan)
  expect(found(names, 'pichari')).toEqual(['Pichari', 'M-031 Reconocer Pichari', '31 Bda · Brigada Pichari'])
  plan.do({ type: 'editRecords', ids: [place], fields: { name: 'Kimbiri' } })
  expect(found(names, 'kimb')).toEqual(['Kimbiri'])
  plan.do({ type: 'removeRecords', ids: [place] })
  expect(found(names, 'kimb')).toEqual([])
})

test('where differences are no longer at hand, and in another plan, all is looked at anew', () => {
  const builder = new PlanBuilder()
  const place = builder.place('Pichari')
  builder.place('Sivia')
  const plan = new Plan(builder)
  const names = new PlaceNames(plan)
  expect(found(names, 'pich')).toEqual(['Pichari'])
  plan.do({ type: 'removeRecords', ids: [place] })
  plan.do({ type: 'editRecords', ids: [makeId('place', 'Sivia')], fields: { name: 'Sivia Alta' } })
  expect(found(names, 'pich')).toEqual([])
  expect(found(names, 'siv')).toEqual(['Sivia Alta'])
  plan.document = new PlanDocument(new PlanBuilder().records.values(), 0)
  expect(found(names, 'siv')).toEqual([])
})

test('other names come when they are first needed, and a source gives its own up', async () => {
  const names = new PlaceNames(new Plan(new PlanBuilder()))
  let asked = 0
  names.provide(() => {
    asked += 1
    return Promise.resolve([town('Ayna'), town('Llochegua')])
  })
  expect(asked).toBe(0)
  expect(found(names, 'ayna')).toEqual([])
  await vi.waitFor(() => expect(found(names, 'ayna')).toEqual(['Ayna']))
  names.setSource('layer:a', [town('Catute')])
  names.setSource('layer:a', [town('Mantaro')])
  expect([found(names, 'catute'), found(names, 'mantaro'), asked]).toEqual([[], ['Mantaro'], 1])
})

test('many names come in slices, and the version tells', async () => {
  const names = new PlaceNames(new Plan(new PlanBuilder()))
  names.setSource(
    'layer',
    Array.from({ length: 60_000 }, (_, i) => town(`Lugar ${i}`)),
  )
  expect(found(names, 'lugar 59999')).toEqual([])
  await vi.waitFor(() => expect(found(names, 'lugar 59999')).toEqual(['Lugar 59999']), { timeout: 10_000 })
  expect(names.store.getState().version).toBeGreaterThan(0)
})
