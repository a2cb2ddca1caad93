import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { NameSource } from '../../../domain/geo/gazetteer.ts'
import type { Position } from '../../../domain/records/common.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { type PlaceMatches, placeMatches } from './placeMatches.ts'

const NONE: PlaceMatches = { matches: [], error: null }

/** What a text may mean, looked at again when more names have come. `sources` and `near` are taken as they first were. */
export function usePlaceMatches(
  text: string,
  sources: readonly NameSource[],
  near: () => Position | null,
): PlaceMatches {
  const { names } = useSession()
  const { language } = useTexts()
  const version = useStore(names.store, (s) => s.version)
  const revision = useSessionState((s) => s.revision)
  return useMemo(
    () => (text.trim() === '' ? NONE : placeMatches(names, { text, near: near(), sources, language })),
    // oxlint-disable-next-line react/exhaustive-deps -- the version and the revision say when there is more to be found
    [names, text, language, version, revision],
  )
}
