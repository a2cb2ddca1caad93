import type { LayerDraft, ShapeDraft } from './LayerDraft.ts'
import { childOf, textOf, type XmlElement } from './readXml.ts'

/** Takes one geometry of a placemark into its shape; elements that are none are passed over. */
export function readKmlGeometry(element: XmlElement, shape: ShapeDraft, draft: LayerDraft): void {
  switch (element.name) {
    case 'Point':
      return shape.point(tuples(textOf(element, 'coordinates'))[0])
    case 'LineString':
    case 'LinearRing':
      return shape.line(tuples(textOf(element, 'coordinates')))
    case 'Polygon':
      return shape.area(rings(element))
    case 'MultiGeometry':
    case 'MultiTrack':
      for (const child of element.children) readKmlGeometry(child, shape, draft)
      return
    case 'Track':
      return readTrack(element, shape, draft)
    case 'Model': {
      const at = childOf(element, 'Location')
      draft.lose('model')
      return shape.point([Number(textOf(at, 'longitude')), Number(textOf(at, 'latitude'))])
    }
    default:
  }
}

function rings(polygon: XmlElement): number[][][] {
  const read = (boundary: XmlElement): number[][] => tuples(textOf(childOf(boundary, 'LinearRing'), 'coordinates'))
  const outer = childOf(polygon, 'outerBoundaryIs')
  const inner = polygon.children.filter((child) => child.name === 'innerBoundaryIs')
  return outer === undefined ? [] : [read(outer), ...inner.map(read)]
}

/** `lon,lat[,alt]` by white space; what is no number stays NaN and is judged with the shape. */
function tuples(text: string | undefined): number[][] {
  if (text === undefined) return []
  return text
    .replaceAll(/\s*,\s*/g, ',')
    .split(/\s+/)
    .filter((tuple) => tuple !== '')
    .map((tuple) => tuple.split(',').map(number))
}

const number = (text: string): number => (text === '' ? Number.NaN : Number(text))

function readTrack(track: XmlElement, shape: ShapeDraft, draft: LayerDraft): void {
  const path: number[][] = []
  let times = 0
  for (const child of track.children) {
    if (child.name === 'coord') path.push(child.text.trim().split(/\s+/).map(number))
    else if (child.name === 'when') times++
  }
  draft.lose('track-times', times > 0 ? 1 : 0)
  if (path.length === 1) shape.point(path[0])
  else if (path.length > 1) shape.line(path)
}
