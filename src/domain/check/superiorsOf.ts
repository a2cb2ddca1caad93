import type { Id } from '../records/ids.ts'
import type { Unit } from '../records/unit.ts'
import type { CheckContext } from './CheckContext.ts'

/** All units above, by standing or dated ties, each once. */
export function superiorsOf(context: CheckContext, unit: Unit): readonly Id<'unit'>[] {
  const above = new Set<Id<'unit'>>()
  const open: Unit[] = [unit]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const id of [at.parent, ...at.states.superior.map((s) => s.unit)]) {
      if (id === null || id === unit.id || above.has(id)) continue
      above.add(id)
      const superior = context.plan.get(id)
      if (superior !== undefined) open.push(superior)
    }
  }
  return [...above]
}
