import { expect, test } from 'vitest'
import { FlushGate } from './FlushGate.ts'

test('waits for the page that was asked', async () => {
  const gate: FlushGate = new FlushGate((flushId) => setTimeout(() => gate.finished(flushId), 5))
  gate.setListening(true)
  expect(await gate.request()).toBe('flushed')
})

test('a page that never answers is waited for a bounded time', async () => {
  const gate = new FlushGate(() => {})
  gate.setListening(true)
  expect(await gate.request(20)).toBe('timed-out')
})

test('nobody is waited for while nobody listens, also when the listener goes meanwhile', async () => {
  const asked: number[] = []
  const gate = new FlushGate((flushId) => asked.push(flushId))
  expect(await gate.request()).toBe('nobody-listens')
  expect(asked).toEqual([])
  gate.setListening(true)
  const request = gate.request()
  gate.setListening(false)
  expect(await request).toBe('nobody-listens')
})

test('a late answer to an earlier question does not count', async () => {
  const asked: number[] = []
  const gate = new FlushGate((flushId) => asked.push(flushId))
  gate.setListening(true)
  await gate.request(5)
  const second = gate.request(40)
  gate.finished(asked[0] ?? 0)
  expect(await second).toBe('timed-out')
})
