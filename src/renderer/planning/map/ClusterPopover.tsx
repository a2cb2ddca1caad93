import { useMemo, useRef, useState } from 'react'
import type { Id } from '../../../domain/records/ids.ts'
import type { SymbolItem } from '../../map-engine/Scene.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import type { GridColumn } from '../../ui/grid/GridColumn.ts'
import { gridRowsOf } from '../../ui/grid/GridRows.ts'
import { VirtualGrid } from '../../ui/grid/VirtualGrid.tsx'
import { Popover } from '../../ui/Popover.tsx'
import type { OpenCluster } from './useMapSelection.ts'

const NONE: ReadonlySet<string> = new Set()

/** What stands at one spot, to choose from. */
export function ClusterPopover({ cluster, onClose }: { cluster: OpenCluster; onClose: () => void }) {
  const { t } = useTexts()
  const session = useSession()
  const anchor = useRef<HTMLSpanElement>(null)
  const [chosen, setChosen] = useState(NONE)
  const rows = useMemo(
    () =>
      gridRowsOf(
        cluster.items.filter(({ record }) => record !== null),
        ({ record }) => record ?? '',
      ),
    [cluster],
  )
  const columns = useMemo(
    (): GridColumn<SymbolItem>[] => [
      {
        id: 'title',
        header: t('map.object'),
        width: 300,
        isFlexible: true,
        cell: ({ title }) => title,
        text: ({ title }) => title,
      },
    ],
    [t],
  )
  const label = t('map.cluster', { count: cluster.items.length })
  return (
    <>
      <span className="map-anchor" ref={anchor} style={{ left: cluster.pixel[0], top: cluster.pixel[1] }} aria-hidden />
      <Popover label={label} triggerRef={anchor} isOpen onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
        <div className="map-cluster">
          <h3>{label}</h3>
          <VirtualGrid<SymbolItem>
            label={label}
            rows={rows}
            columns={columns}
            isCompact
            selectedIds={chosen}
            onSelect={(ids) => {
              setChosen(ids)
              session.select(ids as ReadonlySet<Id>)
            }}
            onActivate={onClose}
          />
        </div>
      </Popover>
    </>
  )
}
