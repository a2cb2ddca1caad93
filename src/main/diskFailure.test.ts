import { expect, test } from 'vitest'
import { replyToDiskFailure } from './diskFailure.ts'

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: it failed, open '/home/ana/plan.valles'`), { code, syscall: 'open' })
}

test('system errors become codes the interface can explain', () => {
  const codes = { ENOSPC: 'disk-full', EACCES: 'no-permission', EROFS: 'no-permission', EIO: 'disk-failed' }
  for (const [systemCode, code] of Object.entries(codes)) {
    const reply = replyToDiskFailure(systemError(systemCode))
    expect(reply).toEqual({ ok: false, error: { code, message: `${systemCode} in open` } })
  }
})

test('a bug is no disk failure', () => {
  expect(() => replyToDiskFailure(new TypeError('x is undefined'))).toThrow('x is undefined')
})
