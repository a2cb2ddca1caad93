import { expect, test } from 'vitest'
import { UnitTracks } from '../../../../domain/plan/UnitTracks.ts'
import { PlanBuilder, standing } from '../../../../domain/testing/planBuilder.testing.ts'
import { DAY, HOUR } from '../../../../domain/time/planTime.ts'
import { textsIn } from '../../../texts/TextContext.tsx'
import { unitPaths } from './unitPaths.ts'

/** From its home to a mission 100 km away, six and a half hours by road, and back. */
function scene() {
  const builder = new PlanBuilder()
  const unit = builder.unit('U', {
    home: { position: [-73.8, -12.5] },
    mobility: [{ mode: 'road', speedKmh: 25 }],
  })
  const mission = builder.mission('M', 10 * HOUR, DAY, { places: standing(-73.2, -12.5) })
  builder.assign(mission, unit)
  const plan = builder.build()
  const tracks = new UnitTracks(plan)
  const at = (time: number) => unitPaths(plan, tracks, [unit], time, textsIn('es'))
  return { at, ids: (time: number) => at(time).map((item) => item.id.replace('unit:U ', '')) }
}

test('a unit at home shows the way it will go', () => {
  expect(scene().ids(0)).toEqual(['way next', 'time next'])
})

test('a unit away is tied to its home, and shows how it came and how it will go', () => {
  const { at, ids } = scene()
  expect(ids(12 * HOUR)).toEqual(['tie', 'home', 'way previous', 'time previous', 'way next', 'time next'])
  const home = at(12 * HOUR).find((item) => item.id.endsWith('home'))
  expect(home).toMatchObject({ emphasis: 'faded', label: 'Sede · U', at: [-73.8, -12.5] })
})

test('on the way both lie on the line, with times, means and distance', () => {
  const note = scene()
    .at(9 * HOUR)
    .find((item) => item.id.endsWith('time now'))
  expect(note?.title).toMatch(/^En camino 14\d{4}R FEB 23 – 142200R FEB 23 · Carretera · 65 km · 4 h \d+ min → M$/)
})

test('long after, only the way back remains', () => {
  expect(scene().ids(10 * DAY)).toEqual(['way previous', 'time previous'])
})
