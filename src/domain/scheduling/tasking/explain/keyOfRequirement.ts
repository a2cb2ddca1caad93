import { assertNever } from '../../../result.ts'
import type { Requirement } from '../model/TaskingModel.ts'

/** One text for a requirement, the same for what is the same requirement. */
export function keyOfRequirement(requirement: Requirement): string {
  switch (requirement.kind) {
    case 'dependency':
      return `dependency ${requirement.dependency}`
    case 'enabler':
      return `enabler ${requirement.enabler} ${requirement.other ?? ''}`
    case 'capability':
      return `capability ${requirement.capability}`
    case 'busy':
      return `busy ${requirement.other}`
    case 'check':
      return `check ${requirement.rule}`
    case 'not-before':
    case 'not-after':
    case 'phase':
    case 'horizon':
    case 'fixed-start':
    case 'asked-from':
    case 'legal-basis':
    case 'light':
    case 'season':
    case 'leader':
    case 'allocation':
    case 'readiness':
    case 'area':
    case 'command':
    case 'travel':
    case 'sorties':
    case 'crews':
    case 'supply':
      return requirement.kind
    default:
      return assertNever(requirement)
  }
}
