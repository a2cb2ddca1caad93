import { expect, test } from 'vitest'
import type { FromMultipointWorker, MultipointDrawing, MultipointRequest, ToMultipointWorker } from './Multipoint.ts'
import { MultipointRenderer } from './MultipointRenderer.ts'

const request = (name: string, metresPerPixel = 100): MultipointRequest => ({
  symbol: '10032500001403000000',
  points: [
    [-74, -12],
    [-73, -12],
  ],
  metresPerPixel,
  name,
  second: '',
  begins: '',
  ends: '',
  widths: [],
})

const drawingOf = ({ name }: MultipointRequest): MultipointDrawing => ({
  lines: [],
  areas: [],
  labels: [{ text: name, at: [-74, -12], angle: 0, align: 'center' }],
})

/** A worker whose answers the test gives out. */
function testWorker() {
  const sent: ToMultipointWorker[] = []
  let isOpen = 0
  let hear: (answer: FromMultipointWorker) => void = () => undefined
  let breakDown: () => void = () => undefined
  const renderer = new MultipointRenderer(() => {
    isOpen += 1
    return {
      post: (message) => sent.push(message),
      onAnswer: (listener) => (hear = listener),
      onBroken: (listener) => (breakDown = listener),
    }
  })
  return {
    renderer,
    sent,
    opened: () => isOpen,
    answer: (message: ToMultipointWorker | undefined) =>
      message && hear({ batch: message.batch, drawings: message.requests.map(drawingOf) }),
    breakDown: () => breakDown(),
  }
}

test('asks once for what is equal, and not again for what is known', async () => {
  const worker = testWorker()
  const first = worker.renderer.draw([request('A'), request('B'), request('A')])
  expect(worker.sent.map((m) => m.requests.map((r) => r.name))).toEqual([['A', 'B']])
  worker.answer(worker.sent[0])
  expect((await first).map((d) => d?.labels[0]?.text)).toEqual(['A', 'B', 'A'])
  expect((await worker.renderer.draw([request('B')]))[0]?.labels[0]?.text).toBe('B')
  expect(worker.sent).toHaveLength(1)
  expect(worker.renderer.known(request('A'))).toEqual(drawingOf(request('A')))
  expect(worker.renderer.known(request('A', 200))).toBeUndefined()
})

test('sends a screenful in parts, whose answers may come in any order', async () => {
  const worker = testWorker()
  const drawn = worker.renderer.draw(Array.from({ length: 250 }, (_, i) => request(`M${i}`)))
  expect(worker.sent.map((m) => m.requests.length)).toEqual([100, 100, 50])
  for (const message of worker.sent.toReversed()) worker.answer(message)
  expect((await drawn).map((d) => d?.labels[0]?.text)).toEqual(Array.from({ length: 250 }, (_, i) => `M${i}`))
  expect(worker.opened()).toBe(1)
})

test('a worker that breaks leaves nothing waiting, and the next request starts another', async () => {
  const worker = testWorker()
  const lost = worker.renderer.draw([request('A')])
  worker.breakDown()
  expect(await lost).toEqual([null])
  expect(worker.renderer.known(request('A'))).toBeUndefined()
  const again = worker.renderer.draw([request('A')])
  worker.answer(worker.sent[1])
  expect((await again)[0]?.labels[0]?.text).toBe('A')
  expect(worker.opened()).toBe(2)
})

test('forgets what was not asked for longest', async () => {
  const worker = testWorker()
  const draw = async (names: readonly string[]): Promise<void> => {
    const before = worker.sent.length
    const drawn = worker.renderer.draw(names.map((name) => request(name)))
    for (const message of worker.sent.slice(before)) worker.answer(message)
    await drawn
  }
  await draw(Array.from({ length: 4000 }, (_, i) => `M${i}`))
  await draw(['M0'])
  await draw(['another'])
  expect(worker.renderer.known(request('M0'))).toBeDefined()
  expect(worker.renderer.known(request('M1'))).toBeUndefined()
})

test('warms up one worker, which then draws', async () => {
  const worker = testWorker()
  worker.renderer.warm()
  worker.renderer.warm()
  const drawn = worker.renderer.draw([request('A')])
  worker.answer(worker.sent[0])
  expect(await drawn).toHaveLength(1)
  expect(worker.opened()).toBe(1)
})
