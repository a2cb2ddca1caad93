import type { AddFault } from '../../../session/layers/OwnLayers.ts'
import type { Texts } from '../../../texts/TextContext.tsx'

/** Why a file did not become a layer, in the reader's language; the file's name stands before it. */
export function sayLayerFault({ t }: Texts, fault: AddFault): string {
  switch (fault.kind) {
    case 'file':
      return t(`map-layers.fault.${fault.code}`, fault.params)
    case 'quota':
    case 'storage':
    case 'source':
    case 'broken':
    case 'busy':
      return t(`map-layers.why-${fault.kind}`)
    case 'cancelled':
      return ''
  }
}
