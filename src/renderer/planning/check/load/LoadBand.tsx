import { memo, useMemo } from 'react'
import { loadCells } from '../../../../domain/check/series/loadCells.ts'
import { useBand } from './BandContext.ts'
import { bandPaths, TONES } from './bandPaths.ts'
import type { LoadRow } from './loadRows.ts'
import { timeOf, xOf } from './loadWindow.ts'

const HEIGHT = 22

/** The load of one row over the time in sight. */
export const LoadBand = memo(function LoadBand({ row, words }: { row: LoadRow; words: string }) {
  const { axis, edges, scale, onPick } = useBand()
  const paths = useMemo(() => {
    const xs = edges.map((edge) => xOf(scale, edge))
    return bandPaths(loadCells(row.load, axis, edges), xs, HEIGHT)
  }, [row.load, axis, edges, scale])
  if (scale.width === 0) return null
  return (
    <>
      <span className="visually-hidden">{words}</span>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the chart of the row does the same by keyboard */}
      <svg
        className="load-band"
        width={scale.width}
        height={HEIGHT}
        aria-hidden
        onClick={(event) => {
          const left = event.currentTarget.getBoundingClientRect().left
          onPick(row.id, timeOf(scale, event.clientX - left))
        }}
      >
        <path className="load-not-allocated" d={paths.notAllocated} />
        <path className="load-not-ready" d={paths.notReady} />
        {TONES.map((tone) => (
          <path key={tone} className="load-bar" data-tone={tone} d={paths.bars[tone]} />
        ))}
        <path className="load-outside" d={paths.outside} />
        <path className="load-over" d={paths.over} />
      </svg>
    </>
  )
})
