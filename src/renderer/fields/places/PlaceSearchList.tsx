/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a list below a field that keeps the focus, which no <select> is */
import { Crosshair, Flag, Layers, type LucideIcon, MapPin, Plane, Shield, House } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { CoordinateError } from '../../../domain/geo/CoordinateReading.ts'
import type { NameSource } from '../../../domain/geo/gazetteer.ts'
import { useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { ToneIcon } from '../../ui/ToneIcon.tsx'
import { matchDetail } from './matchWords.ts'
import type { PlaceMatch } from './placeMatches.ts'

const ICONS: Readonly<Record<NameSource, LucideIcon>> = {
  place: MapPin,
  mission: Flag,
  unit: Shield,
  town: House,
  airfield: Plane,
  layer: Layers,
}

interface PlaceSearchListProps {
  id: string
  label: string
  matches: readonly PlaceMatch[]
  active: number
  misread: CoordinateError | null
  onPick: (match: PlaceMatch) => void
}

/** What a text may mean. The focus stays in the field, which says which one is walked to. */
export function PlaceSearchList({ id, label, matches, active, misread, onPick }: PlaceSearchListProps) {
  const { t } = useTexts()
  if (matches.length === 0) {
    return misread === null ? (
      <p className="place-search-none">{t('map-find.none')}</p>
    ) : (
      <p className="place-search-none" data-error="">
        <ToneIcon tone="error" size={14} />
        {t(`map-find.error.${misread}`)}
      </p>
    )
  }
  return (
    <div className="place-search-list" id={id} role="listbox" aria-label={label}>
      {matches.map((match, index) => (
        <PlaceOption
          key={match.id}
          id={`${id}-${index}`}
          match={match}
          isActive={index === active}
          onPick={() => onPick(match)}
        />
      ))}
    </div>
  )
}

interface PlaceOptionProps {
  id: string
  match: PlaceMatch
  isActive: boolean
  onPick: () => void
}

function PlaceOption({ id, match, isActive, onPick }: PlaceOptionProps) {
  const texts = useTexts()
  const plan = useSessionState((s) => s.plan)
  const item = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) item.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  const note = match.kind === 'coordinates' ? match.read.note : null
  return (
    // The field holds the focus and hears the keys for its options.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      ref={item}
      role="option"
      aria-selected={isActive}
      className="place-search-option"
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <Icon glyph={match.kind === 'name' ? ICONS[match.entry.source] : Crosshair} size={14} />
      <span className="place-search-name">{match.kind === 'name' ? match.entry.name : match.read.text}</span>
      <span className="place-search-detail">{matchDetail(match, plan, texts)}</span>
      {note === null ? null : <span className="place-search-note">{texts.t(`map-find.note.${note}`)}</span>}
    </div>
  )
}
