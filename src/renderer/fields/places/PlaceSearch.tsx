import type { LucideIcon } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, type Ref, useId, useRef, useState } from 'react'
import { Group, Input, Popover, TextField } from 'react-aria-components'
import type { NameSource } from '../../../domain/geo/gazetteer.ts'
import type { Position } from '../../../domain/records/common.ts'
import { useTexts } from '../../texts/TextContext.tsx'
import { FieldParts, type FieldTexts } from '../../ui/FieldParts.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { PlaceMatch } from './placeMatches.ts'
import './PlaceSearch.css'
import { PlaceSearchList } from './PlaceSearchList.tsx'
import { usePlaceMatches } from './usePlaceMatches.ts'

interface PlaceSearchProps extends FieldTexts {
  /** What stands in the field while nobody types. */
  text: string
  placeholder: string
  icon?: LucideIcon
  sources: readonly NameSource[]
  /** Middle of the view, where there is one: nearer names come first. */
  near: () => Position | null
  onPick: (match: PlaceMatch) => void
  /** The field was emptied and left; without it an empty field takes its text back. */
  onClear?: () => void
  /** Leaving the field takes coordinates that can be read, and says what is wrong with what cannot. */
  commitsOnBlur?: boolean
  isReadOnly?: boolean
  /** Within the frame of the field, at its end. */
  buttons?: ReactNode
  inputRef?: Ref<HTMLInputElement>
}

/** A field for a name or coordinates: a list of what the text may mean drops below it, Enter takes the first or the one walked to. */
export function PlaceSearch(props: PlaceSearchProps) {
  const { text, placeholder, icon, sources, near, onPick, onClear, commitsOnBlur = false, isReadOnly = false } = props
  const { buttons, inputRef = null, layout = 'above', label, isLabelHidden = false, description, error } = props
  const { t } = useTexts()
  const listId = useId()
  const frame = useRef<HTMLDivElement>(null)
  const [draft, setDraft] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const [wrong, setWrong] = useState<string | undefined>(undefined)
  const { matches, error: misread } = usePlaceMatches(draft ?? '', sources, near)
  const problem = wrong ?? error
  const isTyped = draft !== null && draft.trim() !== ''
  const chosen = matches[active]
  const isListed = isOpen && isTyped && matches.length > 0

  const forget = (): void => {
    setDraft(null)
    setOpen(false)
    setWrong(undefined)
    setActive(0)
  }
  const pick = (match: PlaceMatch): void => {
    forget()
    onPick(match)
  }
  const leave = (): void => {
    setOpen(false)
    if (draft === null || draft.trim() === text.trim()) return forget()
    if (draft.trim() === '') {
      forget()
      return onClear?.()
    }
    if (!commitsOnBlur) return undefined
    const [first] = matches
    if (first?.kind === 'coordinates') return pick(first)
    return setWrong(misread === null ? t('map-find.not-chosen') : t(`map-find.error.${misread}`))
  }
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && draft !== null) forget()
    else if (event.key === 'Enter' && isTyped && chosen !== undefined) pick(chosen)
    else if (event.key === 'Enter' && isTyped) setOpen(true)
    else if (event.key === 'Enter' && draft !== null) leave()
    else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && isTyped && matches.length > 0) {
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive(isOpen ? (active + step + matches.length) % matches.length : active)
      setOpen(true)
    } else return
    // What it does here is done: no shortcut, no form and no map hears the key too.
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <TextField
      className="ui-field"
      data-layout={layout}
      value={draft ?? text}
      isReadOnly={isReadOnly}
      isInvalid={problem !== undefined}
      onChange={(next) => {
        setDraft(next)
        setActive(0)
        setWrong(undefined)
        setOpen(true)
      }}
    >
      <FieldParts label={label} isLabelHidden={isLabelHidden} description={description} error={problem}>
        <Group className="ui-input" ref={frame}>
          {icon === undefined ? null : <Icon glyph={icon} size={14} />}
          <Input
            ref={inputRef}
            placeholder={placeholder}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the ARIA pattern of an input with a list
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={isListed}
            aria-controls={isListed ? listId : undefined}
            aria-activedescendant={isListed ? `${listId}-${active}` : undefined}
            onFocus={(event) => event.currentTarget.select()}
            onBlur={leave}
            onKeyDownCapture={press}
          />
          {buttons}
        </Group>
      </FieldParts>
      <Popover
        className="ui-float"
        triggerRef={frame}
        isOpen={isOpen && isTyped}
        isNonModal
        placement="bottom start"
        offset={2}
        aria-label={label}
      >
        <PlaceSearchList id={listId} label={label} matches={matches} active={active} misread={misread} onPick={pick} />
      </Popover>
      <output className="visually-hidden">
        {isOpen && isTyped ? t('map-find.results', { count: matches.length }) : ''}
      </output>
    </TextField>
  )
}
