import { OWN_COLORS } from '../../../map-engine/layers/OwnLayerView.ts'
import type { OwnLayer } from '../../../session/layers/OwnLayer.ts'

/** Which of the colours of layers without colours of their own: by the id, so that it stays. 1 to `OWN_COLORS`. */
export function colorOf({ id }: Pick<OwnLayer, 'id'>): number {
  let sum = 0
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9_973
  return 1 + (sum % OWN_COLORS)
}
