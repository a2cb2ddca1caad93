import { expect, test } from 'vitest'
import { magneticNorth } from './magnetic.ts'

test('agrees with the test values that NOAA publishes with the models', () => {
  // WMM2025 and WMM2020 technical reports, table of test values: 80° N 0° E, sea level.
  expect(magneticNorth([0, 80], Date.UTC(2025, 0, 1))?.declination).toBeCloseTo(1.28, 2)
  expect(magneticNorth([0, 80], Date.UTC(2020, 0, 1))?.declination).toBeCloseTo(-1.28, 2)
  expect(magneticNorth([120, 0], Date.UTC(2025, 0, 1))?.declination).toBeCloseTo(-0.16, 2)
})

test('takes the model of the plan’s time and tells its name and years', () => {
  const campaign = magneticNorth([-73.8, -12.5], Date.UTC(2023, 1, 14))
  expect(campaign?.model).toBe('WMM-2020')
  expect(campaign?.declination).toBeGreaterThan(-6)
  expect(campaign?.declination).toBeLessThan(-2)
  const now = magneticNorth([-73.8, -12.5], Date.UTC(2026, 5, 1))
  expect(now?.model).toBe('WMM-2025')
  expect(now?.validTo).toBeGreaterThan(Date.UTC(2029, 0, 1))
})

test('says nothing of years that no model covers', () => {
  expect(magneticNorth([-73.8, -12.5], Date.UTC(2010, 0, 1))).toBeNull()
  expect(magneticNorth([-73.8, -12.5], Date.UTC(2031, 0, 1))).toBeNull()
})
