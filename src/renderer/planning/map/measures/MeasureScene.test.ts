import { expect, test } from 'vitest'
import type { MultipointDrawing, MultipointRequest } from '../../../map-engine/multipoint/Multipoint.ts'
import { type MeasuresLook, MeasureScene } from './MeasureScene.ts'
import { textsIn } from '../../../texts/TextContext.tsx'
import { testOverlay } from './overlay.testing.ts'

const drawn: MultipointDrawing = {
  lines: [],
  areas: [
    {
      rings: [
        [
          [-74, -12],
          [-73, -12],
          [-73, -11],
        ],
      ],
      isHatched: false,
    },
  ],
  labels: [],
}

function testScene() {
  const known = new Map<string, MultipointDrawing>()
  const key = ({ name, metresPerPixel }: MultipointRequest): string => `${name} ${metresPerPixel}`
  const scene = new MeasureScene({ known: (request) => known.get(key(request)) })
  const answer = (requests: readonly MultipointRequest[]): void => {
    for (const request of requests) known.set(key(request), { ...drawn })
  }
  return { scene, answer }
}

const base: MeasuresLook = {
  overlays: [testOverlay('a', { name: 'A' }), testOverlay('b', { name: 'B' })],
  metresPerPixel: 128,
  words: { writeTime: String, t: textsIn('es').t },
  titleOf: (overlay) => overlay.name,
  lookOf: () => 'normal',
}

test('shows plain lines first, then what was drawn, and says what is missing', () => {
  const { scene, answer } = testScene()
  const first = scene.look(base)
  expect(first.items.map((item) => item.kind)).toEqual(['line', 'line'])
  expect(first.missing.map((request) => request.name)).toEqual(['A', 'B'])
  answer(first.missing)
  const second = scene.look(base)
  expect(second.items.map((item) => item.kind)).toEqual(['area', 'area'])
  expect(second.missing).toEqual([])
  expect(scene.look(base).items).toBe(second.items)
})

test('keeps the items of what looks the same', () => {
  const { scene, answer } = testScene()
  answer(scene.look(base).missing)
  const before = scene.look(base).items
  const after = scene.look({ ...base, lookOf: ({ name }) => (name === 'A' ? 'selected' : 'normal') }).items
  expect(after[1]).toBe(before[1])
  expect(after[0]).not.toBe(before[0])
  const hidden = scene.look({ ...base, lookOf: ({ name }) => (name === 'A' ? null : 'normal') }).items
  expect(hidden).toEqual([before[1]])
})

test('at another scale a measure keeps the drawing of the one before until the new one is there', () => {
  const { scene, answer } = testScene()
  answer(scene.look(base).missing)
  const before = scene.look(base).items
  const nearer = scene.look({ ...base, metresPerPixel: 64 })
  expect(nearer.items).toBe(before)
  expect(nearer.missing.map((request) => request.metresPerPixel)).toEqual([64, 64])
  answer(nearer.missing)
  expect(scene.look({ ...base, metresPerPixel: 64 }).items).not.toBe(before)
})
