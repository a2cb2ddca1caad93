import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeWindow, SMALLEST_WINDOW } from './placeWindow.ts'

const laptop = { x: 0, y: 0, width: 1536, height: 824 }
const projector = { x: 1536, y: -200, width: 1920, height: 1080 }

test('first start: a usual size, never larger than the display, placed by the system', () => {
  expect(placeWindow(null, [projector])).toEqual({ width: 1440, height: 900 })
  expect(placeWindow(null, [laptop])).toEqual({ width: 1440, height: 824 })
  expect(placeWindow(null, [])).toEqual({ width: 1440, height: 900 })
})

test('a window opens where it was left, also on the second display', () => {
  const bounds = { x: 1700, y: -100, width: 1200, height: 800 }
  expect(placeWindow(bounds, [laptop, projector])).toEqual(bounds)
})

test('when that display is gone, the window comes back with its size', () => {
  const bounds = { x: 1700, y: -100, width: 1200, height: 800 }
  expect(placeWindow(bounds, [laptop])).toEqual({ width: 1200, height: 800 })
})

test('a title bar above the display or a sliver at its edge is out of reach', () => {
  expect(placeWindow({ x: 100, y: -300, width: 1200, height: 800 }, [laptop])).not.toHaveProperty('x')
  expect(placeWindow({ x: 1500, y: 100, width: 1200, height: 800 }, [laptop])).not.toHaveProperty('x')
})

test('always: no smaller than the smallest window where there is room, never larger than a display', () => {
  const pixel = fc.integer({ min: -5000, max: 5000 })
  fc.assert(
    fc.property(fc.record({ x: pixel, y: pixel, width: pixel, height: pixel }), (bounds) => {
      const placed = placeWindow(bounds, [laptop, projector])
      expect(placed.width).toBeGreaterThanOrEqual(SMALLEST_WINDOW.width)
      expect(placed.height).toBeGreaterThanOrEqual(SMALLEST_WINDOW.height)
      expect(placed.width).toBeLessThanOrEqual(projector.width)
      expect(placed.height).toBeLessThanOrEqual(projector.height)
    }),
  )
})
