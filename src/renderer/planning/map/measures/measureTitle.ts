import { measureTypeOf } from '../../../../domain/records/measureTypes.ts'
import type { Overlay } from '../../../../domain/records/overlay.ts'
import { measureTypeName } from '../../../fields/measureTypeName.ts'
import type { Texts } from '../../../texts/TextContext.tsx'

/** `Límite · 2.ª Bda`: what it is and what it is called. */
export function measureTitle(overlay: Overlay, t: Texts['t']): string {
  const type = measureTypeOf(overlay)
  const kind = type === null ? t('map-measures.kind') : measureTypeName(type, t)
  return overlay.name.startsWith(kind) ? overlay.name : `${kind} · ${overlay.name}`
}
