import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Command } from '../../domain/commands/catalog.ts'
import type { JournalLine } from '../../domain/plan/journal.ts'
import { makeId } from '../../domain/records/ids.ts'
import { ok } from '../../domain/result.ts'
import type { ProposedChange, Proposal } from '../../domain/scheduling/tasking/Proposal.ts'
import type { TaskingRequest } from '../../domain/scheduling/tasking/TaskingRequest.ts'
import type { PlanChecker, ProposalEvents } from './PlanChecker.ts'
import { TaskingDesk } from './TaskingDesk.ts'

const [A, B] = [makeId('mission', 'a'), makeId('mission', 'b')]
const REQUEST: TaskingRequest = {
  missions: [A, B],
  mayMove: true,
  units: 'change',
  fixedTimes: [],
  fixedUnits: [],
  notBefore: null,
  goals: [],
  seed: 1,
}

const change = (mission: typeof A): ProposedChange => ({
  mission,
  start: { from: null, to: 60 },
  units: { from: [], to: [] },
  needs: [],
  whyThen: [],
  whyThese: [],
})

const PROPOSAL: Proposal = {
  revision: 3,
  changes: [change(A), change(B)],
  unplaced: [],
  unchanged: 0,
  untouched: [],
  goals: [],
  finish: null,
}

/** A desk whose searches answer when the test says so. */
function desk() {
  const searches: { wanted: TaskingRequest; events: ProposalEvents; isDropped: boolean; isSettled: boolean }[] = []
  const commands: Command[] = []
  const checker: Pick<PlanChecker, 'propose'> = {
    propose: (wanted, events) => {
      const search = { wanted, events, isDropped: false, isSettled: false }
      searches.push(search)
      return {
        settle: () => {
          search.isSettled = true
        },
        drop: () => {
          search.isDropped = true
        },
      }
    },
  }
  const tasking: TaskingDesk = new TaskingDesk({
    checker: () => checker as PlanChecker,
    dispatch: (command) => {
      commands.push(command)
      tasking.planChanged()
      return ok({} as JournalLine)
    },
    now: () => 5,
  })
  return { tasking, searches, commands, state: () => tasking.store.getState() }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what is better takes the place of what was there, until the last answer', () => {
  const { tasking, searches, state } = desk()
  tasking.propose(REQUEST)
  expect(state()).toMatchObject({ status: 'searching', proposal: null, startedAt: 5 })
  searches[0]?.events.onProposal({ ...PROPOSAL, changes: [] }, false)
  expect(state()).toMatchObject({ status: 'searching', proposal: { changes: [] } })
  tasking.stop()
  expect(searches[0]?.isSettled).toBe(true)
  searches[0]?.events.onProposal(PROPOSAL, true)
  expect(state()).toMatchObject({ status: 'done', proposal: PROPOSAL })
})

test('a part is taken in one step; for the rest another proposal is searched once the plan rests', () => {
  const { tasking, searches, commands, state } = desk()
  tasking.propose(REQUEST)
  searches[0]?.events.onProposal(PROPOSAL, true)
  tasking.take([B])
  expect(commands).toEqual([{ type: 'takeProposal', changes: [{ mission: B, start: 60, units: [] }] }])
  expect(state()).toMatchObject({ isStale: true, proposal: { changes: [{ mission: A }] } })
  vi.runAllTimers()
  expect(searches).toHaveLength(2)
  expect(searches[1]?.wanted.missions).toEqual([A])
})

test('taking all closes the proposal, and nothing is searched after it', () => {
  const { tasking, searches, state } = desk()
  tasking.propose(REQUEST)
  searches[0]?.events.onProposal(PROPOSAL, true)
  tasking.take('all')
  vi.runAllTimers()
  expect(state()).toMatchObject({ status: 'idle', proposal: null })
  expect(searches).toHaveLength(1)
})

test('a change of the plan ends the search under way and starts one more after the last of them', () => {
  const { tasking, searches, state } = desk()
  tasking.planChanged()
  expect(searches).toHaveLength(0)
  tasking.propose(REQUEST)
  tasking.planChanged()
  expect(searches[0]?.isDropped).toBe(true)
  tasking.planChanged()
  expect(state().isStale).toBe(true)
  vi.runAllTimers()
  expect(searches).toHaveLength(2)
})

test('nothing is taken where nothing is proposed', () => {
  const { tasking } = desk()
  expect(tasking.take('all')).toMatchObject({ ok: false, error: { code: 'nothing' } })
  tasking.propose(REQUEST)
  expect(tasking.take([A])).toMatchObject({ ok: false, error: { code: 'nothing' } })
})
