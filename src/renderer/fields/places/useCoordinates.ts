import { useMemo } from 'react'
import { useStore } from 'zustand'
import { type CoordinateForm, formatCoordinates } from '../../../domain/geo/formatCoordinates.ts'
import type { Position } from '../../../domain/records/common.ts'
import { useActionContext } from '../../actions/ActionsContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'

export interface Coordinates {
  readonly form: CoordinateForm
  /** A position as the person writes them, to so many metres (1 if not given). */
  readonly write: (position: Position, metres?: number) => string
}

/** How positions are written on this machine. */
export function useCoordinates(): Coordinates {
  const { settings } = useActionContext()
  const form = useStore(settings.store, (s) => s.coordinates)
  const { language } = useTexts()
  return useMemo(
    () => ({ form, write: (position, metres) => formatCoordinates(position, form, language, metres) }),
    [form, language],
  )
}
