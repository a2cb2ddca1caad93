import { expect, test } from 'vitest'
import { findingsBy, inBoth, theFinding, tryRepairs } from '../testing/findings.testing.ts'
import { at, PlanBuilder, standing } from '../testing/planBuilder.testing.ts'
import { makeId } from '../records/ids.ts'
import type { RecordOf } from '../records/catalog.ts'

/** Half a degree of latitude, 55.6 km; on foot at 4 km/h with factor 1.7: 1417.7 minutes. */
const NEEDED = 1_418
const PARAMETERS = [
  { key: 'recovery-minutes', value: 0, unit: 'min', source: 'prueba' },
  { key: 'terrain-factor-foot', value: 1.7, unit: '×', source: 'prueba' },
]

function march(gap: number, fields: Partial<RecordOf<'unit'>> = {}, second: Partial<RecordOf<'mission'>> = {}) {
  const b = new PlanBuilder({ parameters: PARAMETERS })
  const unit = b.unit('Pat 1', { mobility: [{ mode: 'foot', speedKmh: 4 }], ...fields })
  b.assign(b.mission('M-1', 0, 60, { places: standing(-73.8, -12) }), unit)
  b.assign(b.mission('M-2', 60 + gap, 60, { places: standing(-73.8, -12.5), ...second }), unit)
  return b
}

test('the gap between two missions holds the way from one to the other', () => {
  expect(findingsBy('travel-infeasible', march(NEEDED).build())).toEqual([])
  const plan = march(NEEDED - 120).build()
  expect(inBoth(theFinding('travel-infeasible', plan), plan)).toEqual([
    'Pat 1 queda libre de M-1 141300R FEB 23; M-2 empieza 151038R FEB 23, a 55.6 km: a pie a 4 km/h son 23 h 38 min y hay 21 h 38 min, faltan 2 h',
    'Pat 1 is free of M-1 at 141300R FEB 23; M-2 starts 151038R FEB 23, 55.6 km off: on foot at 4 km/h takes 23 h 38 min, there are 21 h 38 min, 2 h short',
  ])
  expect(findingsBy('travel-infeasible', march(NEEDED - 1).build())).toHaveLength(1)
})

test('nothing is guessed: no position, no speed, a unit that splits, or an overlap say nothing', () => {
  expect(findingsBy('travel-infeasible', march(1, {}, { places: [] }).build())).toEqual([])
  expect(findingsBy('travel-infeasible', march(1, { mobility: [] }).build())).toEqual([])
  expect(findingsBy('travel-infeasible', march(1, { splittable: true }).build())).toEqual([])
  expect(findingsBy('travel-infeasible', march(-1).build())).toEqual([])
})

test('a mission without position between two does not hide the way', () => {
  const b = march(NEEDED - 1)
  b.assign(b.mission('M-3', 100, 60), makeId('unit', 'Pat-1'))
  expect(findingsBy('travel-infeasible', b.build())).toHaveLength(1)
})

test('a unit that is brought in goes by the means of who brings it', () => {
  const b = march(120, {}, { enablers: [{ kind: 'insertion', mission: makeId('mission', 'M-3') }] })
  const lift = b.mission('M-3', 70, 60)
  expect(findingsBy('travel-infeasible', b.build())).toEqual([])
  b.assign(lift, b.unit('Esc Heli', { mobility: [{ mode: 'rotary-wing', speedKmh: 200 }] }))
  expect(findingsBy('travel-infeasible', b.build())).toEqual([])
  b.unit('Esc Heli', { mobility: [{ mode: 'rotary-wing', speedKmh: 20 }] })
  expect(theFinding('travel-infeasible', b.build()).params.mode).toBe('rotary-wing')
})

test('the first mission is reached from where the unit is known to be by date', () => {
  const b = new PlanBuilder({ parameters: PARAMETERS })
  const place = b.place('Pichari', { position: [-73.8, -12.5] })
  const unit = b.unit('Pat 1', {
    mobility: [{ mode: 'foot', speedKmh: 4 }],
    home: { place },
    states: { location: [{ from: at(0), at: { place } }], readiness: [], superior: [] },
  })
  b.assign(b.mission('M-1', NEEDED - 60, 60, { places: standing(-73.8, -12) }), unit)
  const plan = b.build()
  const finding = theFinding('travel-infeasible', plan)
  expect(inBoth(finding, plan)[0]).toBe(
    'Pat 1 está lejos 141200R FEB 23; M-1 empieza 151038R FEB 23, a 55.6 km: a pie a 4 km/h son 23 h 38 min y hay 22 h 38 min, falta 1 h',
  )
  const tried = tryRepairs(finding, plan)
  expect(tried[0]).toMatchObject({ isMended: true, errorsLeft: 0 })
  b.unit('Pat 1', { mobility: [{ mode: 'foot', speedKmh: 4 }], home: { place } })
  expect(findingsBy('travel-infeasible', b.build())).toEqual([])
})

test('the mission waits until the unit can be there', () => {
  const plan = march(NEEDED - 120).build()
  const tried = tryRepairs(theFinding('travel-infeasible', plan), plan)
  expect(tried.map((t) => t.repair.text)).toEqual(['Mover M-2 a 151238R FEB 23 (2 h después)'])
  expect(tried[0]).toMatchObject({ isMended: true, errorsLeft: 0 })
})
