import { Wrench, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { repairsOf, sayFinding } from '../../../domain/check/words.ts'
import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import { type Id, isIdOf } from '../../../domain/records/ids.ts'
import type { FindingsView } from '../../session/FindingsView.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { ToneIcon } from '../../ui/ToneIcon.tsx'
import { openFindings } from './barMarks.ts'
import { placesOf } from './barPlaces.ts'
import { useDrag } from './dragStore.ts'
import { focusGrid } from './focusGrid.ts'
import type { RowModel } from './matrixRows.ts'
import { matrixView, useMatrixView } from './matrixView.ts'
import { toX } from './timeScale.ts'
import { HEADER_HEIGHT, type MatrixViewport } from './useMatrixViewport.ts'

interface BarCalloutProps {
  readonly plan: PlanReader
  readonly model: RowModel
  readonly viewport: MatrixViewport
}

const WIDTH = 340
const BESIDE = 20
/** It stands over the bar where less than this is left under it. Pixels. */
const HEIGHT = 150

/**
 * Beside the one selected bar: what an edit has just made not fit, with the numbers, and the first way to mend it. What
 * did not fit before it was selected says so by its sign, and here when that is pressed.
 */
export function BarCallout(props: BarCalloutProps) {
  const mission = useSessionState((s) =>
    s.selection.size === 1 && s.focused !== null && isIdOf('mission', s.focused) && s.selection.has(s.focused)
      ? s.focused
      : null,
  )
  return mission === null ? null : <OpenCallout key={mission} {...props} mission={mission} />
}

function OpenCallout(props: BarCalloutProps & { readonly mission: Id<'mission'> }) {
  const { plan, model, viewport, mission } = props
  const { t, language } = useTexts()
  const session = useSession()
  const findings = useSessionState((s) => s.findings)
  const version = useSessionState((s) => s.findingsVersion)
  const canEdit = useSessionState((s) => s.canEdit)
  const activeBar = useMatrixView((v) => v.active?.bar ?? null)
  const top = useMatrixView((v) => Math.floor(v.top / 40) * 40)
  const isAsked = useMatrixView((v) => v.calloutFor === mission)
  const isDragging = useDrag().drag.state === 'dragging'
  const [known, setKnown] = useState(() => keysOf(findings, mission))
  const { revision } = plan
  const shown = useMemo(() => {
    const all = openFindings(findings.of(mission), plan)
    const open = isAsked ? all : all.filter((f) => !known.has(f.key))
    const first = open[0]
    if (first === undefined) return null
    return {
      first,
      more: all.length - 1,
      sentence: sayFinding(first, plan, language),
      repair: repairsOf(first, plan, language)[0],
    }
    // The plan and the findings live on under the same names; their counts say when they changed.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [findings, version, mission, plan, revision, language, isAsked, known])
  const places = placesOf(mission, plan, model, viewport)
  const place = places.find((p) => p.bar.assignment.id === activeBar) ?? places[0]
  if (shown === null || place === undefined || isDragging) return null
  const { first, more, sentence, repair } = shown
  const code = plan.get(mission)?.code ?? ''
  const seenBottom = top + viewport.viewHeight - HEADER_HEIGHT
  const isOver = place.bottom + HEIGHT > seenBottom && place.top - HEIGHT > top
  const { headWidth, left: leftMinute } = matrixView.getState()
  // Right of the bar, where it leaves the ties to other rows in sight; back over the bar where the view ends.
  const viewLeft = toX(viewport.scale, leftMinute)
  const left = Math.max(viewLeft, Math.min(place.right + BESIDE, viewLeft + viewport.viewWidth - WIDTH - BESIDE))
  return (
    <section
      className="matrix-callout"
      aria-label={t('matrix.callout', { code })}
      data-over={isOver || undefined}
      style={{
        left: headWidth + left,
        top: HEADER_HEIGHT + (isOver ? place.top - 6 : place.bottom + 6),
        width: WIDTH,
      }}
    >
      <ToneIcon tone={first.severity} label={t(`severity.${first.severity}`)} />
      <div className="matrix-callout-words">
        <p>{sentence}</p>
        {repair === undefined || !canEdit ? null : (
          <Button
            icon={Wrench}
            onPress={() => {
              session.dispatch(repair.command)
              focusGrid()
            }}
          >
            {repair.text}
          </Button>
        )}
        {more === 0 ? null : <p className="matrix-callout-more">{t('matrix.callout-more', { count: more })}</p>}
      </div>
      <IconButton
        icon={X}
        label={t('matrix.callout-close')}
        onPress={() => {
          setKnown(keysOf(findings, mission))
          matrixView.setState({ calloutFor: null })
          focusGrid()
        }}
      />
    </section>
  )
}

const keysOf = (findings: FindingsView, mission: Id<'mission'>): ReadonlySet<string> =>
  new Set(findings.of(mission).map((finding) => finding.key))
