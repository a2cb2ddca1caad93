import type MapBrowserEvent from 'ol/MapBrowserEvent.js'
import type { MapTool } from '../MapAdapter.ts'
import { ArrowCursor } from './ArrowCursor.ts'
import { PointChain, type ChainStep } from './PointChain.ts'
import { Snapping } from './Snapping.ts'
import { ToolLayer } from './ToolLayer.ts'
import type { RunningTool, ToolGround } from './toolFor.ts'
import { ToolKeys } from './ToolKeys.ts'
import { toPosition, toXY, type XY, xyOf } from './xy.ts'

type Draw = Extract<MapTool, { type: 'draw' }>

/** Sets points by clicks, or by a crosshair that the arrow keys move. Nothing of it is in the plan before `onDone`. */
export function drawTool(tool: Draw, { map, scene, inks }: ToolGround): RunningTool {
  const chain = new PointChain(tool)
  const layer = new ToolLayer(map, inks)
  const snapping = tool.snap ? new Snapping(map, scene, null) : null
  const cursor = new ArrowCursor(map)
  let at: XY | null = null
  let isOver = false

  const sketch = (): void => {
    const path = at === null ? chain.points : [...chain.points, at]
    const [first] = path
    const isRing = tool.shape === 'area' && path.length > 2 && first !== undefined
    layer.show(isRing ? [...path, first] : path, chain.points)
    layer.showCursor(cursor.at)
    tool.onSketch(chain.points.map(toPosition), at === null ? null : toPosition(at))
  }
  const finish = (): void => {
    if (isOver || !chain.canFinish) return
    const points = chain.points.map(toPosition)
    end()
    tool.onDone(points)
  }
  const took = (step: ChainStep): void => {
    if (step === 'done') finish()
    else sketch()
  }
  const back = (): void => {
    chain.back()
    sketch()
  }
  const snapped = (point: readonly number[]): XY => {
    const xy = xyOf(point)
    return snapping?.near(xy) ?? xy
  }
  const pixelSize = (): number => map.getView().getResolution() ?? 1

  const onMove = (event: MapBrowserEvent): void => {
    if (event.dragging) return
    cursor.hide()
    at = snapped(event.coordinate)
    sketch()
  }
  const onClick = (event: MapBrowserEvent): void => {
    at = snapped(event.coordinate)
    took(chain.press(at, pixelSize()))
  }
  const keys = new ToolKeys(map, {
    Escape: () => cancel(),
    Enter: () => {
      if (cursor.at === null) finish()
      // Twice at the same spot ends, as a double click does.
      else took(chain.press(snapped(cursor.at), pixelSize()))
    },
    Backspace: back,
    arrow: (right, down) => {
      at = cursor.move(right, down)
      sketch()
    },
  })
  map.on('pointermove', onMove)
  map.on('click', onClick)

  function end(): void {
    if (isOver) return
    isOver = true
    map.un('pointermove', onMove)
    map.un('click', onClick)
    keys.end()
    snapping?.end()
    layer.end()
  }
  function cancel(): void {
    if (isOver) return
    end()
    tool.onCancel()
  }
  tool.onReady?.({
    add: (position) => {
      if (!isOver) took(chain.add(toXY(position)))
    },
    back: () => {
      if (!isOver) back()
    },
    finish,
  })
  return { end: cancel }
}
