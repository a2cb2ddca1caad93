// @vitest-environment happy-dom
import { act, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ComboBox } from './ComboBox.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const OPTIONS = [
  { id: 'a', label: 'Inserción' },
  { id: 'b', label: 'Extracción' },
  { id: 'c', label: 'Reconocimiento' },
  { id: 'd', label: 'Reconocimiento especial' },
]

let root: Root
const changes: (string | null)[] = []

function Field() {
  const [value, setValue] = useState<string | null>('a')
  const change = (next: string | null) => {
    changes.push(next)
    setValue(next)
  }
  return <ComboBox label="Tipo" options={OPTIONS} value={value} onChange={change} emptyText="Nada" />
}

beforeEach(() => {
  changes.length = 0
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

function typeAndEnter(text: string) {
  act(() => input().focus())
  act(() => {
    Reflect.set(HTMLInputElement.prototype, 'value', text, input())
    input().dispatchEvent(new Event('input', { bubbles: true }))
  })
  act(() => {
    input().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
  })
}

test('Enter takes the only option that fits what was typed, accents or not', () => {
  typeAndEnter('extracc')
  expect(changes).toEqual(['b'])
  expect(input().value).toBe('Extracción')
})

test('Enter takes the one that is called so, whatever else begins alike', () => {
  typeAndEnter('reconocimiento')
  expect(changes).toEqual(['c'])
})

test('Enter takes none where several fit', () => {
  typeAndEnter('ción')
  expect(changes).toEqual([])
})
