import { Fragment, useEffect, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { useTexts } from '../../texts/TextContext.tsx'
import { type Bar, barsWithin } from './barLanes.ts'
import { type PlanMeta, timeWords, unitName } from './barWords.ts'
import type { RowModel, UnitRow } from './matrixRows.ts'
import { matrixView } from './matrixView.ts'
import { calendarStretches, calendarUnits, relativeTicks, type Stretch } from './timeTicks.ts'
import type { MatrixViewport } from './useMatrixViewport.ts'

interface MatrixPrintProps {
  readonly model: RowModel
  readonly viewport: MatrixViewport
  readonly meta: PlanMeta
}

/** A sheet of A3 across, less margins and row heads, pixels at 96 to the inch. */
const SHEET = 1_250
/** Height of a lane on paper, pixels. */
const LANE = 18

/** The time in sight on paper: header on every sheet, rows that have bars in it. Made only while printing. */
export function MatrixPrint(props: MatrixPrintProps) {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const root = document.documentElement
    let theme: string | undefined
    const before = (): void => {
      // Paper is white, whatever the screen is.
      theme = root.dataset['theme']
      root.dataset['theme'] = 'light'
      flushSync(() => setPrinting(true))
    }
    const after = (): void => {
      if (theme !== undefined) root.dataset['theme'] = theme
      setPrinting(false)
    }
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  // Beside the program, not in it: what frames the places on the screen has no say on paper.
  return isPrinting ? createPortal(<Sheet {...props} />, document.body) : null
}

function Sheet({ model, viewport, meta }: MatrixPrintProps) {
  const texts = useTexts()
  const { t, name, language } = texts
  const { left } = matrixView.getState()
  const from = left
  const to = left + viewport.viewWidth / viewport.scale.pxPerMinute
  const share = (minute: number): string => `${(100 * (Math.min(to, Math.max(from, minute)) - from)) / (to - from)}%`
  const pxPerMinute = SHEET / (to - from)
  const [major, minor] = calendarUnits(pxPerMinute)
  const calendar = { timeZone: meta.timeZone, hHour: meta.hHour, language }
  const band = (stretches: readonly Stretch[]) => (
    <div className="matrix-print-band">
      {stretches.map((s) => (
        <span key={s.from} style={{ left: share(s.from), width: `calc(${share(s.to)} - ${share(s.from)})` }}>
          {s.label}
        </span>
      ))}
    </div>
  )
  const phases = meta.phases
    .filter((p) => p.from < to && p.to > from)
    .map((p) => ({ from: p.from, to: p.to, label: name(p.name) }))
  const busy = new Set(
    model.rows.flatMap((row) =>
      row.kind === 'unit' && barsWithin(row.lanes, { from, to }, row.lanes.lanes).length > 0
        ? [row.unit.component]
        : [],
    ),
  )
  const marking = [meta.marking.text, meta.exercise ? t('app.exercise') : ''].filter((p) => p !== '').join(' // ')
  const marked = (
    <tr className="matrix-print-marking">
      <td colSpan={2} style={{ borderColor: meta.marking.color }}>
        {marking}
      </td>
    </tr>
  )
  return (
    <table className="matrix-print">
      <colgroup>
        <col className="matrix-print-heads" />
        <col />
      </colgroup>
      <thead>
        {marked}
        <tr>
          <th scope="col">
            <b>{meta.title}</b>
            <br />
            {timeWords(Math.round(from), meta, texts)}
            <br />
            {timeWords(Math.round(to), meta, texts)}
          </th>
          <th scope="col" aria-label={t('matrix.grid')}>
            {band(phases)}
            {band(calendarStretches(major, { from, to }, calendar, true))}
            {major === minor ? null : band(calendarStretches(minor, { from, to }, calendar, false))}
            <div className="matrix-print-band" data-band="ticks">
              {relativeTicks({ from, to }, pxPerMinute).map((tick) => (
                <span key={tick.minute} style={{ left: share(tick.minute) }}>
                  {tick.label}
                </span>
              ))}
            </div>
          </th>
        </tr>
      </thead>
      <tbody>
        {model.rows.map((row) => {
          if (row.kind === 'component') {
            if (!busy.has(row.id)) return null
            return (
              <tr key={row.id} className="matrix-print-component">
                <th scope="rowgroup" colSpan={2}>
                  {name(row.component.name)}
                </th>
              </tr>
            )
          }
          const bars = barsWithin(row.lanes, { from, to }, row.lanes.lanes)
          return bars.length === 0 ? null : <PrintedRow key={row.id} row={row} bars={bars} share={share} />
        })}
      </tbody>
      <tfoot>{marked}</tfoot>
    </table>
  )
}

function PrintedRow(props: { row: UnitRow; bars: readonly Bar[]; share: (minute: number) => string }) {
  const { row, bars, share } = props
  const lanes = [...new Set(bars.map((bar) => bar.lane))].sort((a, b) => a - b)
  return (
    <tr>
      <th scope="row" style={{ paddingInlineStart: row.depth * 8 }}>
        {unitName(row.unit)}
      </th>
      <td style={{ height: lanes.length * LANE + 4 }}>
        {bars.map((bar) => {
          const left = share(bar.start)
          const top = 2 + lanes.indexOf(bar.lane) * LANE
          return (
            <Fragment key={bar.assignment.id}>
              <div
                className="matrix-print-bar"
                data-kind={row.component?.kind}
                data-status={bar.mission.status}
                data-part={bar.assignment.part}
                style={{ left, width: `calc(${share(bar.end)} - ${left})`, top }}
              />
              <span
                className="matrix-print-label"
                style={{
                  left,
                  top,
                  maxWidth: Number.isFinite(bar.roomTo) ? `calc(${share(bar.roomTo)} - ${left})` : 'none',
                }}
              >
                <b>{bar.mission.code}</b> {bar.mission.title}
              </span>
            </Fragment>
          )
        })}
      </td>
    </tr>
  )
}
