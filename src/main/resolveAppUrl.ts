import path from 'node:path'
import { APP_HOST, APP_SCHEME } from '../contract/appOrigin.ts'

export type ResolvedAppUrl = { kind: 'file'; path: string } | { kind: 'refused'; status: 400 | 403 | 404 }

/** The file that an `app://valles/…` address names inside `root`, or why it names none. Looks at no disk. */
export function resolveAppUrl(address: string, root: string): ResolvedAppUrl {
  const url = URL.parse(address)
  if (url === null || url.protocol !== `${APP_SCHEME}:` || url.host !== APP_HOST)
    return { kind: 'refused', status: 404 }
  let pathname: string
  try {
    pathname = decodeURIComponent(url.pathname)
  } catch {
    return { kind: 'refused', status: 400 }
  }
  // A backslash separates folders on Windows, a zero byte ends a name early.
  if (pathname.includes('\\') || pathname.includes('\0')) return { kind: 'refused', status: 400 }
  const file = path.join(root, pathname === '/' ? 'index.html' : pathname)
  const inside = path.relative(root, file)
  if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside)) return { kind: 'refused', status: 403 }
  return { kind: 'file', path: file }
}
