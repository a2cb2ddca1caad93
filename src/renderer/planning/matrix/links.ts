import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import type { DependencyKind } from '../../../domain/records/dependency.ts'
import type { Id } from '../../../domain/records/ids.ts'
import type { FindingsView } from '../../session/FindingsView.ts'

/** A tie between two missions, to be drawn. */
export interface MatrixLink {
  readonly key: string
  readonly from: Id<'mission'>
  readonly to: Id<'mission'>
  /** An enabler serves the mission; a dependency makes it wait. */
  readonly kind: DependencyKind | 'enabler'
  readonly isBroken: boolean
}

/** All ties of some missions, each once. */
export function linksOf(missions: Iterable<Id<'mission'>>, plan: PlanReader, findings: FindingsView): MatrixLink[] {
  const links = new Map<string, MatrixLink>()
  const { indexes } = plan
  for (const mission of missions) {
    for (const d of [...indexes.dependenciesFrom.get(mission), ...indexes.dependenciesTo.get(mission)]) {
      if (links.has(d.id)) continue
      const isBroken = isReported(findings, 'order-broken', d.predecessor, d.successor)
      links.set(d.id, { key: d.id, from: d.predecessor, to: d.successor, kind: d.kind, isBroken })
    }
    const served = [mission, ...indexes.missionsEnabledBy.get(mission).map((m) => m.id)]
    for (const id of served) {
      for (const { mission: enabler } of plan.get(id)?.enablers ?? []) {
        const key = `${enabler} ${id}`
        if ((id !== mission && enabler !== mission) || links.has(key)) continue
        const isBroken = isReported(findings, 'enabler-missing', enabler, id)
        links.set(key, { key, from: enabler, to: id, kind: 'enabler', isBroken })
      }
    }
  }
  return [...links.values()]
}

function isReported(
  findings: FindingsView,
  rule: 'order-broken' | 'enabler-missing',
  a: Id<'mission'>,
  b: Id<'mission'>,
): boolean {
  return findings.of(a).some((f) => f.rule === rule && f.records.includes(a) && f.records.includes(b))
}

/** A corner of a bar's box that a line leaves or meets, pixels. */
export interface LinkEnd {
  readonly left: number
  readonly right: number
  readonly y: number
}

const ELBOW = 8

/** A line of right angles from one bar to another, by the kind of tie. */
export function linkPath(kind: MatrixLink['kind'], from: LinkEnd, to: LinkEnd): string {
  const leavesEnd = kind === 'finish-start' || kind === 'finish-finish'
  const meetsStart = kind === 'finish-start' || kind === 'start-start' || kind === 'enabler'
  const x1 = leavesEnd
    ? from.right
    : kind === 'enabler'
      ? Math.max(from.left, Math.min(from.right, to.left))
      : from.left
  const x2 = meetsStart ? to.left : to.right
  const out = leavesEnd ? x1 + ELBOW : kind === 'enabler' ? x1 : x1 - ELBOW
  const into = meetsStart ? x2 - ELBOW : x2 + ELBOW
  const round = (n: number): number => Math.round(n * 10) / 10
  const start = `M${round(x1)} ${round(from.y)}`
  const end = `V${round(to.y)}H${round(x2)}`
  if (kind === 'enabler') return start + end
  const isForward = leavesEnd && meetsStart && into >= out
  if (isForward || leavesEnd !== meetsStart) {
    const turn = isForward ? into : leavesEnd ? Math.max(out, into) : Math.min(out, into)
    return `${start}H${round(turn)}${end}`
  }
  // Where the line has to go back, it does so between the rows.
  return `${start}H${round(out)}V${round((from.y + to.y) / 2)}H${round(into)}${end}`
}
