import { GeoRefusal } from './GeoFault.ts'
import type { GeoProperties } from './GeoLayerData.ts'
import { GEO_LIMITS } from './geoLimits.ts'
import { readKmlGeometry } from './kmlGeometry.ts'
import { KmlStyles } from './KmlStyles.ts'
import type { LayerDraft } from './LayerDraft.ts'
import { plainText } from './readProperties.ts'
import { childOf, readXml, textOf, type XmlElement, type XmlListener } from './readXml.ts'

/** Elements that are read as a whole; what stands outside them is only looked at for names of folders. */
const WHOLE = new Set([
  'Placemark',
  'Style',
  'StyleMap',
  'NetworkLink',
  'NetworkLinkControl',
  'GroundOverlay',
  'ScreenOverlay',
  'PhotoOverlay',
  'Tour',
  'Schema',
])

/** Takes in every placemark of a KML document. Nothing that it points at is opened. */
export function readKml(text: string, draft: LayerDraft, onProgress?: (fraction: number) => void): void {
  const reader = new KmlReader(draft)
  readXml(text, reader, onProgress)
  reader.finish()
}

class KmlReader implements XmlListener {
  readonly #draft: LayerDraft
  readonly #styles: KmlStyles
  readonly #open: XmlElement[] = []
  /** The folders one is in, with their names as far as they are known. */
  readonly #folders: { name: string }[] = []
  readonly #outside: string[] = []
  #isRootSeen = false

  constructor(draft: LayerDraft) {
    this.#draft = draft
    this.#styles = new KmlStyles(draft)
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (!this.#isRootSeen) {
      if (name !== 'kml') throw new GeoRefusal('other-xml', { root: name.slice(0, 60) })
      this.#isRootSeen = true
    }
    const parent = this.#open.at(-1)
    if (parent !== undefined || WHOLE.has(name)) {
      const element: XmlElement = { name, attributes, children: [], text: '' }
      parent?.children.push(element)
      this.#open.push(element)
      return
    }
    if (name === 'Folder' || name === 'Document') this.#folders.push({ name: '' })
    this.#outside.push(name)
  }

  text(text: string): void {
    const element = this.#open.at(-1)
    if (element !== undefined) {
      element.text += text
      return
    }
    const folder = this.#folders.at(-1)
    const isName = this.#outside.at(-1) === 'name' && ['Folder', 'Document'].includes(this.#outside.at(-2) ?? '')
    if (isName && folder !== undefined) folder.name += text
  }

  close(): void {
    const element = this.#open.pop()
    if (element !== undefined) {
      if (this.#open.length === 0) this.#take(element)
      return
    }
    const name = this.#outside.pop()
    if (name === 'name' && this.#outside.at(-1) === 'Document' && this.#folders.length === 1) {
      this.#draft.title = plainText(this.#folders[0]?.name ?? '', this.#draft).slice(0, 300) || null
    }
    if (name === 'Folder' || name === 'Document') this.#folders.pop()
  }

  finish(): void {
    this.#styles.resolve()
  }

  #take(element: XmlElement): void {
    switch (element.name) {
      case 'Placemark':
        return this.#placemark(element)
      case 'Style':
      case 'StyleMap':
        return this.#styles.define(element)
      case 'NetworkLink':
      case 'NetworkLinkControl':
        return this.#draft.lose('network-link')
      case 'Tour':
        return this.#draft.lose('tour')
      case 'Schema':
        return
      default:
        this.#draft.lose('overlay-image')
    }
  }

  #placemark(element: XmlElement): void {
    const draft = this.#draft
    const shape = draft.shape()
    for (const child of element.children) readKmlGeometry(child, shape, draft)
    const name = textOf(element, 'name')
    const properties: (readonly [string, string | number])[] = []
    const put = (key: string, value: string | undefined): void => {
      if (value !== undefined && value !== '') properties.push([key, plainText(value, draft)])
    }
    put('name', name)
    put('description', withoutMarkup(textOf(element, 'description') ?? textOf(element, 'Snippet'), draft))
    put('address', textOf(element, 'address'))
    put('folder', this.#folderPath())
    const time = childOf(element, 'TimeSpan') ?? childOf(element, 'TimeStamp')
    put('begin', textOf(time, 'begin') ?? textOf(time, 'when'))
    put('end', textOf(time, 'end'))
    properties.push(...extendedData(element, draft))
    const index = draft.add(shape, {
      name: name === undefined ? null : plainText(name, draft).slice(0, 300),
      properties,
      style: null,
    })
    if (index !== null) this.#styles.apply(index, element)
  }

  #folderPath(): string | undefined {
    const names = this.#folders.slice(1).map((folder) => folder.name.trim())
    const path = names.filter((name) => name !== '').join(' / ')
    return path === '' ? undefined : path
  }
}

function extendedData(placemark: XmlElement, draft: LayerDraft): GeoProperties {
  const data = childOf(placemark, 'ExtendedData')
  const pairs: [string, string][] = []
  const put = (key: string | undefined, value: string | undefined): void => {
    if (key === undefined || value === undefined || value.trim() === '') return
    if (pairs.length < GEO_LIMITS.propertiesPerFeature) pairs.push([key.slice(0, 200), plainText(value, draft)])
    else draft.lose('too-many-properties')
  }
  for (const child of data?.children ?? []) {
    if (child.name === 'Data') put(child.attributes.get('name'), textOf(child, 'value'))
    else if (child.name === 'SchemaData') {
      for (const simple of child.children) put(simple.attributes.get('name'), simple.text)
    }
  }
  return pairs
}

/** Descriptions are pages of HTML as a rule; their words are kept. */
function withoutMarkup(text: string | undefined, draft: LayerDraft): string | undefined {
  if (text === undefined || !text.includes('<')) return text
  const words = text
    .replaceAll(/<(?:br|\/p|\/tr|\/div|\/li)\b[^<>]*>/gi, '\n')
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(/&nbsp;/g, ' ')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim()
  if (words !== text.trim()) draft.lose('markup')
  return words
}
