import { expect, test } from 'vitest'
import { isAllowedRequest, isEntryPage, isTrustedSender } from './ownAddress.ts'

const entry = 'app://valles/index.html'
const dev = 'http://localhost:5173/'

test('requests stay on the machine', () => {
  const allowed = [
    'app://valles/assets/x.js',
    'blob:app://valles/1',
    'data:image/png;base64,AA',
    'devtools://devtools/x',
  ]
  const refused = [
    'https://example.com/',
    'http://127.0.0.1/',
    'ws://localhost:5173/',
    'file:///etc/passwd',
    'app://other/x',
    'app://valles.example.com/',
    'ftp://x/',
    '',
  ]
  expect(allowed.filter((address) => !isAllowedRequest(address, entry))).toEqual([])
  expect(refused.filter((address) => isAllowedRequest(address, entry))).toEqual([])
})

test('while developing, only the development server is reached', () => {
  const answers = [`${dev}app/main.tsx`, 'ws://localhost:5173/', 'http://localhost:5174/', 'ws://example.com/', entry]
  expect(answers.map((address) => isAllowedRequest(address, dev))).toEqual([true, true, false, false, false])
})

test('only the page itself may be navigated to', () => {
  const answers = [`${entry}#map`, `${entry}?x`, 'app://valles/assets/x.js', 'https://valles/index.html', 'about:blank']
  expect(answers.map((address) => isEntryPage(address, entry))).toEqual([true, true, false, false, false])
})

test('a message counts only from the main frame of our window at our origin', () => {
  const window = { webContentsId: 7 }
  const frame = { url: entry, isMain: true }
  expect(isTrustedSender({ webContentsId: 7, frame }, window, entry)).toBe(true)
  const strangers = [
    { webContentsId: 8, frame },
    { webContentsId: 7, frame: null },
    { webContentsId: 7, frame: { ...frame, isMain: false } },
    { webContentsId: 7, frame: { ...frame, url: 'https://example.com/index.html' } },
    { webContentsId: 7, frame: { ...frame, url: 'app://other/index.html' } },
    { webContentsId: 7, frame: { ...frame, url: 'about:blank' } },
  ]
  expect(strangers.filter((sender) => isTrustedSender(sender, window, entry))).toEqual([])
  expect(isTrustedSender({ webContentsId: 7, frame }, null, entry)).toBe(false)
})
