/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that come and go at fixed places, which a <table> cannot lay out */
import { ChevronRight } from 'lucide-react'
import { type CSSProperties, memo, type ReactNode } from 'react'
import { Icon } from '../Icon.tsx'
import type { EditSession, GridColumn } from './GridColumn.ts'

interface GridRowProps<R> {
  gridId: string
  row: R
  index: number
  /** Pixels from the top of the first row. */
  top: number
  columns: readonly GridColumn<R>[]
  isTree: boolean
  isGroup: boolean
  level: number
  setSize: number
  position: number
  isExpanded: boolean | undefined
  /** `undefined` where nothing can be selected. */
  isSelected: boolean | undefined
  /** −1 for the row as a whole, `null` while the focus is elsewhere. */
  focusColumn: number | null
  isDropTarget: boolean
  isMuted: boolean
  editColumn: number | null
  editSession: EditSession | null
  renderGroup: ((row: R) => ReactNode) | undefined
}

function Expander({ isExpanded }: { isExpanded: boolean | undefined }) {
  return (
    <span className="ui-grid-expander" data-expander={isExpanded !== undefined || undefined} aria-hidden>
      {isExpanded === undefined ? null : <Icon glyph={ChevronRight} size={14} />}
    </span>
  )
}

function contentOf<R>(props: GridRowProps<R>, column: GridColumn<R>, at: number): ReactNode {
  if (props.editColumn === at && props.editSession !== null) return column.edit?.(props.row, props.editSession)
  const content = column.cell(props.row)
  // Plain cells hold their text themselves: half the elements, which is what scrolling costs.
  return at === 0 && (props.isTree || props.isGroup) ? <span className="ui-grid-text">{content}</span> : content
}

function PlainGridRow<R>(props: GridRowProps<R>) {
  const { gridId, index, top, columns, isTree, isGroup, level, isExpanded, focusColumn } = props
  const style: CSSProperties & Record<'--level', number> = { transform: `translateY(${top}px)`, '--level': level - 1 }
  const hasExpander = isTree || isGroup
  return (
    <div
      id={`${gridId}-${index}`}
      role="row"
      aria-rowindex={index + 2}
      {...(isTree ? { 'aria-level': level, 'aria-setsize': props.setSize, 'aria-posinset': props.position } : {})}
      aria-expanded={isExpanded}
      aria-selected={isGroup ? undefined : props.isSelected}
      className="ui-grid-row"
      style={style}
      data-row={index}
      data-group={isGroup || undefined}
      data-expanded={isExpanded}
      data-selected={props.isSelected === true || undefined}
      data-focused={focusColumn === -1 || undefined}
      data-drop={props.isDropTarget || undefined}
      data-muted={props.isMuted || undefined}
    >
      {isGroup ? (
        <div role="gridcell" aria-colindex={1} aria-colspan={columns.length} className="ui-grid-cell ui-grid-group">
          <Expander isExpanded={isExpanded} />
          <span className="ui-grid-text">{props.renderGroup?.(props.row)}</span>
        </div>
      ) : (
        columns.map((column, at) => (
          <div
            key={column.id}
            id={`${gridId}-${index}-${at}`}
            role={at === 0 ? 'rowheader' : 'gridcell'}
            aria-colindex={at + 1}
            className="ui-grid-cell"
            data-column={at}
            data-align={column.align}
            data-tree={(hasExpander && at === 0) || undefined}
            data-focused={focusColumn === at || undefined}
            data-editing={props.editColumn === at || undefined}
          >
            {hasExpander && at === 0 ? <Expander isExpanded={isExpanded} /> : null}
            {contentOf(props, column, at)}
          </div>
        ))
      )}
    </div>
  )
}

/** Renders again only when something it shows changes, so that scrolling costs the rows that come into sight. */
export const GridRow = memo(PlainGridRow) as typeof PlainGridRow
