import type { ReactNode } from 'react'

export type EditEnd = 'stay' | 'down' | 'right' | 'left' | 'leave'

/** One cell being edited. The editor stores the value itself, then ends the session. */
export interface EditSession {
  /** What was typed to start it, to stand in place of the value; `null` when it was opened by Enter, F2 or a double click. */
  readonly seed: string | null
  /** Where the focus goes; `leave` when it has gone elsewhere already, as on blur. */
  end: (then: EditEnd) => void
}

export interface GridColumn<R> {
  id: string
  header: string
  /** Pixels. */
  width: number
  minWidth?: number | undefined
  /** Takes what width is left. */
  isFlexible?: boolean | undefined
  /** `end` for figures. */
  align?: 'start' | 'center' | 'end' | undefined
  /** Given on sortable columns; `none` while another one sorts. */
  sort?: 'ascending' | 'descending' | 'none' | undefined
  cell: (row: R) => ReactNode
  /** What typing finds a row by; only the first column that has it is searched. */
  text?: ((row: R) => string) | undefined
  edit?: ((row: R, session: EditSession) => ReactNode) | undefined
  /** Whether this row's cell can be edited, where not all can. */
  canEdit?: ((row: R) => boolean) | undefined
}
