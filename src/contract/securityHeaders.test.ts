import { expect, test } from 'vitest'
import { CONTENT_SECURITY_POLICY, PROVER_HEADERS, SECURITY_HEADERS, securityHeadersFor } from './securityHeaders.ts'

test('one script may compile WebAssembly, and nothing else may do more for it', () => {
  expect(CONTENT_SECURITY_POLICY).not.toContain('unsafe')
  const wider = PROVER_HEADERS['content-security-policy']
  expect(wider?.replace(" 'wasm-unsafe-eval'", '')).toBe(CONTENT_SECURITY_POLICY)
  expect({ ...PROVER_HEADERS, 'content-security-policy': CONTENT_SECURITY_POLICY }).toEqual(SECURITY_HEADERS)
})

test.each([
  ['/assets/minizinc-worker-B_x-9.js', true],
  ['/', false],
  ['/index.html', false],
  ['/assets/index-CHu34O0l.js', false],
  ['/assets/minizinc-worker-x.js/../index.html', false],
  ['/assets/minizinc-worker-x.html', false],
  ['/x/assets/minizinc-worker-x.js', false],
])('%s', (pathname, isWider) => {
  expect(securityHeadersFor(pathname)).toBe(isWider ? PROVER_HEADERS : SECURITY_HEADERS)
})
