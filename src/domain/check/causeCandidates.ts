import { type Id, isIdOf } from '../records/ids.ts'
import { enablerMisfit } from './enablerTiming.ts'
import type { PlanReader } from '../plan/PlanDocument.ts'
import { enablerKind } from '../records/common.ts'
import type { Finding, RuleId } from './Finding.ts'
import { DEFAULT_PARAMETERS, parameter, type ParameterKey } from './parameters.ts'
import { numberOf, textOf } from './saying.ts'

/** What a finding may be put down to, in twentieths: 20 for the record whose change surely ends it, less where it only may. */
export interface Candidate {
  /** A record's id, `FACET@` and the id of a unit, or `phase:KEY`, `capability:KEY`, `parameter:KEY`. */
  readonly key: string
  readonly weight: number
}

/** What of a unit is the cause: a unit that is not ready and, elsewhere, under no command that may task it has two faults. */
export const UNIT_FACETS = ['time', 'readiness', 'allocation', 'role', 'height', 'command', 'supply'] as const
export type UnitFacet = (typeof UNIT_FACETS)[number]

const SURE = 20
const LIKELY = 16
const SHARED = 10

/** Missions of one finding that are looked at: a circle or a day of flights may name hundreds. */
const MOST_NAMED = 12

/** All that one finding may be put down to, in no order. */
export function candidatesOf(finding: Finding, plan: PlanReader): readonly Candidate[] {
  const found = [...byRule(finding), ...byParameter(finding, plan)]
  return found.filter(({ key }) => key !== '' && !key.endsWith(':') && !key.endsWith('@'))
}

function byRule(finding: Finding): Candidate[] {
  const of = (param: string, weight: number): Candidate => ({ key: textOf(finding, param), weight })
  const ofKind = (kind: string, param: string, weight: number): Candidate => ({
    key: `${kind}:${textOf(finding, param)}`,
    weight,
  })
  const unit = (facet: UnitFacet, weight: number, param = 'unit'): Candidate => ({
    key: `${facet}@${textOf(finding, param)}`,
    weight,
  })
  const { params } = finding
  switch (finding.rule) {
    case 'double-booking': {
      if (!('capability' in params)) return [of('mission', SURE), of('other', SURE), unit('time', 17)]
      return [unit('time', SURE), of('mission', 18), of('other', 18), unit('time', 14, 'below')]
    }
    case 'travel-infeasible':
      return [of('mission', SURE), of('other', SURE), unit('time', textOf(finding, 'other') === '' ? SURE : LIKELY)]
    case 'order-broken': {
      if (params.what === 'circle') return missionsOf(finding, 12)
      if (params.what === 'phase') return [of('mission', 18), ofKind('phase', 'phase', 14)]
      return [of('mission', SURE), of('other', SURE)]
    }
    case 'enabler-missing': {
      // One that is cancelled or has no time fails all that count on it.
      const isGone = ['gone', 'cancelled', 'unscheduled', 'wrong-type'].includes(textOf(finding, 'reason'))
      return [of('mission', isGone ? LIKELY : SURE), of('enabler', isGone ? SURE + 2 : SURE)]
    }
    case 'readiness-low':
      return [unit('readiness', SURE), of('mission', LIKELY)]
    case 'outside-allocation':
      return [unit('allocation', SURE), of('mission', LIKELY)]
    case 'outside-role':
      return [of('mission', SURE), unit('role', LIKELY)]
    case 'capability-short': {
      // Where nobody on the mission has any of it, it may be that too few units of the plan have it.
      return [
        of('mission', SURE),
        ...(numberOf(finding, 'has') > 0 ? [] : [ofKind('capability', 'capability', SHARED)]),
      ]
    }
    case 'legal-basis':
      return [of('mission', params.what === 'none' ? SURE : LIKELY), of('basis', SURE), ...typeIf(finding, 'none')]
    case 'objective-uncovered':
      return [of('objective', SURE), of('mission', SURE)]
    case 'outside-area':
      return [of('mission', 18), numberOf(finding, 'areas') === 1 ? of('area', LIKELY) : of('owner', 14)]
    case 'light-unsuited':
    case 'season-unsuited':
      return [of('mission', SURE), of('type', SHARED)]
    case 'sorties-exceeded':
      return [unit('time', SURE), ...missionsOf(finding, 12)]
    case 'altitude':
      return [of('place', SURE), of('mission', LIKELY), unit('height', SHARED)]
    case 'planning-time':
      return [of('mission', SURE)]
    case 'no-reserve':
    case 'no-medevac':
      // Lacking both is no one cause; but a phase that was moved may have come over missions without them.
      return [ofKind('phase', 'phase', 9)]
    case 'command-conflict': {
      if (!('mission' in params)) return [unit('command', SURE)]
      return [unit('command', SURE), of('mission', LIKELY), unit('command', LIKELY, 'leader')]
    }
    case 'supply-short':
      return [unit('supply', SURE), of('mission', LIKELY)]
    case 'airspace-overlap':
      return [of('mission', SURE), of('other', SURE)]
  }
}

const typeIf = (finding: Finding, what: string): Candidate[] =>
  finding.params.what === what ? [{ key: textOf(finding, 'type'), weight: SHARED }] : []

function missionsOf(finding: Finding, weight: number): Candidate[] {
  const missions = finding.records.filter((id: Id) => isIdOf('mission', id))
  return missions.slice(0, MOST_NAMED).map((key) => ({ key, weight }))
}

/** A number of the plan's own that asks more than the common one, where the finding would not be with the common one. */
function byParameter(finding: Finding, plan: PlanReader): Candidate[] {
  if (plan.meta.parameters.length === 0) return []
  const key = ASKED_BY[finding.rule]
  const common = DEFAULT_PARAMETERS.find((p) => p.key === key)?.value
  if (key === undefined || common === undefined || parameter(plan, key) === common) return []
  return isRightWith(finding, common) ? [{ key: `parameter:${key}`, weight: LIKELY }] : []
}

/** Rules that rest on one number of the plan alone. */
const ASKED_BY: Partial<Record<RuleId, ParameterKey>> = {
  'double-booking': 'recovery-minutes',
  'readiness-low': 'readiness-threshold-percent',
  'airspace-overlap': 'airspace-separation-km',
  'planning-time': 'planning-share-percent',
  altitude: 'rotary-altitude-limit-m',
  'enabler-missing': 'enabler-lead-hours',
}

/** Whether a finding of such a rule would not be if the plan had this number. */
function isRightWith(finding: Finding, common: number): boolean {
  const n = (key: string): number => numberOf(finding, key)
  const { rule, params } = finding
  if (rule === 'double-booking') return 'recovery' in params && n('start') >= n('until') - n('recovery') + common
  if (rule === 'readiness-low') return n('percent') >= common
  if (rule === 'airspace-overlap') return n('km') >= common
  if (rule === 'altitude') return params['whose'] === 'rotary' && n('elevation') <= common
  if (rule === 'planning-time') {
    const whole = n('start') - n('received')
    return whole > 0 && Math.floor(((n('ordered') - n('received')) / whole) * 100) <= common
  }
  const kind = enablerKind.options.find((one) => one === params['kind'])
  if (kind === undefined || !('enablerStart' in params)) return false
  const enabler = { start: n('enablerStart'), end: n('enablerEnd') }
  return enablerMisfit(kind, enabler, { start: n('start'), end: n('end') }, common * 60) === null
}
