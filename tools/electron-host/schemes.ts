// Chromium lets nobody but Electron serve a scheme of its own. The stand-in serves `app://host/x` as
// `http://host.app.localhost/x`, also a secure context with an origin that lasts, and translates at every border.
export type Privileges = Readonly<
  Partial<Record<'standard' | 'secure' | 'supportFetchAPI' | 'stream' | 'codeCache', boolean>>
>
export type Schemes = ReadonlyMap<string, Privileges>

/** `app://host/x` -> `http://host.app.localhost/x`; any other address stays as it is. */
export const toLoopback = (schemes: Schemes, url: string): string => {
  const [, scheme = '', host = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(url) ?? []
  if (!schemes.has(scheme.toLowerCase())) return url
  return `http://${host}.${scheme.toLowerCase()}.localhost${rest.startsWith('/') ? '' : '/'}${rest}`
}

/** The way back. */
export const toCustom = (schemes: Schemes, url: string): string => {
  const [, host = '', scheme = '', rest = ''] =
    /^http:\/\/([^/?#]+)\.([a-z][a-z0-9+-]*)\.localhost(?::80)?(\/.*)?$/is.exec(url) ?? []
  return schemes.has(scheme.toLowerCase()) ? `${scheme.toLowerCase()}://${host}${rest}` : url
}

/** A content security policy with its sources of custom schemes, as `app:` or `app://host`, translated. */
export const policyToLoopback = (schemes: Schemes, policy: string): string =>
  policy
    .replace(/[a-z][a-z0-9+-]*:\/\/[\w.-]+/gi, (source) => toLoopback(schemes, source).replace(/\/$/, ''))
    .replace(/(^|[\s;])([a-z][a-z0-9+-]*):(?=[\s;]|$)/gi, (source, before: string, scheme: string) =>
      schemes.has(scheme.toLowerCase()) ? `${before}http://*.${scheme.toLowerCase()}.localhost` : source,
    )
