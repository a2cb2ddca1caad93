import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlanDocument } from '../../../plan/PlanDocument.ts'
import { randomPlan } from '../../../testing/randomPlan.testing.ts'
import { buildTaskingModel } from '../model/buildTaskingModel.ts'
import type { Conflict } from '../Proposal.ts'
import { requestFor } from '../request.testing.ts'
import type { TaskingModel } from '../model/TaskingModel.ts'
import { Timetable } from '../timetable/Timetable.ts'
import { ConflictFinder } from './ConflictFinder.ts'
import { Explainer } from './Explainer.ts'
import { sayConflict } from './sayConflict.ts'
import { sayFreed } from './sayFreed.ts'
import { sayTimeReason } from './sayTimeReason.ts'
import { sayUnitReason } from './sayUnitReason.ts'
import { keyOfRequirement } from './keyOfRequirement.ts'
import { tryKeeping } from './tryKeeping.ts'

const RUNS = Number(process.env.RUNS ?? 60)

const request = fc.record({
  units: fc.constantFrom('change' as const, 'add' as const, 'keep' as const),
  chosen: fc.integer({ min: 1, max: 4095 }),
  mayMove: fc.boolean(),
})

/** A random plan with as many of some missions placed as find room one after the other. */
const placed = fc.tuple(randomPlan, request).map(([plan, { units, chosen, mayMove }]) => {
  const missions = [...plan.all('mission')].map((m) => m.id).filter((_, i) => (chosen >> i) & 1)
  return greedy(plan, requestFor({ missions, units, mayMove }))
})

function greedy(plan: PlanDocument, of: ReturnType<typeof requestFor>) {
  const model = buildTaskingModel(plan, of)
  const timetable = new Timetable(model)
  for (const { index, first, last } of model.tasks) {
    const placement = timetable.findFirst(index, first, last, (task, unit) => (task * 7 + unit * 13) % 11)
    if (placement !== null) timetable.place(index, placement)
  }
  return { model, timetable, explainer: new Explainer(model, timetable) }
}

const unplacedOf = (model: TaskingModel, timetable: Timetable) =>
  model.tasks.filter((t) => timetable.placementOf(t.index) === null)

const isMade = ({ requirements }: Conflict): boolean =>
  requirements.length > 0 &&
  !requirements.every(
    ({ requirement: r, first, last }) => r.kind === 'dependency' && first === undefined && last === undefined,
  )

/** All that a timetable tells of itself. */
const stateOf = (model: TaskingModel, timetable: Timetable) => ({
  placements: model.tasks.map((t) => timetable.placementOf(t.index)),
  travel: model.tasks.map((t) => timetable.travelOf(t.index)),
  work: model.units.map((_, i) => timetable.workOf(i)),
  obstacles: model.tasks.map((t) => timetable.obstaclesAt(t.index, 500)),
  next: model.tasks
    .filter((t) => timetable.placementOf(t.index) === null)
    .map((t) => timetable.findFirst(t.index, -1_000, 9_000, () => 0)),
})

test('the requirements of a conflict cannot hold together, and without any one of them they can', () => {
  let count = 0
  fc.assert(
    fc.property(placed, ({ model, timetable }) => {
      const finder = new ConflictFinder(model, timetable, new Timetable(model))
      for (const task of unplacedOf(model, timetable)) {
        const { index } = task
        const conflict = finder.find(index, Number.POSITIVE_INFINITY)
        if (!isMade(conflict)) continue
        const keys = new Set(conflict.requirements.map((d) => keyOfRequirement(d.requirement)))
        if ([...keys].every((key) => key.startsWith('enabler')) && !conflict.isProven) continue
        count += 1
        expect(tryKeeping(timetable, task, (key) => keys.has(key)).placement).toBeNull()
        for (const one of keys) {
          if (one === 'horizon') continue
          expect(tryKeeping(timetable, task, (key) => key !== one && keys.has(key)).placement).not.toBeNull()
        }
      }
    }),
    { numRuns: RUNS },
  )
  expect(count).toBeGreaterThan(RUNS)
})

test('what would free a mission does: it fits there once the one requirement is let go', () => {
  fc.assert(
    fc.property(placed, ({ model, timetable, explainer }) => {
      for (const task of unplacedOf(model, timetable)) {
        const { index } = task
        for (const { requirement, freed } of explainer.conflictOf(index).requirements) {
          if (freed === null) continue
          const one = keyOfRequirement(requirement)
          const { placement } = tryKeeping(timetable, task, (key) => key !== one)
          expect(placement?.start).toBe(freed.start)
          expect(timetable.findFirst(index, -10_000, 20_000, () => 0)).toBeNull()
        }
      }
    }),
    { numRuns: RUNS },
  )
})

test('questions leave the timetable as it was', () => {
  fc.assert(
    fc.property(placed, ({ model, timetable, explainer }) => {
      const before = stateOf(model, timetable)
      for (const { index } of model.tasks) {
        explainer.whyThen(index)
        explainer.whyThese(index)
        if (timetable.placementOf(index) === null) explainer.conflictOf(index)
      }
      expect(stateOf(model, timetable)).toEqual(before)
    }),
    { numRuns: RUNS },
  )
})

test('every reason is said in both languages, with nothing undefined', () => {
  fc.assert(
    fc.property(placed, ({ model, timetable, explainer }) => {
      const { plan } = model
      for (const language of ['es', 'en'] as const) {
        for (const { index, mission } of model.tasks) {
          const said: (string | null)[] = [
            ...explainer.whyThen(index).map((r) => sayTimeReason(r, mission.id, plan, language)),
            ...explainer.whyThese(index).map((r) => sayUnitReason(r, plan, language)),
          ]
          if (timetable.placementOf(index) === null) {
            const conflict = explainer.conflictOf(index)
            said.push(sayConflict(conflict, mission.id, plan, language))
            said.push(...conflict.requirements.map((d) => sayFreed(d, mission.id, plan, language)))
          }
          for (const text of said) {
            if (text === null) continue
            expect(text).not.toMatch(/undefined|NaN|Infinity|null|—| {2}|\.\.|\.$/)
            expect(text.length).toBeGreaterThan(10)
          }
        }
      }
    }),
    { numRuns: RUNS },
  )
})
