const policyOf = (scripts: string): string =>
  [
    "default-src 'self'",
    `script-src ${scripts}`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** One policy for the desktop edition (`app://`), the web edition's server and the tests. */
export const CONTENT_SECURITY_POLICY = policyOf("'self'")

/** What every answer carries, whichever edition serves it. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
}

/** Of the one script that may compile WebAssembly: a worker stands under the policy that its own script came with. */
export const PROVER_HEADERS: Readonly<Record<string, string>> = {
  ...SECURITY_HEADERS,
  'content-security-policy': policyOf("'self' 'wasm-unsafe-eval'"),
}

/** MiniZinc's worker as it is built, below the root of what is served. */
export const PROVER_SCRIPT = /^\/assets\/minizinc-worker-[\w-]+\.js$/

/** What the answer for a path, with its leading slash, carries. */
export const securityHeadersFor = (pathname: string): Readonly<Record<string, string>> =>
  PROVER_SCRIPT.test(pathname) ? PROVER_HEADERS : SECURITY_HEADERS
