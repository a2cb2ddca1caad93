import type { FileToken } from '../../../contract/FileToken.ts'
import type { LayerFacts } from '../../../contract/geoWorkerMessages.ts'
import type { Id } from '../../../domain/records/ids.ts'

/** Which areas of a layer are which districts of a plan. */
export interface LayerTie {
  readonly pairs: readonly (readonly [feature: number, district: Id<'place'>])[]
}

/** A layer that a person has put on the map; it belongs to this machine, and its ties to a plan. */
export interface OwnLayer extends LayerFacts {
  /** `layer-` and a local part. */
  readonly id: string
  readonly name: string
  readonly fileName: string
  readonly fileBytes: number
  /** The file where it is read in place (desktop archives); null where the database has what is needed. */
  readonly handle: FileToken | null
  readonly opacity: number
  readonly isShown: boolean
  /** Lower lies further up. */
  readonly order: number
  readonly ties: Readonly<Record<string, LayerTie>>
  /** Epoch milliseconds; set while it can still be brought back. */
  readonly removedAt: number | null
}

/** Whether a layer can be drawn now. */
export type LayerStanding =
  | { readonly state: 'opening' }
  | { readonly state: 'open' }
  /** Its file is not where it was. */
  | { readonly state: 'missing' }
  | { readonly state: 'broken' }
