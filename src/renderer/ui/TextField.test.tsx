// @vitest-environment happy-dom
import { act, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { TextField } from './TextField.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root
const commits: string[] = []

function Field() {
  const [value, setValue] = useState('old')
  const commit = (next: string) => {
    commits.push(next)
    setValue(next)
  }
  return <TextField label="Task" value={value} onCommit={commit} />
}

beforeEach(() => {
  commits.length = 0
  const host = document.createElement('div')
  document.body.replaceChildren(host)
  root = createRoot(host)
  act(() => root.render(<Field />))
})

afterEach(() => act(() => root.unmount()))

function input(): HTMLInputElement {
  const found = document.querySelector('input')
  if (found === null) throw new Error('no input')
  return found
}

function type(text: string) {
  act(() => {
    // React overrides the setter of the element, so the text is put in by that of its class.
    Reflect.set(HTMLInputElement.prototype, 'value', text, input())
    input().dispatchEvent(new Event('input', { bubbles: true }))
  })
}

function press(key: string, held: KeyboardEventInit = {}) {
  act(() => void input().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...held })))
}

function leave() {
  act(() => void input().dispatchEvent(new FocusEvent('focusout', { bubbles: true })))
}

test('a text is handed over once, on Enter, and not again on leaving', () => {
  type('n')
  type('new')
  expect(commits).toEqual([])
  press('Enter')
  leave()
  expect(commits).toEqual(['new'])
  expect(input().value).toBe('new')
})

test('leaving hands it over too, but not when nothing differs', () => {
  type('new')
  type('old')
  leave()
  expect(commits).toEqual([])
})

test('Escape takes back what was typed', () => {
  type('new')
  press('Escape')
  expect(input().value).toBe('old')
  expect(commits).toEqual([])
})

test('shortcuts go on to the program; the Escape that takes back does not', () => {
  const heard: string[] = []
  const listen = (event: KeyboardEvent) => heard.push(event.key)
  document.addEventListener('keydown', listen)
  type('new')
  press('z', { ctrlKey: true })
  press('Escape')
  press('Escape')
  document.removeEventListener('keydown', listen)
  expect(heard).toEqual(['z', 'Escape'])
})

test('the label names the input', () => {
  expect(document.querySelector(`label[for="${input().id}"]`)?.textContent).toBe('Task')
})
