import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { MenuKind } from '../../actions/Action.ts'
import { recordMenu, useActions } from '../../actions/ActionsContext.tsx'
import { useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Count } from '../../ui/Count.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { MenuButton } from '../../ui/MenuButton.tsx'

interface SheetProps {
  /** What it is the sheet of, as `Misión`. */
  kind: string
  title: string
  /** Stands before the title: a symbol, a mark. */
  mark?: ReactNode
  /** Badges under the title. */
  aside?: ReactNode
  /** Kind of record whose actions stand behind the button. */
  menuOf?: MenuKind
  children: ReactNode
}

/** The frame of every sheet. */
export function Sheet({ kind, title, mark, aside, menuOf, children }: SheetProps) {
  return (
    <div className="sheet">
      <header className="sheet-head">
        {mark}
        <div className="sheet-title">
          <p className="sheet-kind">{kind}</p>
          <h2>{title}</h2>
          {aside === undefined ? null : <div className="sheet-aside">{aside}</div>}
        </div>
        {menuOf === undefined ? null : <SheetMenu kind={menuOf} />}
      </header>
      {children}
    </div>
  )
}

function SheetMenu({ kind }: { kind: MenuKind }) {
  const { t } = useTexts()
  const actions = useActions()
  // What is enabled changes with the selection and the right to edit.
  useSessionState((s) => s.selection)
  useSessionState((s) => s.canEdit)
  return (
    <MenuButton
      label={t('sheet.actions')}
      icon={Ellipsis}
      isIconOnly
      entries={recordMenu(actions, kind)}
      placement="bottom end"
    />
  )
}

/** Sections the person has closed or opened, by id: they stay so from one record to the next. */
const sections = createStore<Readonly<Record<string, boolean>>>(() => ({}))

interface SectionProps {
  id: string
  title: string
  count?: number
  /** Stands beside the title. */
  aside?: ReactNode
  isOpenAtFirst?: boolean
  children: ReactNode
}

export function Section({ id, title, count, aside, isOpenAtFirst = true, children }: SectionProps) {
  const isExpanded = useStore(sections, (s) => s[id] ?? isOpenAtFirst)
  return (
    <Disclosure
      title={title}
      isExpanded={isExpanded}
      onExpandedChange={(next) => sections.setState({ [id]: next })}
      aside={
        count === undefined && aside === undefined ? undefined : (
          <>
            {count === undefined ? null : <Count value={count} />}
            {aside}
          </>
        )
      }
    >
      {isExpanded ? <div className="sheet-section">{children}</div> : null}
    </Disclosure>
  )
}
