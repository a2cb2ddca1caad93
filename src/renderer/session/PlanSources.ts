import type { PlanFileContents, PlanFileError } from '../../domain/formats/planFile.ts'
import type { AnyRecord } from '../../domain/records/catalog.ts'
import type { Result } from '../../domain/result.ts'

/** Where new plans come from. */
export interface PlanSources {
  /** Records of a template that the program ships: the whole campaign, or the catalogue alone. */
  template(name: 'campaign-2023' | 'catalogue'): Promise<readonly AnyRecord[]>
  /** Reads the bytes of a plan file beside the window. */
  decode(bytes: Uint8Array): Promise<Result<PlanFileContents, PlanFileError>>
}
