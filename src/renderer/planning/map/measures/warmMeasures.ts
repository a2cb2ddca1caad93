import type { PlanReader } from '../../../../domain/plan/PlanDocument.ts'
import { multipoints } from '../../../map-engine/multipoint/multipoints.ts'

/** The renderer is large: where a plan has measures it loads beside the map's own beginning. */
export function warmMeasures(plan: PlanReader): void {
  if (plan.count('overlay') > 0) multipoints.warm()
}
