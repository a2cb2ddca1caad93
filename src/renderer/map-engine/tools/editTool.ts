import Collection from 'ol/Collection.js'
import { altKeyOnly, always, click, never } from 'ol/events/condition.js'
import Feature from 'ol/Feature.js'
import LineString from 'ol/geom/LineString.js'
import MultiPoint from 'ol/geom/MultiPoint.js'
import Point from 'ol/geom/Point.js'
import Polygon from 'ol/geom/Polygon.js'
import Modify from 'ol/interaction/Modify.js'
import VectorLayer from 'ol/layer/Vector.js'
import VectorSource from 'ol/source/Vector.js'
import RegularShape from 'ol/style/RegularShape.js'
import Fill from 'ol/style/Fill.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import type MapBrowserEvent from 'ol/MapBrowserEvent.js'
import type { Position } from '../../../domain/records/common.ts'
import type { MapTool } from '../MapAdapter.ts'
import type { MapInks } from '../MapInks.ts'
import { HandleDrag } from './HandleDrag.ts'
import { Snapping } from './Snapping.ts'
import { lineStyles, vertexStyle } from './ToolLayer.ts'
import type { RunningTool, ToolGround } from './toolFor.ts'
import { ToolKeys } from './ToolKeys.ts'
import { isNear, toPosition, toXY, type XY, xyOf } from './xy.ts'

type Edit = Extract<MapTool, { type: 'edit' }>
type Shape = Point | LineString | Polygon

const ON_TOP = 100
/** Pixels. */
const REACH = 10
/** Pixels from the upper right corner of the whole to the handle that moves it. */
const HANDLE_AWAY = 18

/** Moves vertices, makes and removes them, and moves the whole by its handle. One release is one change. */
export function editTool(tool: Edit, { map, scene, inks }: ToolGround): RunningTool {
  let geometry = shapeOf(tool.shape, tool.points.map(toXY))
  const feature = new Feature<Shape>(geometry)
  const handle = new Feature(new Point([0, 0]))
  const source = new VectorSource({ features: [feature, ...(tool.shape === 'point' ? [] : [handle])] })
  const layer = new VectorLayer({ source, zIndex: ON_TOP, updateWhileAnimating: true })
  feature.setStyle(() => [...lineStyles(inks()), verticesOf(geometry, inks())])
  handle.setStyle(() => handleStyle(inks()))
  map.addLayer(layer)

  let modify = modifying()
  map.addInteraction(modify)
  const snap = (): Snapping | null => (tool.snap ? new Snapping(map, scene, tool.record) : null)
  let snapping = snap()
  let isOver = false
  /** What the points were before the drag that is under way. */
  let before: readonly Position[] | null = null

  function modifying(): Modify {
    const made = new Modify({
      features: new Collection([feature]),
      pixelTolerance: REACH,
      insertVertexCondition: tool.canInsert ? always : never,
      deleteCondition: (event) => tool.canInsert && altKeyOnly(event) && click(event),
      style: () => vertexStyle(inks()),
    })
    made.on('modifystart', begin)
    made.on('modifyend', release)
    return made
  }

  const points = (): readonly Position[] => pointsOf(geometry).map(toPosition)
  function begin(): void {
    before ??= points()
  }
  function release(): void {
    const was = before
    before = null
    placeHandle()
    const now = points()
    if (was === null || !isSame(was, now)) tool.onChange(now)
  }
  const sketch = (): void => {
    if (before !== null) tool.onSketch(points())
  }
  geometry.on('change', sketch)

  let grip: XY = [0, 0]
  function placeHandle(): void {
    const [, , east = 0, north = 0] = geometry.getExtent()
    const away = HANDLE_AWAY * (map.getView().getResolution() ?? 1)
    grip = [east + away, north + away]
    handle.setGeometry(new Point([...grip]))
  }
  const drag = new HandleDrag({
    at: () => grip,
    begin,
    move: (east, north) => {
      geometry.translate(east, north)
      grip = [grip[0] + east, grip[1] + north]
      handle.setGeometry(new Point([...grip]))
    },
    end: release,
  })
  if (tool.shape !== 'point') map.addInteraction(drag)
  const onZoom = (): void => {
    if (before === null) placeHandle()
  }
  map.getView().on('change:resolution', onZoom)
  placeHandle()

  /** Lets go of what is being dragged and puts it back. */
  function undoDrag(): void {
    const was = before
    if (was === null) return
    before = null
    map.removeInteraction(modify)
    drag.letGo()
    geometry = shapeOf(tool.shape, was.map(toXY))
    geometry.on('change', sketch)
    feature.setGeometry(geometry)
    placeHandle()
    modify = modifying()
    map.addInteraction(modify)
    // It has to hear of events before the one that edits.
    snapping?.end()
    snapping = snap()
    tool.onSketch(was)
  }
  let pointer: XY = [0, 0]
  const onMove = (event: MapBrowserEvent): void => {
    pointer = xyOf(event.coordinate)
  }
  map.on('pointermove', onMove)
  const keys = new ToolKeys(map, {
    Escape: () => (before === null ? cancel() : undoDrag()),
    Enter: () => cancel(),
    Delete: () => {
      const vertex = tool.canInsert
        ? vertexAt(geometry, pointer, REACH * (map.getView().getResolution() ?? 1))
        : undefined
      if (vertex !== undefined) modify.removePoint([...vertex])
    },
  })

  function cancel(): void {
    if (isOver) return
    isOver = true
    map.un('pointermove', onMove)
    keys.end()
    snapping?.end()
    map.removeInteraction(modify)
    map.removeInteraction(drag)
    map.getView().un('change:resolution', onZoom)
    map.removeLayer(layer)
    layer.dispose()
    tool.onCancel()
  }
  return { end: cancel }
}

function shapeOf(shape: Edit['shape'], points: readonly XY[]): Shape {
  const path = points.map((point) => [...point])
  if (shape === 'point') return new Point(path[0] ?? [0, 0])
  return shape === 'line' ? new LineString(path) : new Polygon([[...path, ...path.slice(0, 1)]])
}

/** Without the point that closes a ring. */
function pointsOf(geometry: Shape): readonly XY[] {
  if (geometry instanceof Point) return [xyOf(geometry.getCoordinates())]
  if (geometry instanceof LineString) return geometry.getCoordinates().map(xyOf)
  return (geometry.getCoordinates()[0] ?? []).slice(0, -1).map(xyOf)
}

const vertexAt = (geometry: Shape, at: XY, reach: number): XY | undefined =>
  pointsOf(geometry).find((point) => isNear(point, at, reach))

const isSame = (a: readonly Position[], b: readonly Position[]): boolean =>
  a.length === b.length && a.every((position, i) => position[0] === b[i]?.[0] && position[1] === b[i]?.[1])

function verticesOf(geometry: Shape, inks: MapInks): Style {
  const style = vertexStyle(inks)
  style.setGeometry(new MultiPoint(pointsOf(geometry).map((point) => [...point])))
  return style
}

/** A cross of four arms. */
function handleStyle(inks: MapInks): Style[] {
  return [
    new Style({
      image: new RegularShape({
        points: 4,
        radius: 11,
        angle: Math.PI / 4,
        fill: new Fill({ color: inks.of('--map-halo') }),
        stroke: new Stroke({ color: inks.of('--accent'), width: 2 }),
      }),
    }),
    new Style({
      image: new RegularShape({
        points: 4,
        radius: 6,
        radius2: 0,
        stroke: new Stroke({ color: inks.of('--accent'), width: 2 }),
      }),
    }),
  ]
}
