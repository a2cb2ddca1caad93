import { GeoRefusal } from './GeoFault.ts'
import { GEO_LIMITS } from './geoLimits.ts'

/** Hears a document in order. Names come without their prefix. */
export interface XmlListener {
  open(name: string, attributes: ReadonlyMap<string, string>): void
  text(text: string): void
  close(name: string): void
}

const ATTRIBUTE = /\s+([^\s=<>/"']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y
const NAME = /[^\s/>]+/y
const TAG_END = /\s*(\/?)>/y

/**
 * Reads XML as data formats use it. There is no DOM in a worker, and none is wanted: document types are refused, so no
 * entity is ever declared, expanded or fetched. Entities beyond XML's own five stay as they are written.
 */
export function readXml(text: string, listener: XmlListener, onProgress: (fraction: number) => void = () => {}): void {
  const open: string[] = []
  let at = 0
  let tags = 0
  for (;;) {
    const start = text.indexOf('<', at)
    const until = start < 0 ? text.length : start
    if (until > at && open.length > 0) listener.text(withEntities(text.slice(at, until)))
    else if (until > at && text.slice(at, until).trim() !== '') throw broken(text, at)
    if (start < 0) break
    if (++tags % 20_000 === 0) onProgress(start / text.length)
    at = start
    if (text.startsWith('<!--', start)) at = after(text, '-->', start)
    else if (text.startsWith('<![CDATA[', start)) {
      const end = after(text, ']]>', start)
      listener.text(text.slice(start + 9, end - 3))
      at = end
    } else if (text.startsWith('<?', start)) at = after(text, '?>', start)
    else if (text.startsWith('<!', start)) throw new GeoRefusal('doctype')
    else if (text.startsWith('</', start)) {
      const end = after(text, '>', start)
      const name = localName(text.slice(start + 2, end - 1).trim())
      if (open.pop() !== name) throw broken(text, start)
      listener.close(name)
      at = end
    } else at = readTag(text, start, open, listener)
  }
  if (open.length > 0) throw new GeoRefusal('truncated')
}

function readTag(text: string, start: number, open: string[], listener: XmlListener): number {
  NAME.lastIndex = start + 1
  const name = localName(NAME.exec(text)?.[0] ?? '')
  if (name === '') throw broken(text, start)
  const attributes = new Map<string, string>()
  let at = NAME.lastIndex
  for (;;) {
    ATTRIBUTE.lastIndex = at
    const found = ATTRIBUTE.exec(text)
    if (found === null) break
    attributes.set(localName(found[1] ?? ''), withEntities(found[2] ?? found[3] ?? ''))
    at = ATTRIBUTE.lastIndex
  }
  TAG_END.lastIndex = at
  const end = TAG_END.exec(text)
  if (end === null) throw text.indexOf('>', at) < 0 ? new GeoRefusal('truncated') : broken(text, start)
  listener.open(name, attributes)
  if (end[1] === '/') listener.close(name)
  else {
    open.push(name)
    if (open.length > GEO_LIMITS.nesting) throw new GeoRefusal('too-deep', { limit: GEO_LIMITS.nesting })
  }
  return TAG_END.lastIndex
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  if (found < 0) throw new GeoRefusal('truncated')
  return found + mark.length
}

function broken(text: string, at: number): GeoRefusal {
  let line = 1
  for (let i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) line++
  return new GeoRefusal('broken-xml', { line })
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function withEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-z]{2,4});/g, (written, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? written
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : written
  })
}

/** One element with all that it holds. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: XmlElement[]
  text: string
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

/** Text of a child, trimmed; undefined where there is none or it is empty. */
export function textOf(element: XmlElement | undefined, name: string): string | undefined {
  const text = childOf(element, name)?.text.trim()
  return text === '' ? undefined : text
}
