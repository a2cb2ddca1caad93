import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
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
    const before = (): void => flushSync(() => setPrinting(true))
    const after = (): void => setPrinting(false)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  return isPrinting ? <Sheet {...props} /> : null
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
  return (
    <table className="matrix-print">
      <thead>
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
        {bars.map((bar) => (
          <div
            key={bar.assignment.id}
            className="matrix-print-bar"
            data-kind={row.component?.kind}
            data-status={bar.mission.status}
            data-part={bar.assignment.part}
            style={{
              left: share(bar.start),
              width: `calc(${share(bar.end)} - ${share(bar.start)})`,
              top: 2 + lanes.indexOf(bar.lane) * LANE,
            }}
          >
            <span>
              <b>{bar.mission.code}</b> {bar.mission.title}
            </span>
          </div>
        ))}
      </td>
    </tr>
  )
}
