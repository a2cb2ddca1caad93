import { useMemo } from 'react'
import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import { type Id, isIdOf } from '../../../domain/records/ids.ts'
import { useSessionState } from '../../session/SessionContext.tsx'
import { type BarPlace, placesOf } from './barPlaces.ts'
import { barsWithin } from './barLanes.ts'
import { enablerX, linkPath, linksOf } from './links.ts'
import type { RowModel } from './matrixRows.ts'
import { useMatrixView } from './matrixView.ts'
import { toX } from './timeScale.ts'
import type { MatrixViewport } from './useMatrixViewport.ts'

interface LinkLayerProps {
  readonly plan: PlanReader
  readonly model: RowModel
  readonly viewport: MatrixViewport
}

/** More bars than these in sight make a web that nobody reads: then the selected missions' links alone are drawn. */
const MOST_BARS = 160
const MOST_SELECTED = 40

/** Links of the selected missions, of all in sight if wished, and the windows of the selected. */
export function LinkLayer({ plan, model, viewport }: LinkLayerProps) {
  const selection = useSessionState((s) => s.selection)
  const findings = useSessionState((s) => s.findings)
  const version = useSessionState((s) => s.findingsVersion)
  const areAllShown = useMatrixView((v) => v.areLinksShown)
  const { revision } = plan
  const missions = useMemo(() => {
    const chosen = [...selection].filter((id) => isIdOf('mission', id)).slice(0, MOST_SELECTED)
    const seen = areAllShown ? missionsInSight(model, viewport) : []
    return { chosen, all: new Set([...chosen, ...(seen.length <= MOST_BARS ? seen : [])]) }
  }, [selection, areAllShown, model, viewport])
  const links = useMemo(
    () => linksOf(missions.all, plan, findings),
    // The plan and the findings live on under the same names; their counts say when they changed.
    // oxlint-disable-next-line react/exhaustive-deps
    [missions, plan, findings, revision, version],
  )
  const place = (mission: Id<'mission'>): BarPlace | undefined => placesOf(mission, plan, model, viewport)[0]
  return (
    <svg className="matrix-links" aria-hidden>
      {links.map((link) => {
        const from = place(link.from)
        const to = place(link.to)
        if (from === undefined || to === undefined) return null
        const path = linkPath(link.kind, from, to)
        const isAtStart = link.kind === 'finish-start' || link.kind === 'start-start' || link.kind === 'enabler'
        return (
          <g
            key={link.key}
            data-kind={link.kind}
            data-broken={link.isBroken || undefined}
            data-link-from={link.from}
            data-link-to={link.to}
          >
            <path d={path} />
            {link.kind === 'enabler' ? (
              <circle cx={enablerX(from, to)} cy={from.top < to.top ? to.top : to.bottom} r={3} />
            ) : (
              <path
                className="matrix-arrow"
                d={arrow(isAtStart ? to.left : to.right, (to.top + to.bottom) / 2, isAtStart)}
              />
            )}
          </g>
        )
      })}
      {missions.chosen.flatMap((id) => {
        const mission = plan.get(id)
        if (mission === undefined || (mission.earliest === null && mission.latest === null)) return []
        return placesOf(id, plan, model, viewport).map(({ bar, left, right, top, bottom }) => (
          <g key={bar.assignment.id} className="matrix-window">
            {mission.earliest === null ? null : (
              <WindowMark x={toX(viewport.scale, mission.earliest)} near={left} top={top} bottom={bottom} side={1} />
            )}
            {mission.latest === null ? null : (
              <WindowMark x={toX(viewport.scale, mission.latest)} near={right} top={top} bottom={bottom} side={-1} />
            )}
          </g>
        ))
      })}
    </svg>
  )
}

/** A bracket at the limit and a line from there under the bar. */
function WindowMark(props: { x: number; near: number; top: number; bottom: number; side: 1 | -1 }) {
  const { x, near, top, bottom, side } = props
  return <path d={`M${x + 4 * side} ${top}H${x}V${bottom + 1}H${near}`} />
}

const arrow = (x: number, y: number, isRight: boolean): string =>
  isRight ? `M${x} ${y}l-6 -3.5v7z` : `M${x} ${y}l6 -3.5v7z`

function missionsInSight(model: RowModel, { firstRow, lastRow, from, to }: MatrixViewport): Id<'mission'>[] {
  const seen = new Set<Id<'mission'>>()
  for (const row of model.rows.slice(firstRow, lastRow + 1)) {
    for (const bar of barsWithin(row.lanes, { from, to }, row.shownLanes)) seen.add(bar.mission.id)
  }
  return [...seen]
}
