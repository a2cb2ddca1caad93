import { expect, test } from 'vitest'
import { DAY, HOUR } from '../../time/planTime.ts'
import { PlanBuilder } from '../../testing/planBuilder.testing.ts'
import { CheckContext } from '../CheckContext.ts'
import { dayAxis, dayIndexOf } from './dayAxis.ts'

test('days begin at midnight by the clocks of the plan, also where these are changed', () => {
  // In Santiago the clocks go back at midnight after 1 APR 2023, and forward at midnight before 3 SEP.
  const hHour = Date.UTC(2023, 2, 25, 3)
  const b = new PlanBuilder({ timeZone: 'America/Santiago', hHour, horizon: { from: 0, to: 180 * DAY } })
  const { edges } = dayAxis(new CheckContext(b.build()))
  const lengths = Array.from(edges.slice(1), (edge, i) => edge - (edges[i] ?? 0))
  expect(edges[0]).toBe(0)
  const odd = lengths.map((minutes, day) => ({ day, hours: minutes / HOUR })).filter(({ hours }) => hours !== 24)
  expect(odd).toEqual([
    { day: 7, hours: 25 },
    { day: 162, hours: 23 },
  ])
})

test('the axis holds the horizon and every mission, and any time has its nearest day', () => {
  const b = new PlanBuilder({ horizon: { from: 0, to: 2 * DAY } })
  b.mission('Early', -3 * DAY, 60)
  b.mission('Late', 5 * DAY, 60)
  const axis = dayAxis(new CheckContext(b.build()))
  // H-hour is at noon.
  expect(axis.edges.length - 1).toBe(9)
  expect([-9 * DAY, -3 * DAY, 0, 5 * DAY, 99 * DAY].map((time) => dayIndexOf(axis, time))).toEqual([0, 0, 3, 8, 8])
})
