import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Id } from '../../../domain/records/ids.ts'
import type { MapAdapter } from '../../map-engine/MapAdapter.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { folded } from '../../ui/folded.ts'
import { groupedRows } from '../../ui/grid/groupedRows.ts'
import type { GridColumn } from '../../ui/grid/GridColumn.ts'
import { VirtualGrid } from '../../ui/grid/VirtualGrid.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { useMap } from './MapContext.tsx'
import { MapPanelFrame } from './MapPanelFrame.tsx'
import { OBJECT_LAYERS, type MapObject, type ObjectLayer, objectsInView } from './objectsInView.ts'
import { sceneChanges } from './sceneChanges.ts'

/** Milliseconds between two looks while the map moves or time runs. */
const PACE = 250

type Row = { readonly kind: 'group'; readonly layer: ObjectLayer; readonly count: number } | MapObject

const isGroup = (row: Row): row is Extract<Row, { kind: 'group' }> => 'kind' in row
const rowId = (row: Row): string => (isGroup(row) ? `group ${row.layer}` : row.record)

/** Every record that the map shows now, for those who would rather read than look. */
export function InViewPanel() {
  const { t, number } = useTexts()
  const map = useMap()
  const session = useSession()
  const selection = useSessionState((s) => s.selection)
  const focused = useSessionState((s) => s.focused)
  const objects = useObjects(map)
  const [query, setQuery] = useState('')
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const passing = useMemo(() => filtered(objects, query), [objects, query])
  const rows = useMemo(
    () =>
      groupedRows<Row>(
        OBJECT_LAYERS.flatMap((layer) => {
          const members = passing.filter((object) => object.layer === layer)
          if (members.length === 0) return []
          const head: Row = { kind: 'group', layer, count: members.length }
          return [{ head, members, isExpanded: !closed.has(rowId(head)) }]
        }),
        rowId,
      ),
    [passing, closed],
  )
  const columns = useMemo(
    (): GridColumn<Row>[] => [
      {
        id: 'title',
        header: t('map.object'),
        width: 240,
        isFlexible: true,
        cell: (row) => (isGroup(row) ? null : row.title),
        text: (row) => (isGroup(row) ? '' : row.title),
      },
    ],
    [t],
  )
  const onSelect = useCallback(
    (ids: ReadonlySet<string>) => {
      const before = session.store.getState().selection
      session.select(ids as ReadonlySet<Id>)
      const [only] = ids
      const object = ids.size === 1 ? objects.find(({ record }) => record === only) : undefined
      if (object !== undefined && !before.has(object.record)) {
        map.setView(object.at, map.view().metresPerPixel)
      }
    },
    [session, map, objects],
  )
  return (
    <MapPanelFrame title={t('map.in-view')} count={number(passing.length)}>
      <div className="map-panel-search">
        <SearchField label={t('map.in-view-filter')} value={query} onChange={setQuery} />
      </div>
      <VirtualGrid<Row>
        label={t('map.in-view')}
        rows={rows}
        columns={columns}
        isTree
        isCompact
        selectedIds={selection}
        focusedId={focused}
        onSelect={onSelect}
        onToggle={(id, isExpanded) => {
          const next = new Set(closed)
          if (isExpanded) next.delete(id)
          else next.add(id)
          setClosed(next)
        }}
        renderGroup={(row) =>
          isGroup(row) ? (
            <>
              {t(`map.layer-${row.layer}`)} <span className="map-panel-count">{number(row.count)}</span>
            </>
          ) : null
        }
        empty={<p className="map-panel-empty">{t(query === '' ? 'map.in-view-empty' : 'map.in-view-none-pass')}</p>}
      />
    </MapPanelFrame>
  )
}

function filtered(objects: readonly MapObject[], query: string): readonly MapObject[] {
  const words = folded(query)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return objects
  return objects.filter(({ title }) => {
    const text = folded(title)
    return words.every((word) => text.includes(word))
  })
}

/** What is in view, looked at again when the map has moved or shows something else, at a bearable pace. */
function useObjects(map: MapAdapter): readonly MapObject[] {
  const [objects, setObjects] = useState(() => byTitle(objectsInView(map)))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const look = (): void => {
      timer = null
      setObjects(byTitle(objectsInView(map)))
    }
    const later = (): void => {
      timer ??= setTimeout(look, PACE)
    }
    later()
    const stops = [map.onView(later), sceneChanges.subscribe(later)]
    return () => {
      for (const stop of stops) stop()
      if (timer !== null) clearTimeout(timer)
    }
  }, [map])
  return objects
}

const collator = new Intl.Collator('es', { numeric: true })
const byTitle = (objects: readonly MapObject[]): readonly MapObject[] =>
  objects.toSorted((a, b) => collator.compare(a.title, b.title))
