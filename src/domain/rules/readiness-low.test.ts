import { expect, test } from 'vitest'
import { findingsBy, inBoth, theFinding, tryRepairs } from '../testing/findings.testing.ts'
import { at, PlanBuilder } from '../testing/planBuilder.testing.ts'

function readiness(...states: (readonly [minutes: number, percent: number])[]) {
  const b = new PlanBuilder()
  const unit = b.unit('2.ª Bda', {
    states: { location: [], readiness: states.map(([m, percent]) => ({ from: at(m), percent })), superior: [] },
  })
  b.assign(b.mission('M-1', 100, 60), unit)
  return b.build()
}

test('readiness below the threshold at any time of the mission is a warning', () => {
  const plan = readiness([0, 60])
  const finding = theFinding('readiness-low', plan)
  expect(finding.severity).toBe('warning')
  expect(inBoth(finding, plan)).toEqual([
    '2.ª Bda está al 60 % de alistamiento el 141340R FEB 23, durante M-1; el plan pide 70 %',
    '2.ª Bda is at 60 % readiness at 141340R FEB 23, during M-1; the plan asks 70 %',
  ])
  expect(theFinding('readiness-low', readiness([0, 90], [159, 40])).params.percent).toBe(40)
})

test('at the threshold, before or after the mission, or never stated: nothing', () => {
  expect(findingsBy('readiness-low', readiness([0, 70]))).toEqual([])
  expect(findingsBy('readiness-low', readiness([0, 40], [100, 70]))).toEqual([])
  expect(findingsBy('readiness-low', readiness([0, 70], [160, 40]))).toEqual([])
  expect(findingsBy('readiness-low', readiness())).toEqual([])
})

test('the mission waits until the unit is ready', () => {
  const plan = readiness([0, 60], [400, 65], [820, 90])
  const tried = tryRepairs(theFinding('readiness-low', plan), plan)
  expect(tried.map((t) => t.repair.text)).toEqual(['Mover M-1 a 150140R FEB 23 (12 h después)'])
  expect(tried[0]?.isMended).toBe(true)
})
