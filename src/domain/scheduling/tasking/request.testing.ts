import type { TaskingRequest } from './TaskingRequest.ts'

/** A request that may change everything about no missions, with some fields otherwise. */
export const requestFor = (fields: Partial<TaskingRequest>): TaskingRequest => ({
  missions: [],
  mayMove: true,
  units: 'change',
  fixedTimes: [],
  fixedUnits: [],
  notBefore: null,
  goals: [],
  seed: 1,
  ...fields,
})
