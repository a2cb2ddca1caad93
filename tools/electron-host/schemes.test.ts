import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { policyToLoopback, toCustom, toLoopback, type Schemes } from './schemes.ts'

const schemes: Schemes = new Map([['app', { standard: true, secure: true }]])
const host = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}(\.[a-z0-9]{1,5})?$/)
const rest = fc.webPath().map((path) => (path.startsWith('/') ? path : `/${path}`))

describe('addresses', () => {
  test('an address of a custom scheme comes back as it was', () => {
    fc.assert(
      fc.property(host, rest, fc.webQueryParameters(), fc.webFragments(), (name, path, query, fragment) => {
        const url = `app://${name}${path}?${query}#${fragment}`
        const loopback = toLoopback(schemes, url)
        expect(new URL(loopback).hostname).toBe(`${name}.app.localhost`)
        expect(toCustom(schemes, loopback)).toBe(url)
      }),
    )
  })

  test('other addresses are left alone both ways', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        expect(toLoopback(schemes, url)).toBe(url)
        expect(toCustom(schemes, url)).toBe(url)
      }),
    )
  })

  test.each([
    ['app://valles', 'http://valles.app.localhost/'],
    ['app://valles?q=1', 'http://valles.app.localhost/?q=1'],
    ['APP://valles/x', 'http://valles.app.localhost/x'],
    ['other://valles/x', 'other://valles/x'],
    ['about:blank', 'about:blank'],
  ])('%s is served as %s', (url, expected) => expect(toLoopback(schemes, url)).toBe(expected))

  test.each([
    ['http://valles.app.localhost:80/x', 'app://valles/x'],
    ['http://valles.app.localhost:81/x', 'http://valles.app.localhost:81/x'],
    ['http://valles.other.localhost/x', 'http://valles.other.localhost/x'],
    ['http://valles.app.localhost.example.org/x', 'http://valles.app.localhost.example.org/x'],
    ['https://valles.app.localhost/x', 'https://valles.app.localhost/x'],
  ])('%s is read as %s', (url, expected) => expect(toCustom(schemes, url)).toBe(expected))
})

test.each([
  ["default-src 'self'; img-src 'self' data: blob:", "default-src 'self'; img-src 'self' data: blob:"],
  ['default-src app:; img-src app: data:', 'default-src http://*.app.localhost; img-src http://*.app.localhost data:'],
  ['connect-src app://valles', 'connect-src http://valles.app.localhost'],
])('policy %s becomes %s', (policy, expected) => expect(policyToLoopback(schemes, policy)).toBe(expected))
