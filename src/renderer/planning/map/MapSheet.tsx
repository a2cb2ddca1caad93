import { type ReactNode, type RefObject, useCallback, useId, useState } from 'react'
import { kindOf } from '../../../domain/records/ids.ts'
import { hasRecordMenu, recordMenu, useActions } from '../../actions/ActionsContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { useContextMenu } from '../../ui/useContextMenu.tsx'
import { ActiveRing } from './ActiveRing.tsx'
import { ClusterPopover } from './ClusterPopover.tsx'
import { MapTooltip } from './MapTooltip.tsx'
import { useMapView } from './mapView.ts'
import { useFollowFocused } from './useFollowFocused.ts'
import { useMapKeys } from './useMapKeys.ts'
import { type OpenCluster, useMapSelection } from './useMapSelection.ts'
import { useShowRecord } from './useShowRecord.ts'

interface MapSheetProps {
  target: RefObject<HTMLDivElement | null>
  /** What floats over the map. */
  children: ReactNode
}

/** The map itself with what pointer and keys do on it. */
export function MapSheet({ target, children }: MapSheetProps) {
  const { t } = useTexts()
  const map = useMapView((v) => v.map)
  const mode = useMapView((v) => v.mode)
  const helpId = useId()
  const [cluster, setCluster] = useState<OpenCluster | null>(null)
  const closeCluster = useCallback(() => setCluster(null), [])
  useMapSelection(map, setCluster)
  useShowRecord(map)
  useFollowFocused(map)
  const onKeyDown = useMapKeys(map)
  const { openMenu, element } = useRecordMenu()
  return (
    <div className="map-frame">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a map is an application of its own */}
      <div
        className="map-sheet"
        ref={target}
        role="application"
        aria-label={t('map.sheet')}
        aria-describedby={helpId}
        data-mode={mode}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- all keys of the map are handled here
        tabIndex={0}
        onKeyDown={(event) => {
          if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
            event.preventDefault()
            const box = event.currentTarget.getBoundingClientRect()
            openMenu({ x: box.left + box.width / 2, y: box.top + box.height / 2 })
          } else onKeyDown(event)
        }}
        onContextMenu={(event) => {
          event.preventDefault()
          if (mode === 'choose' && event.clientX > 0) openMenu({ x: event.clientX, y: event.clientY })
        }}
      />
      <p id={helpId} className="visually-hidden">
        {t('map.help')}
      </p>
      {map === null ? null : (
        <>
          {children}
          <ActiveRing map={map} />
          <MapTooltip map={map} />
        </>
      )}
      {cluster === null ? null : <ClusterPopover cluster={cluster} onClose={closeCluster} />}
      <LiveWords />
      {element}
    </div>
  )
}

/** The menu of what is selected, after the press has selected what lies under it. */
function useRecordMenu() {
  const { t } = useTexts()
  const actions = useActions()
  const menu = useContextMenu(t('map.menu'))
  const openMenu = (at: { x: number; y: number }): void => {
    const { focused } = actions.context.session.store.getState()
    if (focused === null) return
    const kind = kindOf(focused)
    if (hasRecordMenu(kind)) menu.openAt(at, recordMenu(actions, kind))
  }
  return { openMenu, element: menu.element }
}

function LiveWords() {
  const said = useMapView((v) => v.said)
  return (
    <output className="visually-hidden" aria-live="polite">
      <span key={said.count}>{said.text}</span>
    </output>
  )
}
