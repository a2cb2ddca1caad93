import { type Frame, pixelX, pixelY } from './Frame.ts'
import type { Hit, Pixel } from './MapAdapter.ts'
import { SCENE_LAYERS, type SceneItem } from './Scene.ts'
import type { SceneStore } from './SceneStore.ts'
import { shapeOf } from './Shape.ts'

/** Pixels from a line that still touch it. */
const NEAR = 6

/** What lies under a pixel, topmost first. */
export function hitScene(scene: SceneStore, frame: Frame, pixel: Pixel): Hit[] {
  const hits: Hit[] = []
  for (const layer of SCENE_LAYERS.toReversed()) {
    for (const item of scene.shown(layer).toReversed()) {
      if (touches(item, frame, pixel)) hits.push({ layer, item, items: [item] })
    }
  }
  return hits
}

function touches(item: SceneItem, frame: Frame, [x, y]: Pixel): boolean {
  const paths = shapeOf(item).paths.map((path) => {
    const pixels: (readonly [number, number])[] = []
    for (let i = 0; i < path.length; i += 2) {
      pixels.push([pixelX(frame, path[i] as number), pixelY(frame, path[i + 1] as number)])
    }
    return pixels
  })
  const first = paths[0]?.[0]
  if (first === undefined) return false
  switch (item.kind) {
    case 'symbol': {
      const left = first[0] - item.picture.anchor[0]
      const top = first[1] - item.picture.anchor[1]
      return x >= left && y >= top && x <= left + item.picture.width && y <= top + item.picture.height
    }
    case 'text':
      return false
    case 'line':
      return paths.some((path) => distanceToPath(path, x, y) <= NEAR + item.stroke.width / 2)
    case 'area':
      return paths.filter((path) => isInside(path, x, y)).length % 2 === 1
  }
}

export function distanceToPath(path: readonly (readonly [number, number])[], x: number, y: number): number {
  let least = Infinity
  for (let i = 1; i < path.length; i++) {
    const [ax, ay] = path[i - 1] as readonly [number, number]
    const [bx, by] = path[i] as readonly [number, number]
    const length = (bx - ax) ** 2 + (by - ay) ** 2
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
    least = Math.min(least, Math.hypot(ax + along * (bx - ax) - x, ay + along * (by - ay) - y))
  }
  return least
}

function isInside(ring: readonly (readonly [number, number])[], x: number, y: number): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i] as readonly [number, number]
    const [bx, by] = ring[j] as readonly [number, number]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}
