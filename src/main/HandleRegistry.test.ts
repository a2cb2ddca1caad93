import { expect, test } from 'vitest'
import { fileTokenFrom } from '../contract/FileToken.ts'
import { HandleRegistry } from './HandleRegistry.ts'

test('a token leads to its path, tells nothing of it, and is the same for the same path', () => {
  const handles = new HandleRegistry()
  const token = handles.issue('/home/ana/plan.valles')
  expect(token).toMatch(/^[0-9a-f]{32}$/)
  expect(handles.pathOf(token)).toBe('/home/ana/plan.valles')
  expect(handles.issue('/home/ana/plan.valles')).toBe(token)
  expect(handles.issue('/home/ana/other.valles')).not.toBe(token)
})

test('a token that was never issued, or by another registry, leads nowhere', () => {
  const handles = new HandleRegistry()
  expect(handles.pathOf(fileTokenFrom(new Uint8Array(16)))).toBeNull()
  expect(handles.pathOf(new HandleRegistry().issue('/x'))).toBeNull()
})

test('when full, the token unused for longest is forgotten', () => {
  const handles = new HandleRegistry(2)
  const first = handles.issue('/1')
  const second = handles.issue('/2')
  handles.pathOf(first)
  const third = handles.issue('/3')
  expect([first, second, third].map((token) => handles.pathOf(token))).toEqual(['/1', null, '/3'])
  expect(handles.issue('/2')).not.toBe(second)
})
