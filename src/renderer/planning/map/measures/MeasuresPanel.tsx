import { Eye, EyeOff } from 'lucide-react'
import { type MouseEvent, type ReactNode, useMemo } from 'react'
import { overlaySpan } from '../../../../domain/plan/overlayTimes.ts'
import type { Id } from '../../../../domain/records/ids.ts'
import { recordMenu, useActions } from '../../../actions/ActionsContext.tsx'
import { useAll } from '../../../fields/useAll.ts'
import { usePlan, useSession, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import type { GridColumn } from '../../../ui/grid/GridColumn.ts'
import { VirtualGrid } from '../../../ui/grid/VirtualGrid.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import { useContextMenu } from '../../../ui/useContextMenu.tsx'
import { MapPanelFrame } from '../MapPanelFrame.tsx'
import { zoomToMeasures } from './measureCommands.ts'
import { MeasurePalette } from './MeasurePalette.tsx'
import { type MeasureRow, measureRows } from './measureRows.ts'
import './MeasuresPanel.css'
import { MEASURE_GROUPINGS, measuresView, toggleGroup, toggleHidden, useMeasuresView } from './measuresView.ts'

/** All control measures of the plan, to choose, show and hide; and what can be drawn. */
export function MeasuresPanel() {
  const { t, number } = useTexts()
  const overlays = useAll('overlay')
  const query = useMeasuresView((v) => v.query)
  const grouping = useMeasuresView((v) => v.grouping)
  const isOnlyInForce = useMeasuresView((v) => v.isOnlyInForce)
  return (
    <MapPanelFrame title={t('map-measures.title')} count={number(overlays.length)}>
      <div className="measures-tools">
        <div className="measures-tools-line">
          <MeasurePalette />
          <SegmentedControl
            label={t('map-measures.group-by')}
            segments={MEASURE_GROUPINGS.map((each) => ({ id: each, label: t(`map-measures.by-${each}`) }))}
            value={grouping}
            onChange={(next) => measuresView.setState({ grouping: next })}
          />
        </div>
        <SearchField
          label={t('map-measures.search')}
          value={query}
          onChange={(next) => measuresView.setState({ query: next })}
        />
        <Switch isSelected={isOnlyInForce} onChange={(next) => measuresView.setState({ isOnlyInForce: next })}>
          {t('map-measures.other-times')}
        </Switch>
      </div>
      {overlays.length === 0 ? <EmptyState text={t('map-measures.empty')} /> : <MeasureList />}
    </MapPanelFrame>
  )
}

function MeasureList() {
  const texts = useTexts()
  const { t } = texts
  const session = useSession()
  const actions = useActions()
  const plan = usePlan()
  const overlays = useAll('overlay')
  const { query, grouping, collapsed } = useMeasuresView((v) => v)
  const selection = useSessionState((s) => s.selection)
  const focused = useSessionState((s) => s.focused)
  const menu = useContextMenu(t('map-measures.title'))
  const rows = useMemo(
    () => measureRows({ overlays, plan, query, grouping, collapsed, texts }),
    [overlays, plan, query, grouping, collapsed, texts],
  )
  const columns = useMemo(
    (): GridColumn<MeasureRow>[] => [
      {
        id: 'name',
        header: t('map-measures.name'),
        width: 240,
        isFlexible: true,
        cell: grouping === 'kind' ? nameOnly : nameAndKind,
        text: (row) => (row.kind === 'measure' ? row.overlay.name : ''),
      },
    ],
    [t, grouping],
  )
  return (
    <>
      <VirtualGrid<MeasureRow>
        label={t('map-measures.title')}
        rows={rows}
        columns={columns}
        isTree
        isCompact
        selectedIds={selection}
        focusedId={focused}
        onSelect={(ids) => session.select(ids as ReadonlySet<Id>)}
        onActivate={(id) => zoomToMeasures(overlays.filter((overlay) => overlay.id === id))}
        onToggle={toggleGroup}
        onContextMenu={({ at }) => menu.openAt(at, recordMenu(actions, 'overlay'))}
        renderGroup={(row) =>
          row.kind === 'group' ? (
            <span className="measures-group">
              {row.label}
              <EyeToggle ids={row.members} label={t('map-measures.hide-group', { name: row.label })} />
            </span>
          ) : null
        }
        empty={<p className="map-panel-empty">{t('map-measures.none-found')}</p>}
      />
      {menu.element}
    </>
  )
}

const nameOnly = (row: MeasureRow): ReactNode =>
  row.kind === 'measure' ? <MeasureName row={row} isKindSaid={false} /> : null
const nameAndKind = (row: MeasureRow): ReactNode =>
  row.kind === 'measure' ? <MeasureName row={row} isKindSaid /> : null

function MeasureName({ row, isKindSaid }: { row: Extract<MeasureRow, { kind: 'measure' }>; isKindSaid: boolean }) {
  const { t } = useTexts()
  const plan = usePlan()
  const { overlay } = row
  const isHidden = useMeasuresView((v) => v.hidden.has(overlay.id))
  const { from, to } = overlaySpan(plan, overlay)
  const isInForce = useSessionState((s) => from <= s.time && s.time < to)
  const { name } = overlay
  return (
    <span className="measures-name" data-hidden={isHidden || undefined} data-faded={!isInForce || undefined}>
      <span>{isKindSaid ? `${name} · ${row.typeName}` : name}</span>
      {isInForce ? null : <abbr title={t('map-measures.not-in-force')}>○</abbr>}
      <EyeToggle
        ids={[overlay.id]}
        label={isHidden ? t('map-measures.show', { name }) : t('map-measures.hide', { name })}
      />
    </span>
  )
}

/** Inside a row of a grid that holds the focus itself, so it is reached by pointer; keys have the row's menu. */
function EyeToggle({ ids, label }: { ids: readonly Id[]; label: string }) {
  const areHidden = useMeasuresView((v) => ids.every((id) => v.hidden.has(id)))
  const keep = (event: MouseEvent): void => {
    event.stopPropagation()
  }
  return (
    <button
      type="button"
      className="measures-eye"
      tabIndex={-1}
      title={label}
      aria-label={label}
      aria-pressed={areHidden}
      onPointerDown={keep}
      onMouseDown={keep}
      onClick={(event) => {
        keep(event)
        toggleHidden(ids)
      }}
    >
      <Icon glyph={areHidden ? EyeOff : Eye} size={14} />
    </button>
  )
}
