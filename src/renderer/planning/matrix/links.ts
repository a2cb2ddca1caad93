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

/** Where a bar stands, pixels. */
export interface LinkEnd {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const ELBOW = 6
const round = (n: number): number => Math.round(n * 10) / 10
const middle = ({ top, bottom }: LinkEnd): number => (top + bottom) / 2

/** Where an enabler's line meets the bar it serves: straight below or above it where it can. */
export const enablerX = (from: LinkEnd, to: LinkEnd): number =>
  Math.max(to.left, Math.min(to.right, (from.left + from.right) / 2))

/** A line of right angles from one bar to another, by the kind of tie. */
export function linkPath(kind: MatrixLink['kind'], from: LinkEnd, to: LinkEnd): string {
  if (kind === 'enabler') return enablerPath(from, to)
  const leavesEnd = kind === 'finish-start' || kind === 'finish-finish'
  const meetsStart = kind === 'finish-start' || kind === 'start-start'
  const x1 = leavesEnd ? from.right : from.left
  const x2 = meetsStart ? to.left : to.right
  const out = leavesEnd ? x1 + ELBOW : x1 - ELBOW
  const into = meetsStart ? x2 - ELBOW : x2 + ELBOW
  // Along the row's edge, so that no line runs through the words beside a bar.
  const between = from.top < to.top ? from.bottom + 3 : from.top - 3
  return `M${round(x1)} ${round(middle(from))}H${round(out)}V${round(between)}H${round(into)}V${round(middle(to))}H${round(x2)}`
}

/** From the edge of one bar to the edge of the other, turning just before it. */
function enablerPath(from: LinkEnd, to: LinkEnd): string {
  const isDown = from.top < to.top
  const x1 = round((from.left + from.right) / 2)
  const x2 = round(enablerX(from, to))
  const y2 = isDown ? to.top : to.bottom
  const start = `M${x1} ${round(isDown ? from.bottom : from.top)}`
  return x1 === x2 ? `${start}V${round(y2)}` : `${start}V${round(isDown ? y2 - 5 : y2 + 5)}H${x2}V${round(y2)}`
}
