import { type KeyboardEvent, useCallback } from 'react'
import type { Id } from '../../../domain/records/ids.ts'
import type { MapAdapter, Pixel } from '../../map-engine/MapAdapter.ts'
import { usePlan, useSession } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { fitPlan } from './fitPlan.ts'
import { enterMode, mapView, say } from './mapView.ts'
import { inReadingOrder, type MapObject, nextObject, objectsInView } from './objectsInView.ts'

/** Pixels a key. */
const STEP = 80
const LONG_STEP = 320
const ZOOM = 1.5

const ARROWS: Readonly<Record<string, Pixel>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** What the keys do while the map has the focus. */
export function useMapKeys(map: MapAdapter | null): (event: KeyboardEvent) => void {
  const session = useSession()
  const plan = usePlan()
  const { t } = useTexts()
  const goTo = useCallback(
    (object: MapObject | null, count: number, at: number) => {
      if (object === null) return say(t('map.said-none'))
      mapView.setState({ active: object.record })
      say(t('map.said-object', { title: object.title, at: at + 1, count }))
    },
    [t],
  )
  return (event) => {
    if (map === null || event.defaultPrevented) return
    const step = stepOf(event)
    const arrow = ARROWS[event.key]
    if (step !== null) {
      const objects = sorted(map)
      const next = nextObject(objects, mapView.getState().active, step)
      goTo(next, objects.length, next === null ? 0 : objects.indexOf(next))
    } else if (arrow !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const length = event.shiftKey ? LONG_STEP : STEP
      map.panBy([arrow[0] * length, arrow[1] * length])
    } else if (event.key === 'Enter') {
      const { active } = mapView.getState()
      if (active === null) return
      const isAdding = event.ctrlKey || event.metaKey
      session.select(isAdding ? withId(session.store.getState().selection, active) : [active], active)
    } else if (event.key === 'Escape') {
      if (!leave(() => session.select([]), session.store.getState().selection.size > 0)) return
    } else if (event.ctrlKey || event.metaKey || event.altKey) {
      return
    } else if (event.key === '+' || event.key === '=') map.zoomBy(ZOOM)
    else if (event.key === '-') map.zoomBy(1 / ZOOM)
    else if (event.key === 'Home') fitPlan(map, plan)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}

function stepOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): 1 | -1 | null {
  if (altKey) return null
  if (ctrlKey || metaKey) return key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : null
  return key.toLowerCase() === 'n' ? 1 : key.toLowerCase() === 'p' ? -1 : null
}

function sorted(map: MapAdapter): MapObject[] {
  const [, south, , north] = map.view().bounds
  return inReadingOrder(objectsInView(map), north - south)
}

const withId = (selection: ReadonlySet<Id>, id: Id): Set<Id> => new Set(selection).add(id)

/** One thing an Escape: the mode, then the active object, then the selection. False where there is nothing to leave. */
function leave(clear: () => void, hasSelection: boolean): boolean {
  const { mode, active } = mapView.getState()
  if (mode !== 'choose') enterMode('choose')
  else if (active !== null) mapView.setState({ active: null })
  else if (hasSelection) clear()
  else return false
  return true
}
