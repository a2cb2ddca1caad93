import { useMemo } from 'react'
import { useAll } from '../../fields/useAll.ts'
import { useTexts } from '../../texts/TextContext.tsx'
import type { Option } from '../../ui/Option.ts'

/** The plan's places to choose from; the same list until one of them changes. */
export function usePlaceOptions(): readonly Option[] {
  const { t } = useTexts()
  const places = useAll('place')
  return useMemo(
    () => places.map(({ id, name, kind }) => ({ id, label: name, detail: t(`place-kind.${kind}`) })),
    [places, t],
  )
}
