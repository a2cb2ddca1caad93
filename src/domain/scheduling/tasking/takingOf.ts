import type { Command } from '../../commands/catalog.ts'
import type { ProposedChange } from './Proposal.ts'

/** The command that makes changes of a proposal part of the plan. */
export function takingOf(changes: readonly ProposedChange[]): Command & { type: 'takeProposal' } {
  return {
    type: 'takeProposal',
    changes: changes.map(({ mission, start, units, legalBasis }) => ({
      mission,
      start: start.to,
      units: units.to.map(({ unit, part, brings }) => ({ unit, part, brings: [...brings] })),
      ...(legalBasis === undefined ? {} : { legalBasis }),
    })),
  }
}
