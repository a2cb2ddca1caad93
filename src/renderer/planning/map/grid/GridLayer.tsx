import { useEffect, useState } from 'react'
import type { MapAdapter, MapView } from '../../../map-engine/MapAdapter.ts'
import type { SceneItem } from '../../../map-engine/Scene.ts'
import { useMap, useScene } from '../MapContext.tsx'
import { useMapView } from '../mapView.ts'
import type { Bounds } from './gridCells.ts'
import { gridLineItems, gridTextItems } from './gridItems.ts'
import { type Grid, gridLines } from './gridLines.ts'

interface Drawn {
  /** Of the lines, wider than the view so that a short way needs no new ones. */
  readonly bounds: Bounds
  readonly metresPerPixel: number
  readonly grid: Grid
  readonly lines: readonly SceneItem[]
  readonly texts: readonly SceneItem[]
}

/** So much of the view's size is drawn beyond each of its edges. */
const BEYOND = 0.5

const NOTHING: readonly SceneItem[] = []

/** The military grid over what is in view. */
export function GridLayer() {
  const isShown = useMapView((v) => v.isGridShown)
  return isShown ? <GridLines /> : null
}

function GridLines() {
  const map = useMap()
  const drawn = useDrawn(map)
  useScene('grid', drawn?.lines ?? NOTHING)
  useScene('grid', drawn?.texts ?? NOTHING)
  return null
}

function useDrawn(map: MapAdapter): Drawn | null {
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  useEffect(() => {
    const look = (view: MapView): void => setDrawn((before) => drawnFor(view, before))
    look(map.view())
    return map.onView(look)
  }, [map])
  return drawn
}

function drawnFor({ bounds: view, metresPerPixel, size }: MapView, before: Drawn | null): Drawn {
  // A map that has no size yet shows nothing.
  if (size[0] === 0 || size[1] === 0) return before ?? EMPTY
  if (before !== null && isAlike(before.metresPerPixel, metresPerPixel) && isWithin(view, before.bounds)) {
    return { ...before, texts: gridTextItems(before.grid, view, metresPerPixel) }
  }
  const [west, south, east, north] = view
  const wide = (east - west) * BEYOND
  const high = (north - south) * BEYOND
  const bounds: Bounds = [west - wide, south - high, east + wide, north + high]
  const grid = gridLines(bounds, metresPerPixel)
  return { bounds, metresPerPixel, grid, lines: gridLineItems(grid), texts: gridTextItems(grid, view, metresPerPixel) }
}

const EMPTY: Drawn = {
  bounds: [0, 0, 0, 0],
  metresPerPixel: 0,
  grid: { step: null, cells: [], lines: [] },
  lines: NOTHING,
  texts: NOTHING,
}

/** Going north or south alone changes the ground's metres a little. */
const isAlike = (a: number, b: number): boolean => Math.abs(a / b - 1) < 0.02

function isWithin(view: Bounds, outer: Bounds): boolean {
  return view[0] >= outer[0] && view[1] >= outer[1] && view[2] <= outer[2] && view[3] <= outer[3]
}
